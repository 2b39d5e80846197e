package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.policy.rules.Judgement;
import java.util.List;
import java.util.Objects;

/** {@code requireDockerfilePractice}: one practice after the other, each with an id by which it is left out. */
final class GoodPractice implements DockerfileRule {
    private static final List<Practice> ALL = List.of(
            new PinnedBase(),
            new OrdinaryUser(),
            new SecretInEnvironment(),
            new SecretFile(),
            new PackageLists(),
            new ShellForm(),
            new PlainAdd(),
            new WholeContext(),
            new RelativeWorkdir(),
            new PipedDownload(),
            new Healthcheck());

    static List<String> ids() {
        return ALL.stream().map(Practice::id).toList();
    }

    @Override
    public String name() {
        return "requireDockerfilePractice";
    }

    @Override
    public List<Judgement> judge(Dockerfile file, DockerfileTerms terms) {
        Stage shipped = Objects.requireNonNull(file.shipped(terms.target()));
        Verdicts verdicts = new Verdicts(name(), file.shown(), terms.level());
        Practice.Look look = new Practice.Look(file, file.lineage(shipped), terms, verdicts);
        for (Practice practice : ALL) {
            if (!terms.without().contains(practice.id()) && terms.level().isAtLeast(practice.from())) {
                practice.look(look);
            }
        }
        return verdicts.orPass(shipped.line(), "follows the practices of its level");
    }
}
