package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry's scanning configuration may come from anywhere that is not read. */
class RegistryScanningTest {
    private static final String APP = "aws_ecr_repository.app";
    private static final String REPOSITORY = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n";
    private static final String MODULE = """
        variable "manage" {}
        module "ecr" {
          source = "terraform-aws-modules/ecr/aws"

          repository_name                        = "own"
          repository_image_scan_on_push          = false
          manage_registry_scanning_configuration = %s
          registry_scan_type                     = "ENHANCED"
          registry_scan_rules = [{
            scan_frequency = "CONTINUOUS_SCAN"
            filter         = %s
          }]
        }
        """;

    @TempDir
    Path folder;

    @Test
    void aModuleThatIsNotReadMayConfigureIt() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY + "module \"account\" {\n  source = \"git::https://example.com/a.git\"\n}\n");

        assertThat(unseen(state(declared, APP).scanning()))
                .isEqualTo("module.account may or may not set it for this repository (main.tf:4)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terraform-google-modules/network/google",
                "registry.terraform.io/Azure/naming/azurerm",
                "Azure/avm-res-keyvault-vault/azurerm//modules/key",
                "GoogleCloudPlatform/artifact-registry/google",
                "terraform-aws-modules/vpc/aws",
                "terraform-aws-modules/security-group/aws//modules/http-80",
            })
    void aModuleForAnotherCloudOrServiceDoesNotConfigureIt(String source) {
        Declared declared =
                declared(folder, "main.tf", REPOSITORY + "module \"other\" {\n  source = \"" + source + "\"\n}\n");

        assertThat(seen(state(declared, APP).scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/account/aws",
                "acme/network/null",
                "cloudposse/label/null",
                "terraform-aws-modules/account/aws",
                "app.terraform.io/acme/network/google",
                "git::https://github.com/terraform-google-modules/network/google",
                "github.com/acme/google",
            })
    void aModuleOfWhichThatIsNotCertainMayConfigureIt(String source) {
        Declared declared =
                declared(folder, "main.tf", REPOSITORY + "module \"other\" {\n  source = \"" + source + "\"\n}\n");

        assertThat(unseen(state(declared, APP).scanning())).startsWith("module.other may or may not set it");
    }

    @Test
    void whatDecidesIsToldWithItsPlace() {
        String configuration = """
            resource "aws_ecr_registry_scanning_configuration" "all" {
              scan_type = "%s"
            }
            """;
        String name = "aws_ecr_registry_scanning_configuration.all";

        Scanning enhanced =
                seen(state(declared(folder, "main.tf", REPOSITORY + configuration.formatted("ENHANCED")), APP)
                        .scanning());
        Scanning basic = seen(state(declared(folder, "main.tf", REPOSITORY + configuration.formatted("BASIC")), APP)
                .scanning());

        assertThat(enhanced.registry()).isEqualTo(new Scanning.Registry(name, "main.tf:4", true));
        assertThat(basic.registry()).isEqualTo(new Scanning.Registry(name, "main.tf:4", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_inspector2_enabler\" \"all\" {\n  resource_types = [\"EC2\", \"ECR\"]\n}\n",
                "aws_inspector2_organization_configuration\" \"all\" {\n  auto_enable {\n    ecr = true\n  }\n}\n"
            })
    void inspectorMayScanWhereItIsActivatedForIt(String inspector) {
        String code = REPOSITORY + "resource \"" + inspector;

        assertThat(unseen(state(declared(folder, "main.tf", code), APP).scanning()))
                .contains(".all may or may not set it for this repository (main.tf:4)");
        String other = code.replace("\"ECR\"", "\"LAMBDA\"").replace("ecr = true", "ecr = false");
        assertThat(seen(state(declared(folder, "main.tf", other), APP).scanning())
                        .mode())
                .isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void theCommunitysModuleTellsHowItConfiguresIt() {
        Scanning continuous = new Scanning(Scanning.Mode.CONTINUOUS, "ENHANCED, CONTINUOUS_SCAN")
                .by(new Scanning.Registry("module.ecr", "main.tf:5", true));

        Declared first = declared(folder, "main.tf", REPOSITORY + MODULE.formatted("true", "\"*\""));
        Declared now = declared(folder, "main.tf", REPOSITORY + MODULE.formatted("true", "[{ filter = \"*\" }]"));

        assertThat(seen(state(first, APP).scanning())).isEqualTo(continuous);
        assertThat(seen(state(now, APP).scanning())).isEqualTo(continuous);
        assertThat(seen(state(now, "module.ecr").scanning())).isEqualTo(continuous);
    }

    @Test
    void theCommunitysModuleMayOrMayNotConfigureIt() {
        Declared declared = declared(folder, "main.tf", REPOSITORY + MODULE.formatted("var.manage", "\"*\""));

        assertThat(unseen(state(declared, APP).scanning()))
                .startsWith("module.ecr.aws_ecr_registry_scanning_configuration.this[0] may or may not set it");
    }

    @Test
    void theCommunitysModuleConfiguresNothingByDefault() {
        Declared declared = declared(folder, "main.tf", REPOSITORY + MODULE.formatted("null", "\"*\""));

        assertThat(seen(state(declared, APP).scanning()))
                .isEqualTo(new Scanning(
                        Scanning.Mode.OFF,
                        "scan on push is not set, and no registry scanning configuration is declared in the files"
                                + " given"));
        assertThat(seen(state(declared, "module.ecr").scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void theCommunitysModuleConfiguresTheRegionThatItIsHandedTheProviderOf() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY.replace("{\n", "{\n  provider = aws.us\n")
                        + MODULE.formatted("true", "\"*\"")
                                .replace("/aws\"\n", "/aws\"\n  providers = { aws = aws.us }\n"));

        assertThat(seen(state(declared, APP).scanning()).mode()).isEqualTo(Scanning.Mode.CONTINUOUS);
    }

    @Test
    void aConfigurationThroughAnotherProviderMayBeForTheSameRegion() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY + "resource \"aws_ecr_registry_scanning_configuration\" \"all\" {\n"
                        + "  provider  = aws.main\n  scan_type = \"ENHANCED\"\n}\n");

        assertThat(unseen(state(declared, APP).scanning()))
                .startsWith("aws_ecr_registry_scanning_configuration.all may or may not set it");
    }

    @Test
    void aScanAtThePushMayBeFollowedByOthersThatAreNotSeen() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY.replace("}\n", "  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n")
                        + "module \"account\" {\n  source = \"git::https://example.com/a.git\"\n}\n");

        assertThat(judged(declared, PolicyLevel.GOOD).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judged(declared, PolicyLevel.STRICT).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(judged(declared, PolicyLevel.STRICT).fact())
                .isEqualTo("is scanned once, at the push (scan on push), and module.account may or may not have it"
                        + " scanned again (main.tf:7)");
    }

    private static Judgement judged(Declared declared, PolicyLevel level) {
        return Objects.requireNonNull(new StateRules().named("requireImageScanning"))
                .judge(state(declared, APP), Terms.of(level));
    }
}
