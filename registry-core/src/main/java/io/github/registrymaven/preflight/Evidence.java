package io.github.registrymaven.preflight;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.oci.OciErrors;
import java.util.ArrayList;
import java.util.List;

/** What was seen, as lines of plain text. */
final class Evidence {
    private Evidence() {}

    /** An answer in one line, with the registry's own words: {@code POST https://… answered 403 (DENIED: …)}. */
    static String of(String method, HttpAnswer answer) {
        String where = answer.uri().getScheme() + "://" + answer.uri().getRawAuthority()
                + answer.uri().getRawPath();
        return method + " " + where + " answered " + answer.status() + words(answer);
    }

    /** A fault's own words and what was dialled. */
    static List<String> of(NetworkFault fault) {
        List<String> lines = new ArrayList<>();
        lines.add("dialled " + fault.dialled());
        lines.addAll(fault.evidence());
        return lines;
    }

    private static String words(HttpAnswer answer) {
        OciErrors errors = OciErrors.of(answer);
        if (errors.html()) {
            return " with a page for people, not in a registry's format";
        }
        if (errors.entries().isEmpty()) {
            return "";
        }
        List<String> said = errors.entries().stream().map(Object::toString).toList();
        return " (" + String.join("; ", said) + ")";
    }
}
