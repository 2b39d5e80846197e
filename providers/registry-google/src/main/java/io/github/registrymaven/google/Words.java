package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.ShellText;

/** What stands in commands to be copied. */
final class Words {
    private Words() {}

    /** An argument that a shell takes as it is. */
    static String argument(String text) {
        return text.matches("[A-Za-z0-9@%+=:,./_-]+") ? text : ShellText.quoted(text);
    }
}
