package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Scanning.Mode;
import org.junit.jupiter.api.Test;

/** A registry of ECR has one configuration of its scanning, so the one that is there is what is changed. */
final class EcrRegistryScanningTest {
    private static final String CONFIGURATION = "aws_ecr_registry_scanning_configuration.all";

    @Test
    void theConfigurationThatIsThereIsChangedWhereItStands() {
        Remedy remedy = remedy(
                terraform().scannedBy(Mode.ON_PUSH, "BASIC, SCAN_ON_PUSH", registry(CONFIGURATION, false)),
                PolicyLevel.STRICT);

        assertThat(remedy.title()).isEqualTo("Scan continuously: change " + CONFIGURATION + " (infra/account.tf:3)");
        assertThat(remedy.files().get(0).name()).isEqualTo("infra/account.tf");
        assertThat(remedy.files().get(0).content())
                .startsWith("scan_type = \"ENHANCED\"\nrule {\n  scan_frequency = \"CONTINUOUS_SCAN\"\n");
    }

    @Test
    void oneIsAddedWhereThereIsNone() {
        Remedy remedy = remedy(terraform().scanned(Mode.ON_PUSH, "scan on push"), PolicyLevel.STRICT);

        assertThat(remedy.title()).isEqualTo("Scan continuously");
        assertThat(remedy.files().get(0).name()).isEqualTo("infra/main.tf");
        assertThat(remedy.files().get(0).content()).isEqualTo("""
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
                """);
    }

    @Test
    void underEnhancedScanningARepositorysOwnFlagWouldMendNothing() {
        Remedy remedy = remedy(
                terraform().scannedBy(Mode.OFF, "ENHANCED, and no rule", registry(CONFIGURATION, true)),
                PolicyLevel.MINIMUM);

        assertThat(remedy.title()).isEqualTo("Scan every push: change " + CONFIGURATION + " (infra/account.tf:3)");
        assertThat(remedy.files().get(0).content()).contains("scan_frequency = \"SCAN_ON_PUSH\"");
    }

    @Test
    void underBasicScanningItMendsIt() {
        Remedy remedy = remedy(
                terraform().scannedBy(Mode.OFF, "BASIC, MANUAL", registry(CONFIGURATION, false)), PolicyLevel.MINIMUM);

        assertThat(remedy.files().get(0).content()).startsWith("image_scanning_configuration {");
    }

    @Test
    void aTemplateHasNoFlagOfItsOwn() {
        Remedy remedy = remedy(
                States.ecr()
                        .declared("aws_ecr_repository_creation_template.apps", "infra/main.tf:3")
                        .template()
                        .scannedBy(Mode.OFF, "BASIC, MANUAL", registry(CONFIGURATION, false)),
                PolicyLevel.MINIMUM);

        assertThat(remedy.files().get(0).name()).isEqualTo("infra/account.tf");
    }

    @Test
    void theModuleThatConfiguresItIsChangedInItsOwnWords() {
        Remedy remedy = remedy(
                terraform().scannedBy(Mode.ON_PUSH, "BASIC, SCAN_ON_PUSH", registry("module.ecr", false)),
                PolicyLevel.STRICT);

        assertThat(remedy.files().get(0).content())
                .startsWith("registry_scan_type = \"ENHANCED\"\nregistry_scan_rules");
    }

    @Test
    void inCloudFormationItsPropertiesAreChanged() {
        Scanning.Registry registry = new Scanning.Registry("Scans", "infra/ecr.yaml:9", false);
        Remedy changed = remedy(
                States.ecr().declared("App", "infra/ecr.yaml:3").scannedBy(Mode.ON_PUSH, "BASIC", registry),
                PolicyLevel.STRICT);
        Remedy added = remedy(
                States.ecr().declared("App", "infra/ecr.yaml:3").scanned(Mode.ON_PUSH, "scan on push"),
                PolicyLevel.STRICT);

        assertThat(changed.title()).isEqualTo("Scan continuously: change Scans (infra/ecr.yaml:9)");
        assertThat(changed.files().get(0).content()).startsWith("ScanType: ENHANCED\nRules:\n  - ScanFrequency:");
        assertThat(added.files().get(0).content()).startsWith("""
                        Scanning:
                          Type: AWS::ECR::RegistryScanningConfiguration
                          Properties:
                            ScanType: ENHANCED
                            Rules:
                              - ScanFrequency: CONTINUOUS_SCAN
                        """);
    }

    @Test
    void aTemplateOfCloudFormationHasThePolicysTextItself() {
        States yaml = States.ecr().declared("Apps", "infra/ecr.yaml:3").noPolicy();
        States json = States.ecr().declared("Apps", "infra/ecr.json:3").noPolicy();

        assertThat(policy(yaml)).startsWith("LifecyclePolicy:\n  LifecyclePolicyText: |\n    {\n");
        assertThat(policy(json)).startsWith("\"LifecyclePolicy\": {\"LifecyclePolicyText\": \"{\\\"rules\\\": [{");
        assertThat(policy(yaml.template())).startsWith("LifecyclePolicy: |\n  {\n    \"rules\": [\n");
        assertThat(policy(json.template()))
                .startsWith("\"LifecyclePolicy\": \"{\\\"rules\\\": [{")
                .endsWith("]}\"\n");
    }

    private static String policy(States states) {
        return states.judged("requireLifecyclePolicy", PolicyLevel.MINIMUM)
                .remedies()
                .get(0)
                .files()
                .get(0)
                .content();
    }

    private static States terraform() {
        return States.ecr().declared("aws_ecr_repository.app", "infra/main.tf:3");
    }

    private static Scanning.Registry registry(String subject, boolean enhanced) {
        return new Scanning.Registry(subject, "infra/account.tf:3", enhanced);
    }

    private static Remedy remedy(States states, PolicyLevel level) {
        return states.judged("requireImageScanning", level).remedies().get(0);
    }
}
