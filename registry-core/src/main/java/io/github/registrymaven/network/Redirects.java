package io.github.registrymaven.network;

import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a redirect leads (RFC 9110, section 15.4). Credentials stay with the origin that they are for; what was asked over
 * TLS is not asked again in plain text, unless the user allowed that host.
 */
final class Redirects {
    static final int MOST = 6;

    private final Predicate<URI> mayBePlain;

    Redirects(Predicate<URI> mayBePlain) {
        this.mayBePlain = mayBePlain;
    }

    /**
     * The request to send next; null where the answer is not to be followed. Registries send uploads on to where their blobs
     * are kept; the bytes of an image may go there, the credentials may not.
     *
     * @param hasBody whether the request has a body of its own, more than a form
     */
    @Nullable
    HttpCall follow(HttpCall call, HttpAnswer answer, boolean hasBody) {
        int status = answer.status();
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        URI target = redirect ? target(answer) : null;
        if (target == null) {
            return null;
        }
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        boolean sameOrigin = Origin.of(call.uri()).equals(Origin.of(target));
        boolean keepsMethod = status == 307 || status == 308;
        if (!reads && !(keepsMethod && (sameOrigin || hasBody))) {
            return null;
        }
        if (call.uri().getScheme().equals("https") && !target.getScheme().equals("https") && !mayBePlain.test(target)) {
            return null;
        }
        return new HttpCall(
                call.method(), target, call.headers(), sameOrigin ? call.authorization() : null, call.form());
    }

    private static @Nullable URI target(HttpAnswer answer) {
        try {
            URI target = answer.headers()
                    .firstValue("location")
                    .map(location -> answer.uri().resolve(location))
                    .orElse(null);
            boolean usable = target != null
                    && target.getHost() != null
                    && target.getRawUserInfo() == null
                    && ("https".equals(target.getScheme()) || "http".equals(target.getScheme()));
            return usable ? target : null;
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }
}
