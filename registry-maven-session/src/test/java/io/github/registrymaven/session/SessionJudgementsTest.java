package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.report.PolicyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionJudgementsTest {
    @TempDir
    Path folder;

    private final SessionJudgements said = new SessionJudgements(aBuild());

    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    private static MavenSession aBuild() {
        return new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
    }

    private static Judgement of(String rule) {
        return new Judgement(
                rule,
                "größte",
                "main.tf:1",
                Source.DECLARED,
                Outcome.PASS,
                PolicyLevel.GOOD,
                "is well",
                null,
                List.of());
    }

    private static String written(List<Judgement> judgements) {
        return new PolicyJson().write(judgements);
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("policy.json"));
    }

    @Test
    void addsToWhatRulesBeforeHaveSaid() throws IOException {
        said.add(folder, List.of(of("first"), of("second")));
        said.add(folder, List.of(of("third")));
        said.add(folder, List.of(of("fourth")));

        assertThat(file()).isEqualTo(written(List.of(of("first"), of("second"), of("third"), of("fourth"))));
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("policy.json"));
    }

    @Test
    void takesThePlaceOfWhatAnEarlierBuildHasSaid() throws IOException {
        new SessionJudgements(aBuild()).add(folder, List.of(of("earlier")));

        said.add(folder, List.of(of("now")));

        assertThat(file()).isEqualTo(written(List.of(of("now"))));
    }

    @Test
    void beginsAnewWhereTheFileIsGone() throws IOException {
        said.add(folder, List.of(of("cleaned")));
        Files.delete(folder.resolve("policy.json"));

        said.add(folder, List.of(of("later")));

        assertThat(file()).isEqualTo(written(List.of(of("later"))));
    }
}
