package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.RequestedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.DefaultLifecycles;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** A build of one project, its POM merged and interpolated by Maven's own model builder. */
final class TestBuild {
    private final Path folder;
    private final List<String> goals = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final Properties typed = new Properties();
    private final Properties system = new Properties();
    private String pom = "";
    private String packaging = "jar";
    private String version = "1.0";
    private List<MojoExecution> plan = List.of();
    private final List<MavenProject> before = new ArrayList<>();
    private @Nullable MojoExecution running;

    private TestBuild(Path folder) {
        this.folder = folder;
    }

    /** A build with a POM of the coordinates {@code org.example.team:app}, and what is put into its project element. */
    static TestBuild of(Path folder, String inProject) {
        TestBuild build = new TestBuild(folder);
        build.pom = inProject;
        return build;
    }

    /** A plugin with one execution, {@code it}, of a goal in the phase deploy; its configuration is the plugin's. */
    static String plugin(String group, String artifact, String goal, String configuration) {
        return "<build><plugins><plugin><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><version>1</version><executions><execution><id>it</id><phase>deploy</phase><goals><goal>"
                + goal + "</goal></goals></execution></executions><configuration>" + configuration
                + "</configuration></plugin></plugins></build>";
    }

    TestBuild packaging(String type) {
        packaging = type;
        return this;
    }

    TestBuild version(String number) {
        version = number;
        return this;
    }

    /** Without goals it is {@code deploy}. */
    TestBuild goals(String... names) {
        goals.addAll(List.of(names));
        return this;
    }

    /** A property of the command line. */
    TestBuild typed(String name, String value) {
        typed.setProperty(name, value);
        return this;
    }

    /** A property of the JVM. */
    TestBuild system(String name, String value) {
        system.setProperty(name, value);
        return this;
    }

    TestBuild environment(String name, String value) {
        system.setProperty("env." + name, value);
        return this;
    }

    TestBuild server(String id) {
        Server server = new Server();
        server.setId(id);
        servers.add(server);
        return this;
    }

    /** A file beside the POM. */
    TestBuild file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** What Maven plans; without it there is no plan to be had. */
    TestBuild planned(MojoExecution... executions) {
        plan = List.of(executions);
        return this;
    }

    /** As seen from an execution of the plan, which is running. */
    TestBuild asOf(MojoExecution execution) {
        running = execution;
        return this;
    }

    /** A module that is built before this one. */
    TestBuild after(TestBuild module) {
        before.add(module.project());
        return this;
    }

    Discovery discovery() {
        MavenProject project = project();
        MavenSession session = session();
        List<MavenProject> modules = new ArrayList<>(before);
        modules.add(project);
        session.setProjects(modules);
        ImageDiscovery discovery = new ImageDiscovery(session, this::lifecycle);
        return (running == null ? discovery : discovery.asOf(running)).of(project);
    }

    List<String> names() {
        return references(discovery());
    }

    /** The one image that is found. */
    RequestedImage image() {
        List<RequestedImage> images = discovery().images();
        if (images.size() != 1) {
            throw new AssertionError("found " + images);
        }
        return images.get(0);
    }

    static List<String> references(Discovery discovery) {
        return discovery.images().stream().map(RequestedImage::reference).toList();
    }

    /** Without the remark that there is no plan. */
    List<String> remarks() {
        return discovery().remarks().stream()
                .filter(remark -> !remark.startsWith("the plan of this build"))
                .toList();
    }

    private LifecycleExecutor lifecycle() {
        return (LifecycleExecutor) Proxy.newProxyInstance(
                LifecycleExecutor.class.getClassLoader(),
                new Class<?>[] {LifecycleExecutor.class},
                (proxy, method, arguments) -> planned());
    }

    private MavenExecutionPlan planned() {
        if (plan.isEmpty()) {
            throw new IllegalStateException("no descriptor");
        }
        return new MavenExecutionPlan(List.of(), new DefaultLifecycles()) {
            @Override
            public List<MojoExecution> getMojoExecutions() {
                return plan;
            }
        };
    }

    @SuppressWarnings("deprecation") // the way in which Maven's own tests make a session
    private MavenSession session() {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest()
                .setGoals(goals.isEmpty() ? List.of("deploy") : goals)
                .setUserProperties(typed)
                .setSystemProperties(system)
                .setServers(servers);
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }

    private MavenProject project() {
        try {
            ModelBuildingResult result = new DefaultModelBuilderFactory()
                    .newInstance()
                    .build(new DefaultModelBuildingRequest()
                            .setModelSource(new PomText(text()))
                            .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                            .setProcessPlugins(true)
                            .setUserProperties(typed)
                            .setSystemProperties(system));
            MavenProject project = new MavenProject(result.getEffectiveModel());
            project.setOriginalModel(result.getRawModel());
            project.setFile(folder.resolve("pom.xml").toFile());
            project.getBuild().setDirectory(folder.resolve("target").toString());
            project.getBuild()
                    .getResources()
                    .forEach(resource -> resource.setDirectory(
                            folder.resolve("src/main/resources").toString()));
            return project;
        } catch (ModelBuildingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private String text() {
        return "<project><modelVersion>4.0.0</modelVersion><groupId>org.example.team</groupId><artifactId>app</artifactId>"
                + "<version>" + version + "</version><packaging>" + packaging + "</packaging>" + pom + "</project>";
    }

    @SuppressWarnings("deprecation") // ModelSource2 asks for a place, which this text has not
    private static final class PomText implements org.apache.maven.model.building.ModelSource {
        private final String text;

        PomText(String text) {
            this.text = text;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public @Nullable String getLocation() {
            return "pom.xml";
        }
    }
}
