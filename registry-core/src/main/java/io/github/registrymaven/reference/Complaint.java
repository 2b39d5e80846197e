package io.github.registrymaven.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to tell about a text that is no reference.
 *
 * <p>The grammar knows only which character it stumbled over. People make a few mistakes again and again, and those are
 * called by their names here.
 */
final class Complaint {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]*)}?");
    /** As Spring Boot's parent POM has resources filtered. */
    private static final Pattern FILTERED = Pattern.compile("@([A-Za-z][\\w-]*\\.[\\w.-]*)@");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://");

    private Complaint() {}

    static ReferenceProblem about(String text) {
        if (Login.end(text) > 0) {
            String blotted = Login.blotted(text);
            return new ReferenceProblem(
                    blotted,
                    blotted.indexOf(Login.BLOT),
                    "a user and password do not belong in a reference",
                    "the host; the login goes into settings.xml or the docker config",
                    Correction.of(text));
        }
        Reading.Fault unresolved = unresolvedProperty(text);
        if (unresolved != null) {
            return problem(text, unresolved, null);
        }
        Reading.Fault fault = byName(text);
        if (fault == null && Grammar.read(text) instanceof Reading.Fault byGrammar) {
            fault = byGrammar;
        }
        if (fault == null) {
            throw new IllegalArgumentException("there is nothing to complain about");
        }
        return problem(text, fault, Correction.of(text));
    }

    private static ReferenceProblem problem(String text, Reading.Fault fault, @Nullable String suggestion) {
        return new ReferenceProblem(text, fault.position(), fault.message(), fault.expected(), suggestion);
    }

    private static Reading.@Nullable Fault unresolvedProperty(String text) {
        Matcher property = PROPERTY.matcher(text);
        Matcher filtered = FILTERED.matcher(text);
        Matcher found = property.find() ? property : filtered.find() ? filtered : null;
        if (found == null) {
            return null;
        }
        String name = Shown.text(found.group(1));
        return new Reading.Fault(
                found.start(),
                "the property " + name + " is not resolved",
                "its value: define " + name + " in the POM, or with -D" + name + "=VALUE");
    }

    private static Reading.@Nullable Fault byName(String text) {
        if (text.isBlank()) {
            return new Reading.Fault(0, text.isEmpty() ? "it is empty" : "it is blank", "HOST/REPOSITORY:TAG");
        }
        Reading.Fault fault = strayCharacter(text);
        return fault == null ? urlHabit(text) : fault;
    }

    private static Reading.@Nullable Fault strayCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ',') {
                return new Reading.Fault(i, "a ',' separates references, and here is place for one", "one reference");
            }
            if (Correction.isInvisible(text.charAt(i))) {
                return new Reading.Fault(
                        i, Shown.character(text, i) + " does not belong in a reference", where(text, i));
            }
        }
        return null;
    }

    private static String where(String text, int position) {
        boolean first = position == 0;
        boolean last = text.substring(position).chars().allMatch(c -> Correction.isInvisible((char) c));
        return first ? "the reference, from its first character on" : last ? "the end" : "the name without it";
    }

    private static Reading.@Nullable Fault urlHabit(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.lookingAt()) {
            return new Reading.Fault(0, "a reference is no URL and has no " + scheme.group(), "the registry's host");
        }
        int backslash = text.indexOf('\\');
        if (backslash >= 0) {
            return new Reading.Fault(backslash, "'\\' does not separate the parts of a reference", "'/'");
        }
        if (text.endsWith("/")) {
            return new Reading.Fault(text.length() - 1, "a reference does not end with '/'", "the end, or a name");
        }
        return text.startsWith("/")
                ? new Reading.Fault(0, "a reference does not start with '/'", "the registry's host")
                : null;
    }
}
