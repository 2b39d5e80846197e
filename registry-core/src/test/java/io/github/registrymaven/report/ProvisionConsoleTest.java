package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.RepositoryPlan;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvisionConsoleTest {
    private static final Step STEP = new Step(
            "team/app",
            "fixes the tags, which may move now",
            "ecr:PutImageTagMutability",
            Map.of(),
            "ecr:PutImageTagMutability repositoryName=team/app imageTagMutability=IMMUTABLE",
            "aws ecr put-image-tag-mutability --repository-name team/app --image-tag-mutability IMMUTABLE",
            List.of("a push of a tag that exists is refused"),
            false);

    private static Finding refused() {
        return Finding.of("provision", Stage.REPOSITORY, Verdict.UNKNOWN, "team/app: it was not done")
                .because(Cause.PERMISSION_DENIED)
                .seeing("AWS answered 400\u0007")
                .mendedBy(List.of(new Remedy("Allow it", List.of("aws iam …"), List.of())));
    }

    private static Plan plan(RepositoryPlan... repositories) {
        return new Plan("reg.example", List.of(repositories), null);
    }

    @Test
    void showsEachStepWithItsCallAndItsCommand() {
        RepositoryPlan repository = new RepositoryPlan(
                "team/app", List.of(STEP), List.of("it is scanned: SCAN_ON_PUSH"), List.of(refused()));

        assertThat(ProvisionConsole.of(plan(repository), repository)).isEqualTo("""
                reg.example/team/app needs 1 step

                    step 1    fixes the tags, which may move now
                              a push of a tag that exists is refused
                              ecr:PutImageTagMutability repositoryName=team/app imageTagMutability=IMMUTABLE
                              aws ecr put-image-tag-mutability --repository-name team/app --image-tag-mutability IMMUTABLE
                    kept      it is scanned: SCAN_ON_PUSH
                    unseen    team/app: it was not done
                    seen      AWS answered 400?
                    fix       - Allow it
                                  aws iam …""");
    }

    @Test
    void doesNotCallDoneWhatCouldNotBePlanned() {
        Plan hindered = Plan.hinderedBy("reg.example", refused());
        Finding unknownCloud =
                Finding.of("provision", Stage.REPOSITORY, Verdict.SKIPPED, "nothing is set up on other.example");
        RepositoryPlan complete = new RepositoryPlan("team/app", List.of(), List.of(), List.of());

        assertThat(ProvisionConsole.total(List.of(plan(complete), hindered)))
                .isEqualTo("nothing is planned, as told above");
        assertThat(ProvisionConsole.total(List.of(Plan.hinderedBy("other.example", unknownCloud))))
                .isEqualTo("nothing is to be done");
    }

    @Test
    void saysInOneLineThatNothingIsNeeded() {
        RepositoryPlan repository = new RepositoryPlan("team/app", List.of(), List.of(), List.of());

        assertThat(ProvisionConsole.of(plan(repository), repository)).isEqualTo("reg.example/team/app needs nothing");
        assertThat(ProvisionConsole.total(List.of(plan(repository)))).isEqualTo("nothing is to be done");
    }

    @Test
    void doesNotClaimThatNothingIsNeededWhereNothingIsShown() {
        RepositoryPlan repository = new RepositoryPlan("team/app", List.of(), List.of(), List.of(refused()));

        assertThat(ProvisionConsole.of(plan(repository), repository))
                .startsWith("reg.example/team/app needs nothing as far as it is shown\n");
        assertThat(ProvisionConsole.total(List.of(plan(repository))))
                .isEqualTo("nothing is to be done, as far as it is shown");
    }

    @Test
    void saysThatAPlanIsNotDone() {
        RepositoryPlan one = new RepositoryPlan("team/app", List.of(STEP), List.of(), List.of());
        RepositoryPlan two = new RepositoryPlan("team/db", List.of(STEP, STEP), List.of(), List.of());

        assertThat(ProvisionConsole.total(List.of(plan(one))))
                .isEqualTo("1 step is planned and not done; -Dregistry.apply does it");
        assertThat(ProvisionConsole.total(List.of(plan(one), plan(two))))
                .isEqualTo("3 steps are planned and not done; -Dregistry.apply does them");
    }

    @Test
    void saysOfEachStepWhatBecameOfIt() {
        assertThat(ProvisionConsole.of(new StepOutcome.Done(STEP)))
                .isEqualTo("team/app: ecr:PutImageTagMutability is done: fixes the tags, which may move now");
        assertThat(ProvisionConsole.of(new StepOutcome.NotNeeded(STEP, "it is IMMUTABLE by now")))
                .isEqualTo("team/app: ecr:PutImageTagMutability is not needed any more: it is IMMUTABLE by now");
        assertThat(ProvisionConsole.of(new StepOutcome.NotTried(STEP, "AWS is busy")))
                .isEqualTo("team/app: ecr:PutImageTagMutability was not tried: AWS is busy");
        assertThat(ProvisionConsole.of(new StepOutcome.Failed(STEP, refused())))
                .startsWith("team/app: it was not done\n\n    cause     permission-denied\n");
        assertThat(ProvisionConsole.done(List.of(new StepOutcome.Done(STEP), new StepOutcome.Failed(STEP, refused()))))
                .isEqualTo("1 of 2 steps are done");
    }
}
