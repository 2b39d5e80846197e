package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.RepositoryState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftTest {
    private static final String POLICY = "{'rules': [%s, %s]}";
    private static final String ONE = "{'rulePriority': 1, 'selection': {'tagStatus': 'untagged'}}";
    private static final String TWO = "{'rulePriority': 2, 'description': '%s', 'selection': {'tagStatus': 'any'}}";

    private static States declared() {
        return States.ecr().declared("aws_ecr_repository.app", "main.tf:3");
    }

    @Test
    void namesWhatIsDeclaredAndWhatIs() {
        List<String> drift = Drift.between(
                declared().tags(true, "IMMUTABLE").state(),
                States.ecr().tags(false, "MUTABLE").state());

        assertThat(drift)
                .containsExactly("repository has drifted: its tags are MUTABLE, and declared as IMMUTABLE by "
                        + "aws_ecr_repository.app (main.tf:3)");
    }

    @Test
    void whatOneSideDoesNotShowHasNotDrifted() {
        assertThat(Drift.between(
                        declared().tags(true, "IMMUTABLE").state(), States.ecr().state()))
                .isEmpty();
    }

    @Test
    void oneOfSeveralThatMayBeMeantHasNotDriftedForCertain() {
        RepositoryState other = States.ecr()
                .declared("aws_ecr_repository.app", "prod/main.tf:3")
                .tags(false, "MUTABLE")
                .state();
        RepositoryState one = declared().tags(true, "IMMUTABLE").state().among(List.of(other));

        assertThat(Drift.between(one, States.ecr().tags(false, "MUTABLE").state()))
                .isEmpty();
    }

    @Test
    void theOrderOfRulesAndTheirDescriptionsDoNotCount() {
        String written = String.format(POLICY, ONE, String.format(TWO, "a"));
        String live = String.format(POLICY, String.format(TWO, "b"), ONE);
        String other = String.format(POLICY, ONE, String.format(TWO, "a").replace("any", "tagged"));

        assertThat(Drift.between(
                        declared().policy(written).state(),
                        States.ecr().policy(live).state()))
                .isEmpty();
        assertThat(Drift.between(
                        declared().policy(written).state(),
                        States.ecr().policy(other).state()))
                .hasSize(1);
        assertThat(Drift.between(
                        declared().policy(written).state(),
                        States.ecr().noPolicy().state()))
                .singleElement()
                .asString()
                .contains("its lifecycle policy is none, and declared as a policy by aws_ecr_repository.app");
    }
}
