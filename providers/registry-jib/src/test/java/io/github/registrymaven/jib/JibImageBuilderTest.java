package io.github.registrymaven.jib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImageBuilder;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.testkit.RecordedRequest;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a registry on loopback that the base image was pushed to. */
class JibImageBuilderTest {
    private final JibImageBuilder builder = new JibImageBuilder();

    @TempDir
    private Path folder;

    private TestRegistry registry;

    @BeforeEach
    void anEmptyRegistry() throws IOException {
        registry = TestRegistry.start();
    }

    @AfterEach
    void close() throws IOException {
        registry.close();
    }

    private String base(BaseImage image) throws IOException, InterruptedException {
        return image.pushTo(registry.url(), null, null);
    }

    private ImageBuild.Built built(ImagePlan plan, Workplace workplace) throws InterruptedException {
        ImageBuild result = builder.build(plan, workplace);
        assertThat(result).isInstanceOf(ImageBuild.Built.class);
        return (ImageBuild.Built) result;
    }

    @Test
    void theSameFilesMakeTheSameImageInAnotherFolderAtAnotherTime() throws IOException, InterruptedException {
        String base = base(BaseImage.usual());
        Project one = Project.in(folder.resolve("one"));
        Project other = Project.in(folder.resolve("the other")).touched();

        ImageBuild.Built first = built(one.plan(base), one.workplace());
        ImageBuild.Built second = built(other.plan(base), other.workplace());

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.layout()).hasSameBinaryContentAs(first.layout());
    }

    @Test
    void dependenciesResourcesAndClassesLieInLayersOfTheirOwnUponTheBase() throws IOException, InterruptedException {
        BaseImage base = BaseImage.usual();
        Project project = Project.in(folder);

        ImageBuild.Built image = built(project.plan(base(base)), project.workplace());

        Layout layout = Layout.of(image.layout());
        List<String> layers = layout.layers(image.digest());
        assertThat(layout.digest()).isEqualTo(image.digest());
        assertThat(layers).hasSize(4).startsWith(base.layer());
        assertThat(layout.files(layers.get(1))).containsExactly("app/libs/library-1.0.jar");
        assertThat(layout.files(layers.get(2))).containsExactly("app/resources/app.properties");
        assertThat(layout.files(layers.get(3))).containsExactly("app/classes/hello/Hello.class");
    }

    @Test
    void theConfigHasWhatThePlanSaysAndKeepsWhatTheBaseHas() throws IOException, InterruptedException {
        Project project = Project.in(folder);

        ImageBuild.Built image = built(project.plan(base(BaseImage.usual())), project.workplace());

        JsonObject config = Layout.of(image.layout()).config(image.digest());
        assertThat(config.get("created").getAsString()).isEqualTo("2026-01-02T03:04:05Z");
        JsonObject run = config.getAsJsonObject("config");
        assertThat(run.getAsJsonArray("Env").asList().stream().map(JsonElement::getAsString))
                .containsExactlyInAnyOrder("BASE=yes", "GREETING=hello");
        assertThat(run.get("Entrypoint"))
                .hasToString("[\"java\",\"-cp\",\"/app/resources:/app/classes:/app/libs/*\",\"hello.Hello\"]");
        assertThat(run.get("Cmd")).hasToString("[\"an argument\"]");
        assertThat(run.get("ExposedPorts")).hasToString("{\"8080/tcp\":{}}");
        assertThat(run.get("Labels")).hasToString("{\"org.opencontainers.image.title\":\"hello\"}");
        assertThat(run.get("WorkingDir").getAsString()).isEqualTo("/work");
        assertThat(run.get("User").getAsString()).isEqualTo("1000:1000");
    }

    @Test
    void whatThePlanLeavesOpenIsAsTheBaseHasIt() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        ImagePlan plan = project.plan(base(BaseImage.usual()));

        ImageBuild.Built image =
                built(ImagePlan.of(plan.base(), project.layers(), List.of("java")), project.workplace());

        JsonObject config = Layout.of(image.layout()).config(image.digest());
        assertThat(config.getAsJsonObject("config").get("User").getAsString()).isEqualTo("65532");
        assertThat(config.get("created").getAsString()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void scratchIsABaseThatNobodyIsAskedFor() throws IOException, InterruptedException {
        Project project = Project.in(folder);

        ImageBuild.Built image = built(project.plan(null), project.workplace(true, false, null));

        assertThat(Layout.of(image.layout()).layers(image.digest())).hasSize(3);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void aBaseThatWasPulledOnceIsNotAskedForAgain() throws IOException, InterruptedException {
        String base = base(BaseImage.usual());
        Project project = Project.in(folder);
        ImageBuild.Built first = built(project.plan(base), project.workplace());
        int requests = registry.requests().size();

        ImageBuild.Built offline = built(project.plan(base), project.workplace(true, true, null));

        assertThat(offline.digest()).isEqualTo(first.digest());
        assertThat(registry.requests()).hasSize(requests);
    }

    @Test
    void severalPlatformsAreOneImageBelowAnIndex() throws IOException, InterruptedException {
        String base = base(BaseImage.index());
        Project project = Project.in(folder);
        List<Platform> both = List.of(new Platform("linux", "amd64"), new Platform("linux", "arm64"));

        ImageBuild.Built image = built(project.plan(base, both), project.workplace());
        ImageBuild.Built again = built(project.plan(base, both), project.workplace());

        Layout layout = Layout.of(image.layout());
        assertThat(again.digest()).isEqualTo(image.digest());
        assertThat(layout.digest()).isEqualTo(image.digest());
        List<String> children = layout.document(image.digest()).getAsJsonArray("manifests").asList().stream()
                .map(child -> child.getAsJsonObject().get("digest").getAsString())
                .toList();
        assertThat(children).hasSize(2);
        assertThat(layout.config(children.get(0)).get("architecture").getAsString())
                .isEqualTo("amd64");
        assertThat(layout.config(children.get(1)).get("architecture").getAsString())
                .isEqualTo("arm64");
        assertThat(layout.layers(children.get(1))).hasSize(4);
        assertThat(layout.files(layout.layers(children.get(1)).get(3)))
                .containsExactly("app/classes/hello/Hello.class");
    }

    @Test
    void onePlatformOfAnIndexIsAPlainImage() throws IOException, InterruptedException {
        Project project = Project.in(folder);

        ImageBuild.Built image = built(
                project.plan(base(BaseImage.index()), List.of(new Platform("linux", "arm64"))), project.workplace());

        Layout layout = Layout.of(image.layout());
        assertThat(layout.digest()).isEqualTo(image.digest());
        assertThat(layout.config(image.digest()).get("architecture").getAsString())
                .isEqualTo("arm64");
    }

    @Test
    void nothingIsSetForTheWholeJvmAndStepsAreTold() throws IOException, InterruptedException {
        String base = base(BaseImage.usual());
        Project project = Project.in(folder);
        Properties before = (Properties) System.getProperties().clone();

        built(project.plan(base), project.workplace());

        assertThat(System.getProperties()).isEqualTo(before);
        assertThat(project.told()).anySatisfy(line -> assertThat(line).contains("base/java"));
    }

    @Test
    void nothingIsPushedToTheBaseImagesRegistry() throws IOException, InterruptedException {
        String base = base(BaseImage.usual());
        int pushed = registry.requests().size();
        Project project = Project.in(folder);

        built(project.plan(base), project.workplace());

        List<RecordedRequest> pulled = registry.requests();
        assertThat(pulled.subList(pushed, pulled.size()))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.method()).isIn("GET", "HEAD"));
    }

    @Test
    void anInterruptedBuildLeavesNothingThatLooksLikeAnImage() throws IOException {
        Project project = Project.in(folder);
        ImagePlan plan = project.plan(null);
        Workplace workplace = project.workplace();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> builder.build(plan, workplace)).isInstanceOf(InterruptedException.class);

        assertThat(workplace.target().resolve("image.tar")).doesNotExist();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ImageBuilder.class)).hasOnlyElementsOfType(JibImageBuilder.class);
    }

    @Test
    void classesWithAMainMethodAreFound() {
        Path classes = Path.of(System.getProperty("user.dir"), "target", "test-classes");

        assertThat(builder.mainClasses(classes)).containsExactly(Startable.class.getName());
        assertThat(builder.mainClasses(classes.resolve("nothing there"))).isEmpty();
    }

    @Test
    void aClassThatIsThereForNewerJavasTooIsFoundOnce() throws IOException {
        Path compiled = Path.of(System.getProperty("user.dir"), "target", "test-classes");
        String name = Startable.class.getName().replace('.', '/') + ".class";
        for (String place : List.of(name, "META-INF/versions/17/" + name)) {
            Path copy = folder.resolve(place);
            Files.createDirectories(copy.getParent());
            Files.copy(compiled.resolve(name), copy);
        }

        assertThat(builder.mainClasses(folder)).containsExactly(Startable.class.getName());
    }

    /** To be found. */
    static final class Startable {
        private Startable() {}

        public static void main(String[] arguments) {}
    }
}
