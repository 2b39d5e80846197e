package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.ReadDockerfile;
import io.github.registrymaven.policy.rules.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules there are about Dockerfiles. */
public final class DockerfileRules {
    private static final List<DockerfileRule> ALL =
            List.of(new MultiStage(), new LayerCacheOrder(), new GoodPractice());

    private DockerfileRules() {}

    /** All of them, in the order in which they are told. */
    public static List<DockerfileRule> all() {
        return ALL;
    }

    /** Null where there is none of that name. */
    public static @Nullable DockerfileRule named(String name) {
        for (DockerfileRule rule : ALL) {
            if (rule.name().equals(name)) {
                return rule;
            }
        }
        return null;
    }

    /** The ids of all practices that {@code requireDockerfilePractice} asks for. */
    public static List<String> practices() {
        return GoodPractice.ids();
    }

    /** Judges a file by one rule. What is no Dockerfile is unknown: docker will say so itself. */
    public static List<Judgement> judge(DockerfileRule rule, ReadDockerfile read, DockerfileTerms terms) {
        if (read instanceof ReadDockerfile.Unsound unsound) {
            return unknown(rule, unsound.shown(), unsound.line(), "was not read: " + unsound.problem(), terms);
        }
        Dockerfile file = ((ReadDockerfile.Sound) read).file();
        return file.shipped(terms.target()) == null
                ? unknown(rule, file.shown(), 1, "has no stage '" + terms.target() + "' to be shipped", terms)
                : rule.judge(file, terms);
    }

    private static List<Judgement> unknown(
            DockerfileRule rule, String shown, int line, String fact, DockerfileTerms terms) {
        Verdicts verdicts = new Verdicts(rule.name(), shown, terms.level());
        verdicts.unknown(line, fact);
        return verdicts.all();
    }
}
