package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Scanning.Mode;
import java.util.List;

/** {@code requireImageScanning}: what is pushed is scanned for vulnerabilities, as scanning takes effect for this repository. */
final class ImageScanning implements StateRule {
    private static final String TERRAFORM = """
        resource "aws_ecr_registry_scanning_configuration" "all" {
          scan_type = "ENHANCED"
          rule {
            scan_frequency = "CONTINUOUS_SCAN"
            repository_filter {
              filter      = "*"
              filter_type = "WILDCARD"
            }
          }
        }
        """;
    private static final String YAML = """
        Scanning:
          Type: AWS::ECR::RegistryScanningConfiguration
          Properties:
            ScanType: ENHANCED
            Rules:
              - ScanFrequency: CONTINUOUS_SCAN
                RepositoryFilters:
                  - Filter: "*"
                    FilterType: WILDCARD
        """;
    private static final String JSON = """
        "Scanning": {
          "Type": "AWS::ECR::RegistryScanningConfiguration",
          "Properties": {
            "ScanType": "ENHANCED",
            "Rules": [
              {
                "ScanFrequency": "CONTINUOUS_SCAN",
                "RepositoryFilters": [{"Filter": "*", "FilterType": "WILDCARD"}]
              }
            ]
          }
        }
        """;

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
                    ? ruling.fail(fact(scanning), words(wanted), remedies(state, wanted))
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

    private static List<Remedy> remedies(RepositoryState state, Mode wanted) {
        String title = wanted == Mode.CONTINUOUS ? "Scan continuously" : "Scan every push";
        Named named = new Named(state);
        return switch (state.kind()) {
            case ECR -> wanted == Mode.CONTINUOUS ? continuously(state, title, named) : onPush(state, title, named);
            case ARTIFACT_REGISTRY, GCR ->
                Language.of(state) == Language.TERRAFORM
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

    /** A setting of the registry, not of the repository. */
    private static List<Remedy> continuously(RepositoryState state, String title, Named named) {
        return switch (Language.of(state)) {
            case TERRAFORM -> Language.change(state, title, TERRAFORM);
            case CLOUDFORMATION_JSON -> Language.change(state, title, JSON);
            case CLOUDFORMATION_YAML -> Language.change(state, title, YAML);
            default ->
                Language.commands(
                        title,
                        "aws ecr put-registry-scanning-configuration --scan-type ENHANCED"
                                + named.region()
                                + " --rules '[{\"scanFrequency\":\"CONTINUOUS_SCAN\",\"repositoryFilters\":"
                                + "[{\"filter\":\"*\",\"filterType\":\"WILDCARD\"}]}]'");
        };
    }
}
