package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.registrymaven.enforcer.RegistryServers.Verdict;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryServersTest {
    @TempDir
    Path folder;

    private static Verdict verdict(String id) {
        return new RegistryServers(Set.of(), Set.of(), Set::of).verdict(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghcr.io",
                "docker.io",
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
                "europe-docker.pkg.dev",
                "team.azurecr.io",
                "nexus.example.com:8083",
                "registry.example.com",
                "my-registry.example.com",
                "dockerhub.example.com",
                "harbor.example.com",
                "cr.example.com",
                "quay.io",
                "nvcr.io"
            })
    void aHostThatIsCalledLikeARegistryIsOne(String id) {
        assertThat(verdict(id)).isEqualTo(Verdict.REGISTRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nexus.example.com", "apache.releases.https", "crm.example.com", "10.0.0.7"})
    void whetherAnyOtherHostIsOneIsNotKnown(String id) {
        assertThat(verdict(id)).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"central", "ossrh", "my-docker-repo", "MyNexus", "release-1.0", "", "a b.example"})
    void whatIsNoHostIsNone(String id) {
        assertThat(verdict(id)).isEqualTo(Verdict.OTHER);
    }

    @Test
    void theHostOfAnImageIsARegistryAlsoWhereArtifactsLieThere() {
        Set<String> repositories = Set.of("nexus.example.com", "docker.example.com");

        RegistryServers pushing = new RegistryServers(Set.of(), repositories, () -> Set.of("nexus.example.com"));
        RegistryServers silent = new RegistryServers(Set.of(), repositories, Set::of);

        assertThat(pushing.verdict("nexus.example.com")).isEqualTo(Verdict.REGISTRY);
        assertThat(silent.verdict("nexus.example.com")).isEqualTo(Verdict.OTHER);
        assertThat(silent.verdict("docker.example.com")).isEqualTo(Verdict.OTHER);
    }

    @Test
    void imagesAreLookedForOnlyWhereTheyMatter() {
        RegistryServers servers = new RegistryServers(Set.of("mine"), Set.of(), () -> {
            throw new AssertionError("images were looked for");
        });

        assertThat(List.of(servers.verdict("mine"), servers.verdict("ghcr.io"), servers.verdict("ossrh")))
                .containsExactly(Verdict.REGISTRY, Verdict.REGISTRY, Verdict.OTHER);
    }

    @Test
    void tellsTheServersOfAModuleApart() throws Exception {
        MavenProject project = new MavenProject(new MavenXpp3Reader()
                .read(new StringReader("<project><groupId>a</groupId><artifactId>b</artifactId><version>1</version>"
                        + "<distributionManagement><repository><id>apache.releases.https</id></repository>"
                        + "<snapshotRepository><id>apache.snapshots.https</id></snapshotRepository>"
                        + "<site><id>site.example.com</id></site></distributionManagement>"
                        + "<repositories><repository><id>sonatype.central</id></repository></repositories>"
                        + "<pluginRepositories><pluginRepository><id>plugins.example.com</id></pluginRepository>"
                        + "</pluginRepositories><build><plugins><plugin><artifactId>registry-maven-plugin</artifactId>"
                        + "<configuration><serverId>push</serverId></configuration></plugin></plugins></build>"
                        + "</project>")));
        Path settings = Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><servers>"
                        + server("apache.releases.https")
                        + server("apache.snapshots.https")
                        + server("site.example.com")
                        + server("sonatype.central")
                        + server("plugins.example.com")
                        + server("push")
                        + server("registry.example.com")
                        + server("nexus.example.com")
                        + "</servers></settings>");

        List<Judgement> judgements = new BanPlaintextDockerCredentials(TestModule.of(project))
                .ofSettings(PolicyLevel.MINIMUM, settings.toFile());

        assertThat(judgements)
                .extracting(Judgement::subject, Judgement::outcome)
                .containsExactly(
                        tuple("the password of the server push", Outcome.FAIL),
                        tuple("the password of the server registry.example.com", Outcome.FAIL),
                        tuple("the password of the server nexus.example.com", Outcome.UNKNOWN));
        assertThat(judgements.get(2).fact())
                .isEqualTo("stands there in plain text, and whether it is a registry's is not known");
    }

    private static String server(String id) {
        return "<server><id>" + id + "</id><password>literal</password></server>";
    }
}
