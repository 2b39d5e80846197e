package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.read;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static io.github.registrymaven.declared.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final String BATCH = "module.batch[\"a.b\"].aws_ecr_repository.this";

    private static final String PARTIAL =
            "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"planned_values\":"
                    + "{\"root_module\":{\"resources\":[{\"address\":\"aws_ecr_repository.app\",\"mode\":\"managed\","
                    + "\"type\":\"aws_ecr_repository\",\"values\":{\"name\":\"app\"}}]}},%s}";

    @TempDir
    Path folder;

    private final Declared plan = read("plan/tfplan.json");

    @Test
    void readsWhatWillBeAndNotWhatIsLookedUp() {
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.states()).extracting(RepositoryState::subject).containsExactly("aws_ecr_repository.app", BATCH);
    }

    @Test
    void takesItsValuesAsTheyAreAndTellsTheirLines() {
        RepositoryState app = state(plan, "aws_ecr_repository.app");

        assertThat(app.repository()).isEqualTo("prod/app");
        assertThat(app.at()).isEqualTo("plan/tfplan.json:8");
        assertThat(seen(app.tags()).said()).isEqualTo("IMMUTABLE");
        assertThat(at(app.tags())).isEqualTo("plan/tfplan.json:19");
        assertThat(seen(app.scanning()).mode()).isEqualTo(Scanning.Mode.ON_PUSH);
        assertThat(seen(app.lifecycle())).isEqualTo(new Lifecycle.Policy("{\"rules\":[]}", false));
    }

    @Test
    void leavesOpenWhatIsKnownOnlyOnceItIsApplied() {
        RepositoryState batch = state(plan, BATCH);

        assertThat(batch.repository()).isNull();
        assertThat(unseen(batch.tags()))
                .isEqualTo("image_tag_mutability is known only once the plan is applied (plan/tfplan.json:60)");
        assertThat(seen(batch.encryption())).isEqualTo(new Encryption(Encryption.Keeper.EITHER_KMS, null, "KMS"));
    }

    @Test
    void findsThePolicyOfARepositoryWithoutANameByWhatRefersToIt() {
        assertThat(seen(state(plan, BATCH).lifecycle())).isEqualTo(new Lifecycle.Policy("{\"rules\":[1]}", false));
    }

    @Test
    void comesBeforeTheModuleItWasMadeOf() throws IOException {
        write(folder, "other/main.tf", "resource \"aws_ecr_repository\" \"other\" {\n  name = \"other\"\n}\n");
        Files.copy(Fixtures.folder().resolve("plan/tfplan.json"), folder.resolve("tfplan.json"));
        Declared declared = declared(
                folder,
                "main.tf",
                "variable \"name\" {}\nresource \"aws_ecr_repository\" \"app\" {\n  name = var.name\n}\n");

        assertThat(state(declared, "aws_ecr_repository.app").repository()).isEqualTo("prod/app");
        assertThat(state(declared, "aws_ecr_repository.other").repository()).isEqualTo("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"complete\":false", "\"complete\":false,\"errored\":true", "\"errored\":true"})
    void aPlanThatIsNotWholeDoesNotTellWhatIsMissing(String part) {
        Path plan = write(folder, "plan.json", PARTIAL.formatted("\"complete\":true,\"errored\":false"));
        Declared whole = new DeclaredSources(folder).read(List.of(plan));
        write(folder, "plan.json", PARTIAL.formatted(part));
        Declared partial = new DeclaredSources(folder).read(List.of(plan));

        assertThat(seen(state(whole, "aws_ecr_repository.app").lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(unseen(state(partial, "aws_ecr_repository.app").lifecycle()))
                .isEqualTo("what the plan leaves out may or may not set it for this repository (plan.json:1)");
    }

    @Test
    void aPlanOfFiftyMegabytesIsReadAsAStream() throws IOException {
        Path large = folder.resolve("large.json");
        String filler = "x".repeat(1000);
        try (BufferedWriter out = Files.newBufferedWriter(large)) {
            out.write("{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.8\",\"planned_values\":"
                    + "{\"root_module\":{\"resources\":[");
            for (int i = 0; i < 50_000; i++) {
                out.write("{\"address\":\"aws_s3_object.x[" + i + "]\",\"mode\":\"managed\",\"type\":\"aws_s3_object\","
                        + "\"values\":{\"content\":\"" + filler + "\"}},");
            }
            out.write("{\"address\":\"aws_ecr_repository.last\",\"mode\":\"managed\",\"type\":\"aws_ecr_repository\","
                    + "\"values\":{\"name\":\"last\"}}]}}}");
        }

        Declared declared = new DeclaredSources(folder).read(List.of(large));

        assertThat(Files.size(large)).isGreaterThan(50_000_000);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.states()).extracting(RepositoryState::repository).containsExactly("last");
    }

    @Test
    void readsAPlanAsPowerShellWritesIt() throws IOException {
        String text = Files.readString(Fixtures.folder().resolve("plan/tfplan.json"));
        Files.write(folder.resolve("tfplan.json"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

        Declared declared = new DeclaredSources(folder).read(List.of(folder));

        assertThat(declared.problems()).isEmpty();
        assertThat(state(declared, "aws_ecr_repository.app").repository()).isEqualTo("prod/app");
    }

    @Test
    void aPlanThatIsCutOffIsAProblem() {
        String start = "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.8\",\n\"planned_values\":";

        assertThat(declared(folder, "plan.json", start).problems())
                .map(Object::toString)
                .containsExactly("plan.json:2: expected more JSON, but the file ends here");
    }

    @Test
    void aStateIsNotTakenForAPlan() {
        String state = "{\"format_version\":\"1.0\",\"terraform_version\":\"1.9.8\",\"values\":{}}";

        assertThat(declared(folder, "state.json", state).problems())
                .map(Object::toString)
                .containsExactly("state.json:1: is Terraform's, but no plan: it has no planned_values");
    }

    @Test
    void aPlanOfAFormatThatIsNotKnownIsAProblem() {
        String plan = "{\"format_version\":\"2.0\",\"terraform_version\":\"9.9.8\",\"planned_values\":{}}";

        assertThat(declared(folder, "plan.json", plan).problems())
                .map(Object::toString)
                .containsExactly("plan.json:1: expected a plan of format 1, but found 2.0");
    }
}
