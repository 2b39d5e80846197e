package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import java.util.regex.Pattern;

/**
 * No secret stands in {@code ENV}, where everybody who pulls the image reads it, nor as a default of {@code ARG}. Values are
 * never shown.
 */
final class SecretInEnvironment implements Practice {
    private static final Pattern SECRET = Pattern.compile(
            "(.*_)?(PASSWORD|PASSWD|PWORD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|CREDENTIALS?)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "secret-in-environment";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.MINIMUM;
    }

    @Override
    public void look(Look look) {
        for (Instruction each : look.all("ENV", "ARG")) {
            for (String setting : settings(each)) {
                int equals = setting.indexOf('=');
                String name = equals < 0 ? setting : setting.substring(0, equals);
                String value = equals < 0 ? "" : setting.substring(equals + 1);
                if (SECRET.matcher(name).matches() && !value.isBlank() && isNoPath(value)) {
                    fail(look, each, name);
                }
            }
        }
    }

    /** Where a secret lies is none. */
    private static boolean isNoPath(String value) {
        return !value.startsWith("/");
    }

    /** {@code ENV NAME VALUE} is the old way to say {@code ENV NAME="VALUE"}. */
    private static List<String> settings(Instruction each) {
        List<String> words = each.words();
        boolean old = each.is("ENV") && words.size() > 1 && !words.get(0).contains("=");
        return old ? List.of(words.get(0) + "=" + String.join(" ", words.subList(1, words.size()))) : words;
    }

    private void fail(Look look, Instruction each, String name) {
        look.verdicts()
                .fail(
                        each.line(),
                        "sets " + name + " by " + each.keyword() + ", for whoever pulls the image to read (" + id()
                                + ")",
                        "no secret in the image",
                        "Give it to the command that needs it, or to the container when it starts",
                        "RUN --mount=type=secret,id=" + name + ",env=" + name + " COMMAND");
    }
}
