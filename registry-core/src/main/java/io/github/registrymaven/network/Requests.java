package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** The heads of requests, as they are sent. */
final class Requests {
    private static final String USER_AGENT = userAgent();
    private static final Set<String> WITHOUT_A_BODY = Set.of("GET", "HEAD", "DELETE");

    private Requests() {}

    private static String userAgent() {
        String version = Requests.class.getPackage().getImplementationVersion();
        return version == null ? "registry-maven" : "registry-maven/" + version;
    }

    /** Why a call cannot be sent; null where it can. */
    static @Nullable String problem(HttpCall call) {
        if (call.uri().getHost() == null
                || !("https".equals(call.uri().getScheme())
                        || "http".equals(call.uri().getScheme()))) {
            return Words.line(call.uri().getScheme() + "://" + call.uri().getHost()) + " is not an address of HTTP";
        }
        if (call.uri().getPort() > 0xffff) {
            return call.uri().getPort() + " is not the number of a port";
        }
        Secret authorization = call.authorization();
        boolean sendable = authorization == null
                || authorization.reveal().chars().allMatch(each -> each == '\t' || (each >= ' ' && each < 0x7f));
        return sendable ? null : "the credential holds a character that no HTTP header can hold, such as a line break";
    }

    /**
     * The head of a call.
     *
     * @param length of the body in bytes, or {@link RequestBody#UNKNOWN}
     */
    static ClassicHttpRequest head(HttpCall call, Way way, long length) {
        URI uri = call.uri();
        String target = way.isAskedOfProxy() ? "http://" + hostOf(uri) + pathOf(uri) : pathOf(uri);
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(call.method(), null, null, target);
        request.addHeader("Host", hostOf(uri));
        request.addHeader("User-Agent", USER_AGENT);
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            request.addHeader(header.getKey(), header.getValue());
        }
        if (call.form() != null) {
            request.addHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        if (call.authorization() != null) {
            request.addHeader("Authorization", call.authorization().reveal());
        }
        if (way.proxy() != null && way.isAskedOfProxy()) {
            logIn(request, way.proxy());
        }
        if (length == RequestBody.UNKNOWN) {
            request.addHeader("Transfer-Encoding", "chunked");
        } else if (length > 0 || !WITHOUT_A_BODY.contains(call.method())) {
            // Of a POST without a body, its length is to be told (RFC 9110, 8.6); strict gateways want none with a GET.
            request.addHeader("Content-Length", String.valueOf(length));
        }
        return request;
    }

    /** {@code CONNECT} (RFC 9110, 9.3.6). */
    static ClassicHttpRequest forAWayThrough(Way way, Route proxy) {
        String host = (way.host().indexOf(':') >= 0 ? "[" + way.host() + "]" : way.host()) + ":" + way.port();
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("CONNECT", null, null, host);
        request.addHeader("Host", host);
        request.addHeader("User-Agent", USER_AGENT);
        logIn(request, proxy);
        return request;
    }

    private static void logIn(ClassicHttpRequest request, Route proxy) {
        if (proxy.hasLogin()) {
            byte[] login = proxy.login().getBytes(StandardCharsets.UTF_8);
            request.addHeader(
                    "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
    }

    private static String pathOf(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Without the user that a URI may name. */
    private static String hostOf(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** The fields of a form as they are sent; nothing where there is no form. */
    static byte[] form(HttpCall call) {
        if (call.form() == null) {
            return new byte[0];
        }
        StringJoiner form = new StringJoiner("&");
        for (Map.Entry<String, Secret> field : call.form().entrySet()) {
            form.add(field.getKey() + "=" + URLEncoder.encode(field.getValue().reveal(), StandardCharsets.UTF_8));
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
