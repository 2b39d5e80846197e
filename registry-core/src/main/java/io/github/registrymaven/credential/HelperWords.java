package io.github.registrymaven.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A helper's own words, fit to be shown: a few short lines, and nothing in them that could be a secret. */
public final class HelperWords {
    private static final int LINES = 5;
    private static final int LENGTH = 300;
    private static final int SHORTEST_SECRET = 6;
    private static final String HIDDEN = "(hidden)";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\"?(?:secret|password|passwd|token|auth|authorization|access_?key|api_?key)\"?(?:\\s*[:=]\\s*|\\s+is\\s+))"
                    + "(?:(?:basic|bearer)\\s+)?(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|\\S++)");
    private static final Pattern OPTION = Pattern.compile("(?i)(--?(?:p|password|token|secret)[ =])\\S++");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(basic|bearer)\\s+[A-Za-z0-9+/=._~-]{8,}+");
    private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@]*+:)\\S+@");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/=._-]{24,}+");
    private static final Pattern SECRET_VARIABLE =
            Pattern.compile("(?i).*(SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY).*");

    private HelperWords() {}

    /** Of both its outputs, a few lines. */
    public static List<String> shown(Secret out, Secret err, Map<String, String> environment) {
        List<String> lines = new ArrayList<>();
        for (Secret text : List.of(err, out)) {
            // Before lines are cut short: half a secret is one too.
            String clean = hide(text.reveal(), environment);
            for (String line : clean.split("\\R", -1)) {
                String shown = CONTROL.matcher(line).replaceAll(" ").strip();
                if (!shown.isEmpty() && lines.size() < LINES) {
                    lines.add(shown.length() > LENGTH ? shown.substring(0, LENGTH) + "…" : shown);
                }
            }
        }
        return lines;
    }

    private static String hide(String text, Map<String, String> environment) {
        String clean = text;
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getValue().length() >= SHORTEST_SECRET
                    && SECRET_VARIABLE
                            .matcher(variable.getKey().toUpperCase(Locale.ROOT))
                            .matches()) {
                clean = clean.replace(variable.getValue(), HIDDEN);
            }
        }
        clean = NAMED.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = OPTION.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = SCHEME.matcher(clean).replaceAll("$1 " + HIDDEN);
        clean = USER_INFO.matcher(clean).replaceAll("$1" + HIDDEN + "@");
        return LONG.matcher(clean).replaceAll(run -> looksLikeToken(run.group()) ? HIDDEN : run.group());
    }

    // Mixed as only a token is: host names and paths are not.
    private static boolean looksLikeToken(String run) {
        return run.chars().anyMatch(Character::isDigit)
                && run.chars().anyMatch(Character::isLowerCase)
                && run.chars().anyMatch(Character::isUpperCase);
    }
}
