package io.github.registrymaven.session;

import java.util.regex.Pattern;

/** Text that {@code mvn --encrypt-password} made: something in braces, with words around it at most. */
final class EncryptedText {
    private static final Pattern BRACES = Pattern.compile("(?s)(?:.*[^\\\\])?\\{.*[^\\\\]}.*");

    private EncryptedText() {}

    static boolean is(String text) {
        return BRACES.matcher(text).matches();
    }
}
