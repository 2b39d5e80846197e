package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to the scanning of a whole registry on ECR, which has one configuration: where it is declared, that is changed. */
final class EcrRegistryScanning {
    private static final String TERRAFORM = """
            scan_type = "ENHANCED"
            rule {
              scan_frequency = "%s"
              repository_filter {
                filter      = "*"
                filter_type = "WILDCARD"
              }
            }
            """;
    private static final String TERRAFORM_MODULE = """
            registry_scan_type = "ENHANCED"
            registry_scan_rules = [{
              scan_frequency = "%s"
              filter         = [{ filter = "*", filter_type = "WILDCARD" }]
            }]
            """;
    private static final String YAML = """
            ScanType: ENHANCED
            Rules:
              - ScanFrequency: %s
                RepositoryFilters:
                  - Filter: "*"
                    FilterType: WILDCARD
            """;
    private static final String JSON = """
            "ScanType": "ENHANCED",
            "Rules": [
              {
                "ScanFrequency": "%s",
                "RepositoryFilters": [{"Filter": "*", "FilterType": "WILDCARD"}]
              }
            ]
            """;

    private final RepositoryState state;
    private final Scanning.@Nullable Registry declared;
    private final String frequency;

    /**
     * @param frequency how often to scan, as ECR calls it
     */
    EcrRegistryScanning(RepositoryState state, Scanning scanning, String frequency) {
        this.state = state;
        this.declared = scanning.registry();
        this.frequency = frequency;
    }

    List<Remedy> remedies(String title) {
        Language language = Language.of(state);
        if (language == Language.COMMANDS) {
            return Language.commands(
                    title,
                    "aws ecr put-registry-scanning-configuration --scan-type ENHANCED"
                            + new Named(state).region()
                            + " --rules '[{\"scanFrequency\":\"" + frequency + "\",\"repositoryFilters\":"
                            + "[{\"filter\":\"*\",\"filterType\":\"WILDCARD\"}]}]'");
        }
        return declared == null
                ? Language.change(state, title, added(language))
                : List.of(new Remedy(
                        title + ": change " + declared.subject() + " (" + declared.at() + ")",
                        List.of(),
                        List.of(new Remedy.File(Language.file(declared.at()), changed(language, declared)))));
    }

    private String changed(Language language, Scanning.Registry configuration) {
        String text = switch (language) {
            case CLOUDFORMATION_JSON -> JSON;
            case CLOUDFORMATION_YAML -> YAML;
            default -> Language.isCall(configuration.subject()) ? TERRAFORM_MODULE : TERRAFORM;
        };
        return text.formatted(frequency);
    }

    private String added(Language language) {
        return switch (language) {
            case CLOUDFORMATION_JSON ->
                "\"Scanning\": {\n  \"Type\": \"AWS::ECR::RegistryScanningConfiguration\",\n  \"Properties\": {\n"
                        + JSON.formatted(frequency).indent(4) + "  }\n}";
            case CLOUDFORMATION_YAML ->
                "Scanning:\n  Type: AWS::ECR::RegistryScanningConfiguration\n  Properties:\n"
                        + YAML.formatted(frequency).indent(4);
            default ->
                "resource \"aws_ecr_registry_scanning_configuration\" \"all\" {\n"
                        + TERRAFORM.formatted(frequency).indent(2) + "}";
        };
    }
}
