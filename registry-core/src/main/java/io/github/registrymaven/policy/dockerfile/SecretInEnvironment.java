package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.Setting;
import io.github.registrymaven.policy.Placeholder;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * No secret stands in {@code ENV}, where everybody who pulls the image reads it, nor as a default of {@code ARG}. Values are
 * never shown.
 */
final class SecretInEnvironment implements Practice {
    private static final Pattern SECRET = Pattern.compile(
            "(.*_)?(PASSWORD|PASSWD|PWORD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|CREDENTIALS?)",
            Pattern.CASE_INSENSITIVE);

    /** Names that say something about a secret: {@code ALLOW_EMPTY_PASSWORD}, {@code MYSQL_RANDOM_ROOT_PASSWORD}. */
    private static final Pattern ABOUT_ONE = Pattern.compile(
            "(.*_)?(ALLOW|USE|ENABLED?|DISABLED?|REQUIRED?|RANDOM|GENERATED?|SKIP|PUBLIC)_.*",
            Pattern.CASE_INSENSITIVE);

    /** What Maven puts in when it filters the file: {@code @config.password@}, {@code ${config.password}}. */
    private static final Pattern OF_MAVEN = Pattern.compile("@[\\w.-]+@|\\$\\{[\\w-]+\\.[\\w.-]+}");

    /** Where a secret is kept, and what stands where none does yet. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "arn:.*|(vault|ssm|sm|op|secretsmanager|aws-?secretsmanager|gcp-?secretmanager|keyvault|azure-?keyvault|secret|env):.*"
                    + "|ENC\\(.*\\)|<[^>]*>|_{2,}\\w+_{2,}|[*xX.]+|your[-_ ].*|"
                    + Placeholder.WORDS,
            Pattern.CASE_INSENSITIVE);

    /**
     * Yes and no, what everybody knows of the JDK's own trust store, and where it lies: a path, or an address with no login in it.
     * Where a secret lies is none.
     */
    private static final Pattern HARMLESS = Pattern.compile(
            "changeit|true|false|yes|no|on|off|0|1|none|null|enabled|disabled|required|optional"
                    + "|(\\$\\w+|\\$\\{\\w+})?/.*|(file|classpath):.*|https?://[^@?]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+|\\{(\\w+)(:?-)?})");

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
        Set<String> declared = new HashSet<>();
        for (Instruction each : look.all("ENV", "ARG")) {
            for (Setting setting : each.settings()) {
                String value = setting.value() == null ? "" : setting.value();
                if (isSecret(setting.name()) && !isHarmless(value) && isSet(value, declared)) {
                    judge(look, each, setting.name(), value);
                }
            }
            each.settings().forEach(setting -> declared.add(setting.name()));
        }
    }

    private void judge(Look look, Instruction each, String name, String value) {
        if (OF_MAVEN.matcher(value).matches()) {
            look.verdicts()
                    .unknown(
                            each.line(),
                            "sets " + name + " to what Maven puts in, which is not known here (" + id() + ")");
        } else {
            fail(look, each, name);
        }
    }

    private static boolean isHarmless(String value) {
        return HARMLESS.matcher(value).matches() || ELSEWHERE.matcher(value).matches();
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).matches() && !ABOUT_ONE.matcher(name).matches();
    }

    /** A variable that was never declared is empty: what the build has of that name in its environment stays there. */
    private static boolean isSet(String value, Set<String> declared) {
        String left = VARIABLE.matcher(value).replaceAll(variable -> {
            String name = variable.group(2) == null ? variable.group(1) : variable.group(2);
            return declared.contains(name) ? "x" : "";
        });
        return !left.isBlank();
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
