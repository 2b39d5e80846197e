package io.github.registrymaven.it;

import io.github.registrymaven.testkit.SideDoor;
import org.jspecify.annotations.Nullable;

/**
 * What docker's daemon answers to somebody who pushes, in its own words; it pushes nothing. For plugins that cannot do without one.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
final class Daemon implements SideDoor {
    private static final String VERSION =
            "{\"Version\":\"27.5.1\",\"ApiVersion\":\"1.47\",\"Os\":\"linux\",\"Arch\":\"amd64\"}";

    private final String refusal;

    /**
     * A daemon that pushes nothing.
     *
     * @param refusal what it says of every push
     */
    Daemon(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public @Nullable Answer answer(Request request) {
        String path = request.path();
        if (path.startsWith("/v2/")) {
            return null;
        }
        if (path.endsWith("/version")) {
            return new Answer(200, VERSION);
        }
        if (path.endsWith("/auth")) {
            return new Answer(200, "{\"Status\":\"Login Succeeded\"}");
        }
        return new Answer(200, path.endsWith("/push") ? refused() : "{}");
    }

    /** The connection has begun well when a push fails, so the failure is a line like the others. */
    private String refused() {
        return "{\"status\":\"Preparing\",\"progressDetail\":{},\"id\":\"5f70bf18a086\"}\r\n"
                + "{\"errorDetail\":{\"message\":\"" + refusal + "\"},\"error\":\"" + refusal + "\"}\r\n";
    }
}
