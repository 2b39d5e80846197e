package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Scanning.Mode;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * A registry's scanning configuration.
 *
 * @param engine what basic scanning comes to here
 */
record RegistryScanning(Resource configuration, Mode engine) {
    /**
     * For one repository.
     *
     * @param name null where it is not known
     * @param own what the repository's own flag says, which counts under basic scanning only
     */
    Setting<Scanning> of(@Nullable String name, Setting<Scanning> own) {
        Node type = configuration.get("scan_type", "ScanType");
        if (type instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        Node best = null;
        for (Node rule : configuration.get("rule", "Rules").items()) {
            Boolean matches = matches(rule, name);
            Node frequency = rule.get("scan_frequency", "ScanFrequency");
            if (matches == null || (matches && frequency.text() == null)) {
                return new Setting.Unseen<>("whether a rule of " + configuration.address()
                        + " holds for it is not known (" + rule.at() + ")");
            }
            if (matches && (best == null || rank(frequency) > rank(best))) {
                best = frequency;
            }
        }
        return isEnhanced() ? enhanced(best) : basic(best, own);
    }

    private Setting<Scanning> enhanced(@Nullable Node frequency) {
        if (frequency == null) {
            return seen(Mode.OFF, "ENHANCED, and no rule for this repository", configuration.properties());
        }
        Mode mode = switch (rank(frequency)) {
            case 2 -> Mode.CONTINUOUS;
            case 1 -> Mode.ON_PUSH;
            default -> Mode.OFF;
        };
        return seen(mode, "ENHANCED, " + frequency.text(), frequency);
    }

    private Setting<Scanning> basic(@Nullable Node frequency, Setting<Scanning> own) {
        if (frequency != null && rank(frequency) > 0) {
            return seen(engine, "BASIC, " + frequency.text(), frequency);
        }
        boolean off = own instanceof Setting.Seen<Scanning> seen && seen.value().mode() == Mode.OFF;
        if (off) {
            return seen(Mode.OFF, "BASIC, MANUAL", configuration.properties());
        }
        // Whether the repository's own setting still counts beside rules that leave it out is not documented.
        return configuration.get("rule", "Rules").isNothing()
                ? known(own)
                : new Setting.Unseen<>("the rules of " + configuration.address()
                        + " leave this repository out, and its own setting may not count (" + configuration.at() + ")");
    }

    private static int rank(Node frequency) {
        return switch (String.valueOf(frequency.text())) {
            case "CONTINUOUS_SCAN" -> 2;
            case "SCAN_ON_PUSH" -> 1;
            default -> 0;
        };
    }

    /** Null where it cannot be known. A filter without {@code *} matches any name that contains it. */
    private static @Nullable Boolean matches(Node rule, @Nullable String name) {
        boolean unsure = false;
        for (Node filter : rule.get("repository_filter", "RepositoryFilters").items()) {
            String pattern = filter.get("filter", "Filter").text();
            if ("*".equals(pattern)) {
                return true;
            }
            if (pattern == null || name == null) {
                unsure = true;
            } else if (pattern.contains("*") ? Wildcard.matches(pattern, name) : name.contains(pattern)) {
                return true;
            }
        }
        return unsure ? null : Boolean.FALSE;
    }

    /** What the repository's own flag says, which counts here. */
    private Setting<Scanning> known(Setting<Scanning> own) {
        return own instanceof Setting.Seen<Scanning> seen
                ? new Setting.Seen<>(seen.value().by(registry()), seen.at())
                : own;
    }

    private Setting<Scanning> seen(Mode mode, String said, Node where) {
        return new Setting.Seen<>(
                new Scanning(mode, said).by(registry()), where.at().toString());
    }

    private Scanning.Registry registry() {
        return new Scanning.Registry(configuration.subject(), configuration.at().toString(), isEnhanced());
    }

    private boolean isEnhanced() {
        return "ENHANCED".equals(configuration.get("scan_type", "ScanType").text());
    }
}
