package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.report.PolicyConsole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/** How a rule tells what it found: what is broken fails it, what is unknown does what the user said. */
final class Telling {
    private static final List<String> UNKNOWNS = List.of("warn", "ignore", "fail");

    private final String onUnknown;
    private final @Nullable String message;
    private final Consumer<String> warnings;

    /**
     * For one run of a rule.
     *
     * @param onUnknown what an unknown does: {@code warn}, {@code ignore} or {@code fail}
     * @param message what to say first when the rule is broken
     */
    Telling(String rule, String onUnknown, @Nullable String message, Consumer<String> warnings)
            throws EnforcerRuleError {
        this.onUnknown = oneOf(rule, "onUnknown", onUnknown, UNKNOWNS);
        this.message = message;
        this.warnings = warnings;
    }

    /** A parameter that takes some words only. */
    static String oneOf(String rule, String parameter, String value, List<String> allowed) throws EnforcerRuleError {
        if (!allowed.contains(value)) {
            throw new EnforcerRuleError(
                    rule + ": " + parameter + " is '" + value + "'; it takes " + String.join(" or ", allowed));
        }
        return value;
    }

    /** Tells all of them, and fails where one is broken. */
    void tell(Map<Judgement, List<String>> judgements) throws EnforcerRuleException {
        PolicyConsole console = new PolicyConsole();
        List<String> broken = new ArrayList<>();
        judgements.forEach((judgement, images) -> {
            boolean unknown = judgement.outcome() == Outcome.UNKNOWN;
            if (judgement.outcome() == Outcome.FAIL || (unknown && onUnknown.equals("fail"))) {
                broken.add(console.broken(judgement, images));
            } else if (unknown && onUnknown.equals("warn")) {
                warnings.accept(console.line(judgement));
            }
        });
        if (!broken.isEmpty()) {
            throw new EnforcerRuleException((message == null ? "" : message + "\n") + String.join("\n\n", broken));
        }
    }
}
