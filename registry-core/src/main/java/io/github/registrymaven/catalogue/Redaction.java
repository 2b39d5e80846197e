package io.github.registrymaven.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blots out what may be a password, a token or a key in whatever is said of a log. Rather one too many is blotted out; a digest, an ARN or a name of an image never is.
 */
final class Redaction {
    static final String BLOT = "***";

    private static final String KEYWORD =
            "(?i)(?:passw(?:or)?d|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|client[_-]?secret|signature|cookie|(?<![a-z])auth|(?<![a-z])pwd|(?<![a-z])sig)"
                    + "(?:[_-]?(?:id|key|value|token|secret))?+[\"']?+\\s{0,4}+";

    // Each repetition is possessive and bounded: a place in the text is looked at a bounded number of times.
    private static final List<Pattern> SECRETS = List.of(
            // Authorization: Bearer x, Authorization=Basic y, X-Registry-Auth: z; but not BuildKit's own
            // "may require authorization: server message: insufficient_scope"
            Pattern.compile(
                    "(?i)(?:authorization|x-registry-auth|x-registry-config|x-api-key|x-jfrog-art-api|private-token|job-token)"
                            + "[\"']?+\\s{0,4}+[:=]\\s{0,4}+\\\\{0,4}+[\"'\\[]{0,2}+(?!server message: )(?:(?:basic|bearer|token|negotiate|digest)\\s{1,4}+)?+"
                            + "(?<s>[^\\s\"',;\\]\\\\]{3,4096}+)"),
            Pattern.compile("(?i)\\b(?:basic|bearer)\\s{1,4}+(?<s>[A-Za-z0-9+/_.~-]{12,4096}+={0,2}+)"),
            // https://user:password@host
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\\s/:@\"'<>]{0,200}+:(?<s>[^\\s/@\"'<>]{1,400}+)@"),
            Pattern.compile("https?://(?<s>[A-Za-z0-9_-]{20,400}+)@"),
            // password=x, "token": "x", client_secret:x, -Djib.to.auth.password=x
            Pattern.compile(KEYWORD + "(?:=>|[:=])(?<s>(?!//)(?!\\*{3})(?:(?<=[:=>])[^\\s\"',;&|)}\\]:]{3,2048}+))"),
            Pattern.compile(KEYWORD + "(?:=>|[:=])\\s{0,4}+[\"'](?<s>(?!\\*{3})[^\"'\\n]{3,2048}+)[\"']"),
            // password: x at the end of a line; "failed to fetch oauth token: unexpected status" is a sentence
            Pattern.compile(
                    "(?i)(?:passw(?:or)?d|passwd|passphrase|secret|(?<![a-z])pwd)\\s{0,4}+[:=]\\s{1,4}+(?!(?:EOF|unauthorized"
                            + "|denied|forbidden|invalid|required|incorrect|expired|true|false)\\b)(?<s>(?!\\*{3})[^\\s\"',;:]{3,2048}+)(?=[ \\t]{0,4}+(?:[,;\\n]|$))"),
            Pattern.compile(
                    KEYWORD + "[:=]\\s{1,4}+(?<s>(?=[^\\s\\d]{0,60}+\\d)(?=\\d{0,60}+[A-Za-z])[^\\s\"',;:/]{6,2048}+)"),
            // --password x, --token x, docker login -p x
            Pattern.compile(
                    "(?i)\\s--?(?:docker-)?(?:password|passwd|token|secret|registry-token|creds|dest-creds|src-creds)[\\s=]{1,4}+"
                            + "[\"']?+(?<s>(?!-)(?!via )[^\\s\"']{3,2048}+)"),
            Pattern.compile("(?i)\\blogin\\b[^\\n]{0,200}?\\s-p[\\s=]{0,4}+[\"']?+(?<s>(?!-)[^\\s\"']{3,2048}+)"),
            // what tells by its own form what it is
            Pattern.compile(
                    "(?<s>\\beyJ[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]{4,8192}+(?:\\.[A-Za-z0-9_-]{0,4096}+)?+)"),
            Pattern.compile("(?<s>\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,20}+\\b)"),
            Pattern.compile(
                    "(?<s>\\b(?:gh[pousr]_|github_pat_|glpat-|gldt-|glcbt-|dckr_pat_|dckr_oat_|xox[abprs]-|npm_|pypi-|AIza|ya29\\."
                            + "|hvs\\.|sk-|AQoD|IQoJ|FwoG|dop_v1_|cmVmdGtu)[A-Za-z0-9_.+/=-]{16,4096}+)"),
            Pattern.compile("(?<s>-----BEGIN [A-Z ]{0,40}+KEY-----[^-]{0,8192}+)"));

    /** Long runs of letters and digits are keys, where they mix small and capital ones: no digest, commit or request id does. */
    private static final Pattern RUN =
            Pattern.compile("(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+=]{32,4096}+(?![A-Za-z0-9._/:-])");

    private Redaction() {}

    static List<Pattern> patterns() {
        return SECRETS;
    }

    static String of(String text) {
        String safe = text;
        for (Pattern secret : SECRETS) {
            safe = blot(secret.matcher(safe));
        }
        return blotRuns(safe);
    }

    private static String blot(Matcher secret) {
        return secret.replaceAll(found -> {
            int from = secret.start("s") - found.start();
            int to = secret.end("s") - found.start();
            String whole = found.group();
            return Matcher.quoteReplacement(whole.substring(0, from) + BLOT + whole.substring(to));
        });
    }

    private static String blotRuns(String text) {
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(isKey(run.group()) ? BLOT : run.group()));
    }

    private static boolean isKey(String run) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < run.length(); i++) {
            char character = run.charAt(i);
            upper |= Character.isUpperCase(character);
            lower |= Character.isLowerCase(character);
            digit |= Character.isDigit(character);
        }
        return digit && upper && lower;
    }
}
