package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.PushLogin;
import java.io.StringReader;
import java.nio.file.Path;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program that the build runs pushes, and what one that runs before a push does to what is known of logins. */
class ProgramGoalsTest {
    private static final String DOCKER_LOGIN =
            "<executable>docker</executable><arguments><argument>login</argument></arguments>";
    private static final String IMAGE = "<to><image>h.example/a</image></to>";

    @TempDir
    private Path folder;

    private static MojoExecution planned(String artifact, String goal, String id, String configuration)
            throws Exception {
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifact);
        MojoExecution execution = new MojoExecution(plugin, goal, id);
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        return execution;
    }

    private static MojoExecution program(String configuration) throws Exception {
        return planned("exec-maven-plugin", "exec", "program", configuration);
    }

    private static MojoExecution jib(String to) throws Exception {
        return planned("jib-maven-plugin", "build", "push", to);
    }

    private TestBuild build(MojoExecution... executions) {
        return TestBuild.of(
                        folder,
                        "<build><plugins><plugin><groupId>com.google.cloud.tools</groupId>"
                                + "<artifactId>jib-maven-plugin</artifactId></plugin></plugins></build>")
                .planned(executions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<executable>docker</executable><arguments><argument>push</argument><argument>a</argument></arguments>",
                "<arguments><argument>build</argument><argument>--push</argument></arguments><executable>podman</executable>",
                "<executable>/usr/bin/docker</executable><commandlineArgs>buildx build -t a -o type=registry .</commandlineArgs>",
                "<executable>sh</executable><arguments><argument>-c</argument><argument>docker build . &amp;&amp; docker push a"
                        + "</argument></arguments>",
            })
    void aProgramThatPushesIsSaid(String configuration) throws Exception {
        String plugins = "<build><plugins><plugin><groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin"
                + "</artifactId><executions><execution><id>program</id><phase>install</phase><goals><goal>exec</goal></goals>"
                + "<configuration>" + configuration
                + "</configuration></execution></executions></plugin></plugins></build>";

        assertThat(TestBuild.of(folder, plugins).planned(program(configuration)).remarks())
                .containsExactly(
                        "exec-maven-plugin:exec (execution program, its program) pushes, and which image is not read"
                                + " from its command line: not checked");
        assertThat(TestBuild.of(folder, plugins).remarks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<executable>docker</executable><arguments><argument>build</argument><argument>--load</argument></arguments>",
                "<executable>git</executable><arguments><argument>push</argument></arguments>",
                "<executable>git</executable><workingDirectory>/home/me/docker</workingDirectory><commandlineArgs>push"
                        + "</commandlineArgs>",
                "<skip>true</skip><executable>docker</executable><commandlineArgs>push a</commandlineArgs>",
            })
    void anotherProgramIsNone(String configuration) throws Exception {
        assertThat(build(program(configuration)).remarks()).isEmpty();
    }

    private static PushLogin login(TestBuild build) {
        return build.image().terms().login();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DOCKER_LOGIN,
                "<executable>/usr/bin/aws</executable><commandlineArgs>ecr get-login-password</commandlineArgs>",
                "<executable>${basedir}/ci/prepare.sh</executable>",
                "<executable>bash</executable><arguments><argument>-c</argument><argument>./prepare</argument></arguments>"
            })
    void aProgramThatMayLogInBeforeThePushLeavesTheLoginUnseen(String program) throws Exception {
        assertThat(login(build(program(program), jib(IMAGE))))
                .isEqualTo(new PushLogin.Unseen(
                        "exec-maven-plugin (execution program) runs before it and may log in", new PushLogin.Jibs()));
    }

    @Test
    void antsTasksAreProgramsToo() throws Exception {
        MojoExecution ant = planned(
                "maven-antrun-plugin",
                "run",
                "ant",
                "<target><exec executable=\"docker\"><arg line=\"login -u ci h.example\"/></exec></target>");

        assertThat(login(build(ant, jib(IMAGE)))).isInstanceOf(PushLogin.Unseen.class);
    }

    @Test
    void aProgramOfAnotherKindOrAfterThePushChangesNothing() throws Exception {
        MojoExecution npm = program("<executable>npm</executable><commandlineArgs>run build</commandlineArgs>");

        assertThat(login(build(npm, jib(IMAGE)))).isEqualTo(new PushLogin.Jibs());
        assertThat(login(build(jib(IMAGE), program(DOCKER_LOGIN)))).isEqualTo(new PushLogin.Jibs());
    }

    @Test
    void aLoginOfThePomOutranksWhateverAProgramDoes() throws Exception {
        assertThat(
                        login(
                                build(
                                        program(DOCKER_LOGIN),
                                        jib(
                                                "<to><image>h.example/a</image><auth><username>u</username><password>p</password></auth></to>"))))
                .isInstanceOf(PushLogin.Brought.class);
    }

    @Test
    void whatHasRunAlreadyIsSeen() throws Exception {
        MojoExecution check = planned("registry-maven-plugin", "check", "check", "");
        TestBuild before = build(program(DOCKER_LOGIN), check, jib(IMAGE)).asOf(check);
        TestBuild after = build(check, program(DOCKER_LOGIN), jib(IMAGE)).asOf(check);

        assertThat(login(before)).isEqualTo(new PushLogin.Jibs());
        assertThat(login(after)).isInstanceOf(PushLogin.Unseen.class);
    }

    @Test
    void aModuleBuiltBeforeMayLogInForAllAfterIt() throws Exception {
        TestBuild root =
                TestBuild.of(folder, TestBuild.plugin("org.codehaus.mojo", "exec-maven-plugin", "exec", DOCKER_LOGIN));
        MojoExecution check = planned("registry-maven-plugin", "check", "check", "");

        assertThat(login(build(jib(IMAGE)).version("2").after(root)))
                .isEqualTo(new PushLogin.Unseen(
                        "exec-maven-plugin (execution it) of app runs before it and may log in", new PushLogin.Jibs()));
        assertThat(login(build(check, jib(IMAGE)).version("2").after(root).asOf(check)))
                .isEqualTo(new PushLogin.Jibs());
    }

    @Test
    void withoutAPlanAProgramOfAPhaseThatIsReachedIsTakenToRunBefore() {
        String plugins = TestBuild.plugin("org.codehaus.mojo", "exec-maven-plugin", "exec", DOCKER_LOGIN)
                .replace(
                        "</plugins>",
                        "<plugin><groupId>com.google.cloud.tools</groupId><artifactId>jib-maven-plugin</artifactId>"
                                + "<version>1</version><executions><execution><id>push</id><phase>deploy</phase><goals>"
                                + "<goal>build</goal></goals></execution></executions><configuration>" + IMAGE
                                + "</configuration></plugin></plugins>");

        assertThat(login(TestBuild.of(folder, plugins))).isInstanceOf(PushLogin.Unseen.class);
    }
}
