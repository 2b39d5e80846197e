package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Calls in the JDK's words. */
final class Requests {
    private static final String USER_AGENT = userAgent();
    private static final Set<String> WITHOUT_A_BODY = Set.of("GET", "HEAD", "DELETE");

    private Requests() {}

    private static String userAgent() {
        String version = Requests.class.getPackage().getImplementationVersion();
        return version == null ? "registry-maven" : "registry-maven/" + version;
    }

    /** Why a call cannot be sent; null where it can. The JDK would say so with the header's value, a secret. */
    static @Nullable String problem(HttpCall call) {
        if (call.uri().getHost() == null
                || !("https".equals(call.uri().getScheme())
                        || "http".equals(call.uri().getScheme()))) {
            return Words.line(call.uri().getScheme() + "://" + call.uri().getHost()) + " is not an address of HTTP";
        }
        Secret authorization = call.authorization();
        boolean sendable = authorization == null
                || authorization.reveal().chars().allMatch(each -> each == '\t' || (each >= ' ' && each < 0x7f));
        return sendable ? null : "the credential holds a character that no HTTP header can hold, such as a line break";
    }

    /**
     * The request.
     *
     * @param body what is sent with it, where that is more than a form
     * @param limit null for a request that lasts as long as its body
     */
    static HttpRequest of(
            HttpCall call,
            HttpRequest.@Nullable BodyPublisher body,
            @Nullable Secret proxyAuthorization,
            @Nullable Duration limit) {
        // Only what reads or takes away goes without one: of a POST without a body, its length is to be told (RFC 9110,
        // 8.6).
        boolean bodiless = body == null && call.form() == null && WITHOUT_A_BODY.contains(call.method());
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri()).header("User-Agent", USER_AGENT);
        if (!bodiless) {
            builder.method(call.method(), body == null ? form(call) : body);
        }
        if (limit != null) {
            builder.timeout(limit);
        }
        call.headers().forEach(builder::header);
        if (call.form() != null) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (call.authorization() != null) {
            builder.header("Authorization", call.authorization().reveal());
        }
        if (proxyAuthorization != null) {
            builder.header("Proxy-Authorization", proxyAuthorization.reveal());
        }
        return bodiless ? new Bodiless(call.method(), builder.build()) : builder.build();
    }

    private static HttpRequest.BodyPublisher form(HttpCall call) {
        if (call.form() == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        StringJoiner form = new StringJoiner("&");
        call.form()
                .forEach((name, value) ->
                        form.add(name + "=" + URLEncoder.encode(value.reveal(), StandardCharsets.UTF_8)));
        return HttpRequest.BodyPublishers.ofString(form.toString());
    }
}
