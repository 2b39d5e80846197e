package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.read;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.reference.RegistryKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudFormationTest {
    private static final String HEAD = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n";

    @TempDir
    Path folder;

    @Test
    void worksOutShortFormFunctionsWithParametersDefaults() {
        RepositoryState orders = state(read("cloudformation/repository.yaml"), "Orders");

        assertThat(orders.kind()).isEqualTo(RegistryKind.ECR);
        assertThat(orders.repository()).isEqualTo("prod/orders");
        assertThat(orders.at()).isEqualTo("cloudformation/repository.yaml:20");
        assertThat(seen(orders.tags())).isEqualTo(new TagMutability(true, List.of(), "IMMUTABLE"));
        assertThat(at(orders.tags())).isEqualTo("cloudformation/repository.yaml:24");
    }

    @Test
    void takesABooleanThatIsWrittenAsText() {
        RepositoryState orders = state(read("cloudformation/repository.yaml"), "Orders");

        assertThat(seen(orders.scanning()).mode()).isEqualTo(Scanning.Mode.ON_PUSH);
        assertThat(at(orders.scanning())).isEqualTo("cloudformation/repository.yaml:26");
    }

    @Test
    void namesTheSettingThatIsWrittenAsTheApiHasIt() {
        Declared declared = Fixtures.declared(folder, "ecr.yml", """
            Resources:
              App:
                Type: AWS::ECR::Repository
                Properties:
                  ImageScanningConfiguration: {scanOnPush: true}
            """);

        assertThat(seen(state(declared, "App").scanning()).said())
                .contains("scan on push is not set: CloudFormation takes ScanOnPush, and refuses scanOnPush");
    }

    @Test
    void saysOfAFileOfTheServerlessFrameworkWhichTemplateIsReadInItsStead() {
        Declared declared = Fixtures.declared(folder, "serverless.yml", """
            service: worker
            provider: {name: aws, stage: "${opt:stage, 'dev'}"}
            resources:
              Resources:
                App:
                  Type: AWS::ECR::Repository
            """);

        assertThat(declared.states()).isEmpty();
        assertThat(declared.problems())
                .singleElement()
                .asString()
                .contains("serverless.yml")
                .contains("the template that serverless package makes of it is");
    }

    @Test
    void saysOfALoopThatMakesRepositoriesThatNoneOfThemIsSeen() {
        Declared declared = Fixtures.declared(folder, "template.yml", """
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::Topics:
                - Name
                - [A, B]
                - Topic${Name}: {Type: AWS::SNS::Topic}
              Fn::ForEach::Repositories:
                - Name
                - [A, B]
                - Repository${Name}: {Type: AWS::ECR::Repository}
            """);

        assertThat(declared.problems())
                .singleElement()
                .asString()
                .contains("template.yml:")
                .contains("Fn::ForEach::Repositories makes resources of ECR, and loops are not worked out");
    }

    @Test
    void leavesOpenWhatAParameterWithoutDefaultDecides() {
        Declared declared = Fixtures.declared(folder, "template.yml", HEAD + """
              App:
                Type: AWS::ECR::Repository
                Properties: {ImageTagMutability: !Ref Tags}
            Parameters:
              Tags: {Type: String}
            """);

        assertThat(unseen(state(declared, "App").tags()))
                .isEqualTo("the parameter Tags has no default (template.yml:5)");
    }

    @Test
    void knowsThatThereIsAKeyThoughNotWhose() {
        RepositoryState orders = state(read("cloudformation/repository.yaml"), "Orders");

        assertThat(seen(orders.encryption())).isEqualTo(new Encryption(Encryption.Keeper.EITHER_KMS, null, "KMS"));
        assertThat(at(orders.encryption())).isEqualTo("cloudformation/repository.yaml:29");
    }

    @Test
    void takesAPolicyAsTextAndAsAnObject() {
        RepositoryState asText = state(read("cloudformation/repository.yaml"), "Orders");
        RepositoryState asObject = state(read("cloudformation/repository.json"), "Orders");

        assertThat(seen(asText.lifecycle()))
                .isInstanceOfSatisfying(
                        Lifecycle.Policy.class,
                        policy -> assertThat(policy.document()).contains("\"countNumber\": 14"));
        assertThat(seen(asObject.lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"rules\":[{\"rulePriority\":1}]}", false));
        assertThat(at(asObject.lifecycle())).isEqualTo("cloudformation/repository.json:16");
    }

    @Test
    void findsAPolicyThatLetsEveryAccountIn() {
        RepositoryState orders = state(read("cloudformation/repository.yaml"), "Orders");

        assertThat(seen(orders.exposure()))
                .isEqualTo(new Exposure(Exposure.Reach.ANY_ACCOUNT, List.of("Allow ecr:BatchGetImage to *")));
    }

    @Test
    void givesWhatIsNotWrittenItsDefault() {
        RepositoryState plain = state(read("cloudformation/repository.yaml"), "Plain");

        assertThat(plain.repository()).isNull();
        assertThat(seen(plain.tags()).said()).isEqualTo("MUTABLE");
        assertThat(seen(plain.lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(plain.scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
        assertThat(seen(plain.encryption()).keeper()).isEqualTo(Encryption.Keeper.PROVIDER);
        assertThat(at(plain.tags())).isEqualTo("cloudformation/repository.yaml:42");
    }

    @Test
    void leavesOutAResourceWhoseConditionDoesNotHold() {
        assertThat(read("cloudformation/repository.yaml").states())
                .extracting(RepositoryState::subject)
                .containsExactly("Orders", "Plain");
    }

    @Test
    void letsTheRegistrysScanningConfigurationDecide() {
        RepositoryState orders = state(read("cloudformation/repository.json"), "Orders");

        assertThat(seen(orders.scanning()))
                .extracting(Scanning::mode, Scanning::said)
                .containsExactly(Scanning.Mode.CONTINUOUS, "ENHANCED, CONTINUOUS_SCAN");
        assertThat(at(orders.scanning())).isEqualTo("cloudformation/repository.json:26");
    }

    @Test
    void readsTheExceptionsOfImmutableTags() {
        TagMutability tags =
                seen(state(read("cloudformation/repository.json"), "Orders").tags());

        assertThat(tags).isEqualTo(new TagMutability(true, List.of("dev-*"), "IMMUTABLE_WITH_EXCLUSION"));
    }

    @Test
    void findsWhatGovernsAnImage() {
        Declared declared = read("cloudformation/repository.json");

        assertThat(declared.governing(image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team-a/orders:1")))
                .extracting(RepositoryState::subject)
                .containsExactly("Orders");
        assertThat(declared.governing(image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team-b/new:1")))
                .extracting(RepositoryState::subject)
                .containsExactly("NewOnes");
        assertThat(declared.governing(image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team-c/new:1")))
                .isEmpty();
        assertThat(declared.governing(image("public.ecr.aws/a1b2c3d4/open:1")))
                .extracting(RepositoryState::exposure)
                .allSatisfy(exposure -> assertThat(seen(exposure).reach()).isEqualTo(Exposure.Reach.ANONYMOUS));
    }

    @Test
    void saysWhereATemplateIsBrokenAndJudgesTheOthers() {
        Fixtures.write(folder, "broken.json", "{\n \"AWSTemplateFormatVersion\": \"2010-09-09\"\n \"Resources\": {}}");
        Fixtures.write(folder, "broken.yaml", HEAD + "  A:\n    Type: [AWS::ECR::Repository\n  B: x\n");
        Declared declared =
                Fixtures.declared(folder, "sound.yaml", HEAD + "  Sound:\n    Type: AWS::ECR::Repository\n");

        assertThat(declared.states()).extracting(RepositoryState::subject).containsExactly("Sound");
        assertThat(declared.problems())
                .map(Object::toString)
                .satisfiesExactly(
                        json -> assertThat(json).isEqualTo("broken.json:3: expected ',' or '}' in the JSON object"),
                        yaml -> assertThat(yaml).startsWith("broken.yaml:5: is not YAML: "));
    }

    @Test
    void refusesAYamlBomb() {
        StringBuilder bomb = new StringBuilder(HEAD + "  A: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char level = 'b'; level < 'l'; level++) {
            bomb.append("  ").append(level).append(": &").append(level).append(" [");
            bomb.append(("*" + (char) (level - 1) + ", ").repeat(9)).append("x]\n");
        }
        bomb.append("  # AWS::ECR::Repository\n");

        assertThat(Fixtures.declared(folder, "bomb.yaml", bomb.toString()).problems())
                .singleElement()
                .asString()
                .endsWith("holds more than 200000 values once its aliases are written out");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String deep = HEAD + "  A: " + "[".repeat(100_000) + " # AWS::\n";
        String object = "{\"AWSTemplateFormatVersion\": " + "[".repeat(100_000);

        Fixtures.write(folder, "deep.json", object);
        assertThat(Fixtures.declared(folder, "deep.yaml", deep).problems())
                .map(Object::toString)
                .containsExactly(
                        "deep.json:1: is nested deeper than 255 levels",
                        "deep.yaml:3: is nested deeper than 200 levels");
    }

    @Test
    void takesNoNoticeOfOtherYamlAndJson() {
        Fixtures.write(folder, "chart/templates/service.yaml", "{{ if .Values.x }}\nkind: Service\n{{ end }}");
        Fixtures.write(folder, "data.json", "{\"broken\": ");

        assertThat(Fixtures.declared(folder, "values.yml", "Resources: {limits: {cpu: 1}}")
                        .problems())
                .isEmpty();
    }
}
