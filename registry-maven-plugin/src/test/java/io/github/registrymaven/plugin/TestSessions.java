package io.github.registrymaven.plugin;

import java.io.File;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;

/** Sessions of Maven's own classes, without a container. */
public final class TestSessions {
    private TestSessions() {}

    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    public static MavenSession of(Path root, DefaultMavenExecutionRequest request, MavenProject... projects) {
        request.setBaseDirectory(root.toFile());
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(projects));
        return session;
    }

    /** A project in a folder of its own, with what is written in its POM. */
    public static MavenProject project(Path root, String name, String inside) throws Exception {
        Model model = new MavenXpp3Reader()
                .read(new StringReader("<project><groupId>it</groupId><artifactId>" + name
                        + "</artifactId><version>1</version>" + inside + "</project>"));
        MavenProject project = new MavenProject(model);
        project.setFile(new File(root.resolve(name).toFile(), "pom.xml"));
        project.getBuild().setDirectory(root.resolve(name).resolve("target").toString());
        return project;
    }

    /** Maven's part that nobody is to use here. */
    public static LifecycleExecutor noLifecycle() {
        return unused(LifecycleExecutor.class);
    }

    public static SettingsDecrypter noDecrypter() {
        return unused(SettingsDecrypter.class);
    }

    public static RepositorySystem noRepositories() {
        return unused(RepositorySystem.class);
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
