package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Scanning.Mode;
import java.util.List;

/** {@code requireImageScanning}: what is pushed is scanned for vulnerabilities, as scanning takes effect for this repository. */
final class ImageScanning implements StateRule {
    @Override
    public String name() {
        return "requireImageScanning";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(name(), state, terms.level(), state.scanning(), (ruling, scanning) -> {
            Mode wanted = switch (terms.level()) {
                case MINIMUM -> Mode.ON_PUSH_BY_OLD_ENGINE;
                case GOOD -> Mode.ON_PUSH;
                case STRICT -> Mode.CONTINUOUS;
            };
            if (scanning.mode().compareTo(wanted) >= 0) {
                return ruling.pass("is scanned (" + scanning.said() + ")");
            }
            return scanning.more() == null
                    ? ruling.fail(fact(scanning), words(wanted), remedies(state, scanning, wanted))
                    : ruling.unknown(fact(scanning) + ", and " + scanning.more());
        });
    }

    private static String fact(Scanning scanning) {
        return switch (scanning.mode()) {
            case OFF -> "is not scanned (" + scanning.said() + ")";
            case ON_PUSH_BY_OLD_ENGINE -> "is scanned by an engine that is superseded (" + scanning.said() + ")";
            default -> "is scanned once, at the push (" + scanning.said() + ")";
        };
    }

    private static String words(Mode wanted) {
        return switch (wanted) {
            case CONTINUOUS -> "images that are scanned again as new vulnerabilities become known";
            case ON_PUSH -> "a scan of every push by the provider's present engine";
            default -> "a scan of every push";
        };
    }

    private static List<Remedy> remedies(RepositoryState state, Scanning scanning, Mode wanted) {
        String title = wanted == Mode.CONTINUOUS ? "Scan continuously" : "Scan every push";
        Named named = new Named(state);
        return switch (state.kind()) {
            case ECR -> ecr(state, scanning, wanted, title);
            case ARTIFACT_REGISTRY, GCR ->
                Language.of(state) == Language.TERRAFORM && !Language.isModuleOfTerraform(state)
                        ? Language.change(
                                state, title, "vulnerability_scanning_config {\n  enablement_config = \"INHERITED\"\n}")
                        : Language.commands(
                                title,
                                "gcloud services enable containerscanning.googleapis.com",
                                named.artifactRegistry("update") + " --allow-vulnerability-scanning");
            case ACR ->
                Language.of(state) == Language.TERRAFORM
                        ? Language.change(
                                state,
                                title,
                                "resource \"azurerm_security_center_subscription_pricing\" \"containers\" {\n"
                                        + "  tier          = \"Standard\"\n  resource_type = \"Containers\"\n}")
                        : Language.commands(title, "az security pricing create --name Containers --tier standard");
            default -> List.of();
        };
    }

    /** What is scanned again, and what is under enhanced scanning or of a template, is a setting of the registry. */
    private static List<Remedy> ecr(RepositoryState state, Scanning scanning, Mode wanted, String title) {
        Scanning.Registry registry = scanning.registry();
        boolean ofRegistry = wanted == Mode.CONTINUOUS || state.template() || (registry != null && registry.enhanced());
        return ofRegistry
                ? new EcrRegistryScanning(
                                state, scanning, wanted == Mode.CONTINUOUS ? "CONTINUOUS_SCAN" : "SCAN_ON_PUSH")
                        .remedies(title)
                : onPush(state, title, new Named(state));
    }

    private static List<Remedy> onPush(RepositoryState state, String title, Named named) {
        return switch (Language.of(state)) {
            case TERRAFORM -> Language.change(state, title, new EcrTerraform(state).scanOnPush());
            case CLOUDFORMATION_JSON ->
                Language.change(state, title, "\"ImageScanningConfiguration\": {\"ScanOnPush\": true}");
            case CLOUDFORMATION_YAML ->
                Language.change(state, title, "ImageScanningConfiguration:\n  ScanOnPush: true");
            default ->
                Language.commands(
                        title,
                        named.ecr("put-image-scanning-configuration")
                                + " --image-scanning-configuration scanOnPush=true");
        };
    }
}
