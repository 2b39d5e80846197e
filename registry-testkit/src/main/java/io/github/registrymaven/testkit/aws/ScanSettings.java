package io.github.registrymaven.testkit.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the registry scans, whatever its repositories say. */
record ScanSettings(String type, List<Rule> rules) {
    static final ScanSettings DEFAULT = new ScanSettings("BASIC", List.of());
    private static final List<String> WEAKEST_FIRST = List.of("MANUAL", "SCAN_ON_PUSH", "CONTINUOUS_SCAN");

    /** How often what repositories are scanned. */
    record Rule(String frequency, List<String> filters) {
        Rule {
            filters = List.copyOf(filters);
        }

        List<String> filtersFor(String repository) {
            return filters.stream().filter(filter -> fits(filter, repository)).toList();
        }

        /** A filter without a wildcard is for every name that contains it. */
        private static boolean fits(String filter, String repository) {
            return filter.contains("*") ? Glob.matches(filter, repository) : repository.contains(filter);
        }
    }

    /** What holds for one repository. */
    record Effective(boolean onPush, String frequency, List<String> filters) {}

    ScanSettings {
        rules = List.copyOf(rules);
    }

    Effective effectiveFor(EcrRepository repository) {
        Rule strongest = null;
        for (Rule rule : rules) {
            if (!rule.filtersFor(repository.name()).isEmpty()
                    && (strongest == null || strength(rule.frequency()) > strength(strongest.frequency()))) {
                strongest = rule;
            }
        }
        if (strongest != null) {
            List<String> filters = strongest.filtersFor(repository.name());
            return new Effective(!strongest.frequency().equals("MANUAL"), strongest.frequency(), filters);
        }
        // The setting of the repository itself counts only where the registry has none.
        boolean onPush = type.equals("BASIC") && rules.isEmpty() && repository.scanOnPush();
        return new Effective(onPush, onPush ? "SCAN_ON_PUSH" : "MANUAL", List.of());
    }

    private static int strength(@Nullable String frequency) {
        return WEAKEST_FIRST.indexOf(frequency);
    }
}
