package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioner;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import io.github.registrymaven.testkit.google.GoogleTestCloudBuilder;
import io.github.registrymaven.testkit.google.ProjectTrouble;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned is done, what is there is left, and the second time there is nothing to do. */
class ProvisionTest {
    @TempDir
    private Path home;

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("admin")
                .account("ci")
                .account("stranger")
                .grant("roles/artifactregistry.admin", "admin")
                .grant("roles/artifactregistry.reader", "ci")
                .repository("bare");
    }

    private Workplace as(GoogleTestCloud cloud, String account) throws Exception {
        return new Workplace(cloud, home).credentials(cloud.keyFile(account));
    }

    private static List<StepOutcome> planned(Workplace workplace, String... paths) throws InterruptedException {
        List<Step> steps = workplace.provision(Provisioner::plan, paths).steps();
        return workplace.provision((google, request) -> google.apply(request, steps), paths);
    }

    @Test
    void planningCreatesNothing() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Plan plan = as(cloud, "admin").provision(Provisioner::plan, "app/web:1.0", "app/db:1.0");

            assertThat(plan.steps()).singleElement().satisfies(step -> {
                assertThat(step.repository()).isEqualTo("acme-prod/app");
                assertThat(step.summary()).startsWith("creates the repository: tags that stay");
                assertThat(step.command())
                        .startsWith("gcloud artifacts repositories create app --project=acme-prod"
                                + " --location=europe-west3 --repository-format=docker --immutable-tags && ");
            });
            assertThat(cloud.repositories()).containsExactly("europe-west3/bare");
            assertThat(cloud.counts()).doesNotContainKey("artifactregistry.repositories.create");
        }
    }

    @Test
    void createsWhatIsAbsentAsItShouldBeAndThenHasNothingToDo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Workplace workplace = as(cloud, "admin");

            assertThat(planned(workplace, "app/web:1.0")).hasOnlyElementsOfType(StepOutcome.Done.class);

            RepositoryState state = workplace.states("app/web:1.0").get(0);
            assertThat(state.tags())
                    .isInstanceOfSatisfying(
                            Setting.Seen.class,
                            seen -> assertThat(seen.value()).hasFieldOrPropertyWithValue("immutable", true));
            assertThat(state.lifecycle())
                    .isInstanceOfSatisfying(
                            Setting.Seen.class,
                            seen -> assertThat(seen.value())
                                    .isInstanceOfSatisfying(
                                            Lifecycle.Policy.class,
                                            policy -> assertThat(policy.toString())
                                                    .contains("UNTAGGED", "1209600s")));
            assertThat(workplace.provision(Provisioner::plan, "app/web:1.0").steps())
                    .isEmpty();
        }
    }

    @Test
    void waitsForTheEndOfTheOperation() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            planned(as(cloud, "admin"), "app/web:1.0");

            assertThat(cloud.counts())
                    .containsEntry("artifactregistry.repositories.create", 1L)
                    .containsEntry("artifactregistry.operations.get", 2L);
        }
    }

    @Test
    void leavesTagsToMoveWhereTheBuildPushesOneThatIsMadeTo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Step step = as(cloud, "admin")
                    .provision(Provisioner::plan, "app/web:latest")
                    .steps()
                    .get(0);

            assertThat(step.shown()).contains("\"immutableTags\":false");
            assertThat(step.consequences()).singleElement().asString().startsWith("its tags may move");
        }
    }

    @Test
    void createsTheRepositoryBehindGcrIo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            assertThat(planned(as(cloud, "admin"), "gcr.io/acme-prod/web:1.0"))
                    .hasOnlyElementsOfType(StepOutcome.Done.class);

            assertThat(cloud.repositories()).contains("us/gcr.io");
        }
    }

    @Test
    void makesFirmWhatIsLooseAndThenHasNothingToDo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Workplace workplace = as(cloud, "admin");
            Plan plan = workplace.provision(Provisioner::plan, "bare/web:1.0");

            assertThat(plan.steps())
                    .extracting(Step::summary)
                    .containsExactly(
                            "fixes the tags, which may move now", "lets untagged images go 14 days after their upload");
            assertThat(plan.steps().get(0).command())
                    .isEqualTo("gcloud artifacts repositories update bare --project=acme-prod"
                            + " --location=europe-west3 --immutable-tags");
            assertThat(cloud.counts()).doesNotContainKey("artifactregistry.repositories.update");

            assertThat(planned(workplace, "bare/web:1.0")).hasSize(2).hasOnlyElementsOfType(StepOutcome.Done.class);
            Plan after = workplace.provision(Provisioner::plan, "bare/web:1.0");
            assertThat(after.steps()).isEmpty();
            assertThat(after.repositories().get(0).kept())
                    .containsExactly("its tags stay", "it has cleanup policies, which are not replaced");
        }
    }

    @Test
    void leavesWhatSomebodyHasDecided() throws Exception {
        String policies = "{\"old\":{\"id\":\"old\",\"action\":\"DELETE\",\"condition\":{\"olderThan\":\"8640000s\"}}}";
        try (GoogleTestCloud cloud = described()
                .repository("decided", it -> it.cleanupPolicies(policies).cleanupPolicyDryRun())
                .repository("mirror", it -> it.mode("REMOTE_REPOSITORY"))
                .start()) {
            Workplace workplace = as(cloud, "admin");
            Plan plan = workplace.provision(Provisioner::plan, "decided/web:latest", "mirror/web:1.0");

            assertThat(plan.steps()).isEmpty();
            assertThat(plan.repositories().get(0).kept())
                    .containsExactly(
                            "its tags may move, and go on to: one that this build pushes is made to",
                            "it has cleanup policies, which are not replaced");
            assertThat(plan.repositories().get(1).kept().get(0)).contains("takes no pushes and cannot be changed");
        }
    }

    @Test
    void whoMayNotChangeIsToldTheLeastThatWouldDo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            StepOutcome outcome = planned(as(cloud, "ci"), "bare/web:1.0").get(0);

            assertThat(outcome).isInstanceOfSatisfying(StepOutcome.Failed.class, failed -> {
                assertThat(failed.finding().cause()).isEqualTo(Cause.PERMISSION_DENIED);
                assertThat(failed.finding().remedies().get(0).commands())
                        .anyMatch(command -> command.contains("--permissions=artifactregistry.repositories.update"));
            });
        }
    }

    /** What comes of a plan that somebody else carries out first. */
    private static List<StepOutcome> appliedLate(Workplace workplace, String image) throws Exception {
        List<Step> steps = workplace.provision(Provisioner::plan, image).steps();
        planned(workplace, image);
        return workplace.provision((google, request) -> google.apply(request, steps), image);
    }

    @Test
    void whatSomebodyElseCreatedSinceThePlanIsLeft() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            List<StepOutcome> late = appliedLate(as(cloud, "admin"), "app/web:1.0");

            assertThat(late).hasOnlyElementsOfType(StepOutcome.NotNeeded.class);
        }
    }

    @Test
    void whatSomebodyElseSetSinceThePlanIsNotOverwritten() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            List<StepOutcome> late = appliedLate(as(cloud, "admin"), "bare/web:1.0");

            assertThat(late).hasSize(2).hasOnlyElementsOfType(StepOutcome.NotNeeded.class);
            assertThat(cloud.counts()).containsEntry("artifactregistry.repositories.update", 2L);
        }
    }

    @Test
    void whoMayNotCreateIsToldTheLeastThatWouldDo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            StepOutcome outcome = planned(as(cloud, "ci"), "app/web:1.0").get(0);

            assertThat(outcome).isInstanceOfSatisfying(StepOutcome.Failed.class, failed -> {
                assertThat(failed.finding().cause()).isEqualTo(Cause.PERMISSION_DENIED);
                assertThat(failed.finding().remedies().get(0).commands())
                        .anyMatch(command -> command.contains("--permissions=artifactregistry.repositories.create"))
                        .anyMatch(command -> command.contains("--member=serviceAccount:" + cloud.email("ci")));
            });
            assertThat(cloud.repositories()).containsExactly("europe-west3/bare");
        }
    }

    @Test
    void whatIsNotShownIsNotPlanned() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Plan plan = as(cloud, "stranger").provision(Provisioner::plan, "app/web:1.0");

            assertThat(plan.steps()).isEmpty();
            assertThat(plan.repositories().get(0).unseen().get(0).summary())
                    .startsWith("acme-prod/app: whether it exists is not shown");
        }
    }

    @Test
    void anApiThatIsOffIsSaidWithTheCommandThatSwitchesItOn() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            cloud.trouble(ProjectTrouble.API_DISABLED);
            Plan plan = as(cloud, "admin").provision(Provisioner::plan, "app/web:1.0");

            assertThat(plan.repositories().get(0).unseen().get(0).cause()).isEqualTo(Cause.API_DISABLED);
        }
    }

    @Test
    void withoutCredentialsNothingIsPlanned() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Plan plan = new Workplace(cloud, home).provision(Provisioner::plan, "app/web:1.0");

            assertThat(plan.obstacle()).isNotNull();
            assertThat(plan.repositories()).isEmpty();
        }
    }
}
