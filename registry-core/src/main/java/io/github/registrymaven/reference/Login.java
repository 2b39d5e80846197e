package io.github.registrymaven.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A login that someone wrote before the host, as one may in a URL: it must not reach any output. */
final class Login {
    static final String BLOT = "***";

    /**
     * Behind a scheme whatever precedes an {@code @} is a login. Without one, only {@code user:password} with a host and
     * a path behind it: {@code app:1.0@sha256:…} is none.
     */
    private static final Pattern LOGIN = Pattern.compile(
            "(?:(?<scheme>\\s*[A-Za-z][A-Za-z0-9+.-]*://).*@|\\s*+[^:/@\\s]++:.*@(?=[^@]*/))(?!sha\\d)",
            Pattern.DOTALL);

    private Login() {}

    /** Where the host begins behind a login, or 0 where there is no login. */
    static int end(String text) {
        Matcher login = LOGIN.matcher(text);
        return login.lookingAt() ? login.end() : 0;
    }

    static String blotted(String text) {
        Matcher login = LOGIN.matcher(text);
        if (!login.lookingAt()) {
            return text;
        }
        String scheme = login.group("scheme");
        return (scheme == null ? "" : scheme) + BLOT + text.substring(login.end() - 1);
    }
}
