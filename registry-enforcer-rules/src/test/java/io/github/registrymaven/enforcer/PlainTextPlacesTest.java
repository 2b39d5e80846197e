package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlainTextPlacesTest {
    @TempDir
    Path folder;

    @Test
    void findsServersWhosePasswordStandsThere() throws IOException {
        assertThat(servers("<settings><servers>"
                        + "<server><id>a.example</id><password>literal</password></server>"
                        + "<server><id>b.example</id><password>{COQLCE6DU6GtcS5P=}</password></server>"
                        + "<server><id>c.example</id><password>${env.TOKEN}</password></server>"
                        + "<server><id>d.example</id><username>x</username></server>"
                        + "</servers></settings>"))
                .containsExactly("a.example");
    }

    @Test
    void followsNoEntityOutOfTheFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");

        assertThat(servers("<!DOCTYPE settings [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><settings><servers>"
                        + "<server><id>a.example</id><password>&x;</password></server></servers></settings>"))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoneHoldsNone() throws IOException {
        assertThat(servers("no xml")).isEmpty();
        assertThat(SettingsFile.serversInPlainText(folder.resolve("absent").toFile()))
                .isEmpty();
        assertThat(SettingsFile.serversInPlainText(null)).isEmpty();
    }

    @Test
    void findsPasswordsInThePomAndNoOthers() throws Exception {
        Model model = new MavenXpp3Reader()
                .read(new StringReader("<project><properties><jib.to.auth.password>literal</jib.to.auth.password>"
                        + "<docker.password>${env.TOKEN}</docker.password></properties><build><plugins>"
                        + plugin("jib-maven-plugin", "<to><auth><password>literal</password></auth></to>")
                        + plugin("docker-maven-plugin", "<authConfig><password>${secret}</password></authConfig>")
                        + plugin("some-other-plugin", "<password>literal</password>")
                        + "</plugins></build><profiles><profile><id>p</id><build><plugins>"
                        + plugin(
                                "spring-boot-maven-plugin",
                                "<docker><publishRegistry><token>literal</token>" + "</publishRegistry></docker>")
                        + "</plugins></build></profile></profiles></project>"));

        assertThat(PomLiterals.in(model, "pom.xml"))
                .containsExactly(
                        "pom.xml property jib.to.auth.password",
                        "pom.xml <password> of jib-maven-plugin",
                        "pom.xml <token> of spring-boot-maven-plugin");
    }

    @Test
    void takesNoLoginOfAContainerForOneOfARegistry() throws Exception {
        Model model = new MavenXpp3Reader()
                .read(new StringReader("<project><build><plugins>"
                        + plugin(
                                "docker-maven-plugin",
                                "<images><image><run><env><password>literal</password></env></run></image></images>")
                        + plugin(
                                "jib-maven-plugin",
                                "<container><environment><token>literal</token></environment></container>")
                        + plugin(
                                "spring-boot-maven-plugin",
                                "<environmentVariables><password>literal</password></environmentVariables>")
                        + "</plugins></build></project>"));

        assertThat(PomLiterals.in(model, "pom.xml")).isEmpty();
    }

    @Test
    void followsAPropertyOfTheSamePomAndTakesNoPlaceholderForASecret() throws Exception {
        Model model = new MavenXpp3Reader()
                .read(new StringReader("<project><properties><our.password>literal</our.password>"
                        + "<later.password>CHANGE_ME</later.password></properties><build><plugins>"
                        + plugin("jib-maven-plugin", "<to><auth><password>${our.password}</password></auth></to>")
                        + plugin("dockerfile-maven-plugin", "<password>${later.password}</password>")
                        + plugin("docker-maven-plugin", "<authConfig><password>${env.PW}</password></authConfig>")
                        + "</plugins></build></project>"));

        assertThat(PomLiterals.in(model, "pom.xml")).containsExactly("pom.xml property our.password");
    }

    private static String plugin(String artifactId, String configuration) {
        return "<plugin><artifactId>" + artifactId + "</artifactId><configuration>" + configuration
                + "</configuration></plugin>";
    }

    private Iterable<String> servers(String xml) throws IOException {
        return SettingsFile.serversInPlainText(
                Files.writeString(folder.resolve("settings.xml"), xml).toFile());
    }
}
