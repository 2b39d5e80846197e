package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredScmTest {
    private static final String OF_SPRING = "https://github.com/spring-projects/spring-boot";
    private static final String OWN = "https://github.com/acme/shop";

    @TempDir
    Path root;

    @Test
    void whatAParentOutOfARepositorySaysIsItsOwn() {
        MavenProject parent = project("boot", "/m2/boot/1/boot-1.pom", OF_SPRING, OF_SPRING);
        MavenProject project = project("shop", "/work/shop/pom.xml", null, OF_SPRING + "/shop");
        project.setParent(parent);

        assertThat(DeclaredScm.urls(project)).isEmpty();
    }

    @Test
    void aParentWithoutAFileIsOutOfARepositoryToo() {
        MavenProject project = project("shop", "/work/shop/pom.xml", null, OF_SPRING + "/shop");
        project.setParent(project("boot", null, OF_SPRING, OF_SPRING));

        assertThat(DeclaredScm.urls(project)).isEmpty();
    }

    @Test
    void whatTheProjectSaysItselfIsTakenWithItsPropertiesFilledIn() {
        MavenProject project = project("shop", "/work/shop/pom.xml", "https://github.com/${org}/shop", OWN);
        project.getScm().setConnection("scm:git:" + OF_SPRING + ".git/shop");

        assertThat(DeclaredScm.urls(project)).containsExactly(OWN);
    }

    @Test
    void ofAParentOnDiskItIsTakenAsItStandsThere() {
        MavenProject module = project("app", "/work/shop/app/pom.xml", null, OWN + "/app");
        module.setParent(project("shop", "/work/shop/pom.xml", OWN, OWN));

        assertThat(DeclaredScm.urls(module)).containsExactly(OWN);
    }

    private MavenProject project(String name, @Nullable String file, @Nullable String written, String effective) {
        MavenProject project = new MavenProject(model(name, effective));
        project.setOriginalModel(model(name, written));
        if (file != null) {
            project.setFile(new File(root.toFile(), file));
        }
        return project;
    }

    private static Model model(String name, @Nullable String url) {
        Model model = new Model();
        model.setArtifactId(name);
        model.setVersion("1");
        if (url != null) {
            Scm scm = new Scm();
            scm.setUrl(url);
            model.setScm(scm);
        }
        return model;
    }
}
