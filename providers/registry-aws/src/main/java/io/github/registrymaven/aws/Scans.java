package io.github.registrymaven.aws;

import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Scanning.Mode;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.Wildcard;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.RegistryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.RegistryScanningRule;
import software.amazon.awssdk.services.ecr.model.RepositoryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.ScanningRepositoryFilter;

/**
 * How a registry scans. Its rules overrule what a repository says of itself, so AWS is asked what takes effect; where that is
 * not shown, the rules are read here.
 *
 * @param registry the registry's own configuration
 * @param effective what takes effect, by repository; what could not be had is left out
 * @param unseen why something is left out of {@code effective}
 * @param engine the account's engine for basic scans
 */
record Scans(
        Answer<RegistryScanningConfiguration> registry,
        Map<String, RepositoryScanningConfiguration> effective,
        @Nullable Trouble unseen,
        Answer<String> engine) {
    static final String EFFECTIVE = "ecr:BatchGetRepositoryScanningConfiguration";
    static final String REGISTRY = "ecr:GetRegistryScanningConfiguration";
    static final String ENGINE = "ecr:GetAccountSetting";
    private static final String ENHANCED = "ENHANCED";

    Scans {
        effective = Map.copyOf(effective);
    }

    /**
     * Scanning as it takes effect.
     *
     * @param ownOnPush the repository's own setting; null where it is not shown
     */
    Setting<Scanning> of(String repository, @Nullable Boolean ownOnPush) {
        RepositoryScanningConfiguration told = effective.get(repository);
        if (told != null) {
            return told(told);
        }
        return registry instanceof Answer.Given<RegistryScanningConfiguration> given
                ? byRules(given.value(), repository, ownOnPush)
                : new Setting.Unseen<>(notShown());
    }

    private Setting<Scanning> told(RepositoryScanningConfiguration told) {
        String frequency = String.valueOf(told.scanFrequencyAsString());
        boolean onPush = Boolean.TRUE.equals(told.scanOnPush());
        if (!frequency.equals("MANUAL") || !onPush) {
            return scanning(frequency, EFFECTIVE);
        }
        // The repository's own setting, which enhanced scanning does not know.
        return type() == null
                ? new Setting.Unseen<>("whether scans are basic is not known, and only they scan on push where the"
                        + " repository alone says so: " + notShown())
                : scanning(ENHANCED.equals(type()) ? "MANUAL" : "SCAN_ON_PUSH", EFFECTIVE);
    }

    private Setting<Scanning> byRules(
            RegistryScanningConfiguration registry, String repository, @Nullable Boolean ownOnPush) {
        Mode strongest = null;
        String frequency = "MANUAL";
        for (RegistryScanningRule rule : registry.rules()) {
            Mode mode = mode(String.valueOf(rule.scanFrequencyAsString()));
            if (isFor(rule, repository) && (strongest == null || (mode != null && mode.compareTo(strongest) > 0))) {
                strongest = mode;
                frequency = String.valueOf(rule.scanFrequencyAsString());
            }
        }
        if (strongest != null || ENHANCED.equals(registry.scanTypeAsString()) || Boolean.FALSE.equals(ownOnPush)) {
            return scanning(frequency, REGISTRY);
        }
        // Whether the repository's own setting still counts beside rules that leave it out is not documented.
        return ownOnPush == null || !registry.rules().isEmpty()
                ? new Setting.Unseen<>(notShown())
                : scanning("SCAN_ON_PUSH", REGISTRY);
    }

    private static boolean isFor(RegistryScanningRule rule, String repository) {
        return rule.repositoryFilters().stream()
                .map(ScanningRepositoryFilter::filter)
                // Without a wildcard a filter is for every name that contains it.
                .anyMatch(filter -> Wildcard.matches(filter.contains("*") ? filter : "*" + filter + "*", repository));
    }

    private Setting<Scanning> scanning(String frequency, String at) {
        Mode mode = mode(frequency);
        if (mode == null) {
            return new Setting.Unseen<>("the frequency " + frequency + " is not known here");
        }
        String type = type();
        String said = (type == null ? "" : type + ", ") + frequency;
        if (mode != Mode.ON_PUSH || ENHANCED.equals(type)) {
            return new Setting.Seen<>(new Scanning(mode, said), at);
        }
        String by = engine instanceof Answer.Given<String> given ? given.value() : null;
        // A setting that is not shown is taken for AWS's own engine, the only one that can still be chosen.
        return new Setting.Seen<>(
                new Scanning(
                        "CLAIR".equals(by) ? Mode.ON_PUSH_BY_OLD_ENGINE : mode,
                        said + (by == null ? ", by an engine that was not shown" : ", " + by)),
                at);
    }

    private @Nullable String type() {
        return registry instanceof Answer.Given<RegistryScanningConfiguration> given
                ? given.value().scanTypeAsString()
                : null;
    }

    private String notShown() {
        String effective = unseen == null ? EFFECTIVE + " left it out" : unseen.words(EFFECTIVE);
        return registry instanceof Answer.None<RegistryScanningConfiguration> none
                ? effective + ", " + none.trouble().words(REGISTRY)
                : effective;
    }

    private static @Nullable Mode mode(String frequency) {
        return switch (frequency) {
            case "MANUAL" -> Mode.OFF;
            case "SCAN_ON_PUSH" -> Mode.ON_PUSH;
            case "CONTINUOUS_SCAN" -> Mode.CONTINUOUS;
            default -> null;
        };
    }

    /** For a registry whose settings are shown to somebody else. */
    static Scans notAsked(Trouble why) {
        return new Scans(new Answer.None<>(why), Map.of(), why, new Answer.None<>(why));
    }
}
