package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not written in a template need not be its default. */
class CloudFormationDoubtTest {
    private static final String HEAD = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n";

    @TempDir
    Path folder;

    @Test
    void knowsNoSettingOfPropertiesThatAConditionChooses() {
        RepositoryState app = repository("""
              App:
                Type: AWS::ECR::Repository
                Properties:
                  Fn::If:
                    - InProduction
                    - {ImageTagMutability: IMMUTABLE}
                    - {}
            Conditions:
              InProduction: !Equals [!Ref AWS::AccountId, '111122223333']
            """);

        assertThat(unseen(app.tags())).isEqualTo("the condition InProduction cannot be decided here (template.yml:5)");
        assertThat(unseen(app.lifecycle())).startsWith("the condition InProduction");
        assertThat(unseen(app.scanning())).startsWith("the condition InProduction");
        assertThat(unseen(app.encryption())).startsWith("the condition InProduction");
        assertThat(app.repository()).isNull();
    }

    @Test
    void leavesOpenWhatAnIncludedSnippetMaySetBesideWhatIsWritten() {
        RepositoryState app = repository("""
              App:
                Type: AWS::ECR::Repository
                Properties:
                  RepositoryName: app
                  ImageTagMutability: IMMUTABLE
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/ecr.yaml}}
            """);

        assertThat(app.repository()).isEqualTo("app");
        assertThat(seen(app.tags()).immutable()).isTrue();
        assertThat(unseen(app.lifecycle()))
                .isEqualTo("Fn::Transform is worked out only when the stack is made, and may set it (template.yml:8)");
    }

    @Test
    void leavesOpenWhatAMacroOfTheAccountMaySet() {
        RepositoryState app = repository("""
              App:
                Type: AWS::ECR::Repository
                Properties: {RepositoryName: app, ImageTagMutability: IMMUTABLE}
            Transform: [AWS::LanguageExtensions, CompanyDefaults]
            """);

        assertThat(seen(app.tags()).immutable()).isTrue();
        assertThat(unseen(app.scanning())).isEqualTo("the macro CompanyDefaults may set it (template.yml:6)");
    }

    @Test
    void takesTransformsOfAwsForNoMacro() {
        RepositoryState app = repository("""
              App:
                Type: AWS::ECR::Repository
            Transform: AWS::Serverless-2016-10-31
            """);

        assertThat(seen(app.lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void writesOutMergedSettingsBelowThoseThatAreWritten() {
        Declared declared = Fixtures.declared(folder, "template.yml", HEAD + """
              First:
                Type: AWS::ECR::Repository
                Properties: &standard
                  ImageTagMutability: IMMUTABLE
                  ImageScanningConfiguration: {ScanOnPush: true}
              Second:
                Type: AWS::ECR::Repository
                Properties:
                  <<: *standard
                  RepositoryName: second
              Third:
                Type: AWS::ECR::Repository
                Properties:
                  ImageTagMutability: MUTABLE
                  <<: [*standard, {RepositoryName: third}]
            """);

        assertThat(seen(state(declared, "Second").tags()).immutable()).isTrue();
        assertThat(state(declared, "Second").repository()).isEqualTo("second");
        assertThat(seen(state(declared, "Third").tags()).immutable()).isFalse();
        assertThat(state(declared, "Third").repository()).isEqualTo("third");
    }

    @Test
    void knowsThatACustomResourceMayGiveARepositoryItsPolicy() {
        Declared declared = Fixtures.declared(folder, "template.yml", HEAD + """
              App: {Type: AWS::ECR::Repository}
              Other: {Type: AWS::ECR::Repository}
              Cleaned: {Type: AWS::ECR::Repository}
              Policy:
                Type: Custom::AWS
                Properties:
                  Create: !Sub '{"action":"putLifecyclePolicy","parameters":{"repositoryName":"${App}"}}'
              Emptied:
                Type: Custom::ECRAutoDeleteImages
                Properties: {ServiceToken: !GetAtt Function.Arn, RepositoryName: !Ref Cleaned}
            """);

        assertThat(unseen(state(declared, "App").lifecycle()))
                .isEqualTo("Policy may or may not set it for this repository (template.yml:6)");
        assertThat(seen(state(declared, "Other").lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(state(declared, "Cleaned").lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void readsJsonInAFileThatIsCalledYaml() {
        Declared declared = Fixtures.declared(
                folder,
                "template.yaml",
                "{\n\t\"Resources\": {\n\t\t\"App\": {\n\t\t\t\"Type\": \"AWS::ECR::Repository\"\n\t\t}\n\t}\n}\n");

        assertThat(declared.problems()).isEmpty();
        assertThat(state(declared, "App").at()).isEqualTo("template.yaml:3");
    }

    @Test
    void readsFlowStyleYamlThatBeginsAsJsonDoes() {
        Declared declared =
                Fixtures.declared(folder, "template.yaml", "{Resources: {App: {Type: AWS::ECR::Repository}}}\n");

        assertThat(declared.problems()).isEmpty();
        assertThat(state(declared, "App").repository()).isNull();
    }

    private RepositoryState repository(String resources) {
        return state(Fixtures.declared(folder, "template.yml", HEAD + resources), "App");
    }
}
