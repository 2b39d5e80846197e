package io.github.registrymaven.plugin.early;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {
    @ParameterizedTest
    @CsvSource({
        "maven-surefire-plugin, test, test, true",
        "maven-jar-plugin, jar, package, true",
        "maven-deploy-plugin, deploy, deploy, true",
        "maven-compiler-plugin, compile, compile, false",
        "maven-compiler-plugin, testCompile, test-compile, false",
        "maven-clean-plugin, clean, clean, false",
        "jib-maven-plugin, build, compile, true",
        "jib-maven-plugin, build, , true",
        "maven-deploy-plugin, deploy-file, , true",
        "spring-boot-maven-plugin, build-image, , true",
        "versions-maven-plugin, set, , false",
    })
    void isDueFromTheTestsOnAndBeforeWhatPublishes(String plugin, String goal, String phase, boolean due) {
        Plugin owner = new Plugin();
        owner.setArtifactId(plugin);
        MojoExecution execution = new MojoExecution(owner, goal, "default");
        execution.setLifecyclePhase(phase);

        assertThat(Waiting.isDue(execution)).isEqualTo(due);
    }
}
