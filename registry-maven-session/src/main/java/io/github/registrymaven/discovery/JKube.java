package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * JKube's {@code push}: images of {@code <images>}, otherwise the one that a generator makes of a project it knows.
 *
 * @see <a href="https://github.com/eclipse-jkube/jkube">PushMojo, BaseGenerator, ImageNameFormatter, RegistryUtil</a>
 */
final class JKube implements PushingPlugin {
    /** Projects with one of these get their image from a generator, without a word in the POM. */
    private static final Set<String> FRAMEWORKS = Set.of(
            "spring-boot-maven-plugin", "quarkus-maven-plugin", "micronaut-maven-plugin", "helidon-maven-plugin");

    private final String defaultName;

    JKube(String defaultName) {
        this.defaultName = defaultName;
    }

    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("push");
    }

    @Override
    public String defaultPhase(String goal) {
        return "install";
    }

    @Override
    public void find(Configured jkube, Found found) {
        if (jkube.flag("jkube.skip", "skip") || jkube.flag("jkube.skip.push", "skipPush")) {
            return;
        }
        if (isOpenShift() && !isJib(jkube)) {
            found.remark(inTheCluster(jkube));
            return;
        }
        Xpp3Dom images = jkube.element("images");
        boolean any = false;
        for (Xpp3Dom image : images == null ? new Xpp3Dom[0] : images.getChildren()) {
            if (image.getChild("build") != null && passes(jkube, image)) {
                any = true;
                configured(jkube, image, found);
            }
        }
        if (!any && images == null) {
            generated(jkube, found);
        }
    }

    private boolean isOpenShift() {
        return defaultName.equals("%a:%l");
    }

    private static boolean isJib(Configured jkube) {
        return "jib".equals(jkube.parameter("jkube.build.strategy", "buildStrategy"));
    }

    /** OpenshiftBuildService, which has nothing to push; only Jib comes before it and works without docker's daemon. */
    private static String inTheCluster(Configured jkube) {
        String strategy = jkube.parameter("jkube.build.strategy", "buildStrategy");
        return "buildpacks".equals(strategy)
                ? jkube.at("buildpacks") + " has no daemon to push with: not checked"
                : jkube.at(strategy == null ? "s2i" : strategy)
                        + " builds in the cluster, and what it makes is pushed from there: not checked";
    }

    private static boolean passes(Configured jkube, Xpp3Dom image) {
        String filter = jkube.parameter("jkube.image.filter", "filter");
        return filter == null
                || Arrays.stream(filter.split("\\s*,\\s*"))
                        .anyMatch(wanted -> wanted.equals(jkube.textOf(image.getChild("name")))
                                || wanted.equals(jkube.textOf(image.getChild("alias"))));
    }

    /** Properties outrank the POM. */
    private void configured(Configured jkube, Xpp3Dom image, Found found) {
        Xpp3Dom build = image.getChild("build");
        if (Boolean.parseBoolean(jkube.textOf(build.getChild("skipPush")))) {
            return;
        }
        String prefix = jkube.textOf(image.getChild("propertyResolverPrefix"));
        String key = prefix == null ? "jkube.container-image" : prefix;
        String property = jkube.systemOrProject(key + ".name");
        String name = property == null ? jkube.textOf(image.getChild("name")) : property;
        String registry = jkube.systemOrProject(key + ".registry");
        if (name == null) {
            found.remark(jkube.at("<image>") + " has no name: JKube will say so and fail");
            return;
        }
        push(
                jkube,
                property == null ? "<image><name>" : jkube.origin(key + ".name"),
                name,
                registry == null ? jkube.textOf(image.getChild("registry")) : registry,
                jkube.textsBelow(build.getChild("tags")),
                found);
    }

    private void generated(Configured jkube, Found found) {
        String given = generatorSetting(jkube, "name");
        boolean known = jkube.project().getBuildPlugins().stream()
                .map(Plugin::getArtifactId)
                .anyMatch(FRAMEWORKS::contains);
        if (given == null && !known) {
            found.remark(
                    jkube.at("no <images>")
                            + " pushes what its generators make of the project, which is not known before the build: not checked");
            return;
        }
        List<String> tags = new ArrayList<>();
        if (jkube.project().getVersion().endsWith("-SNAPSHOT")) {
            tags.add("latest");
        }
        String listed = generatorSetting(jkube, "tags");
        if (listed != null) {
            tags.clear();
            Arrays.stream(listed.split(",")).map(String::strip).forEach(tags::add);
        }
        push(
                jkube,
                given == null ? "a generator's default" : "the generator's name",
                given == null ? defaultName : given,
                generatorSetting(jkube, "registry"),
                tags,
                found);
    }

    /** What the POM says of a generator outranks its properties, and these the property for all generators. */
    private static @Nullable String generatorSetting(Configured jkube, String key) {
        Xpp3Dom config = jkube.element("generator", "config");
        for (Xpp3Dom generator : config == null ? new Xpp3Dom[0] : config.getChildren()) {
            String value = jkube.textOf(generator.getChild(key));
            if (value != null) {
                return value;
            }
        }
        return jkube.systemOrProject("jkube.generator." + key);
    }

    private void push(
            Configured jkube,
            String place,
            String written,
            @Nullable String registryBeside,
            List<String> moreTags,
            Found found) {
        Placeholders placeholders = Placeholders.ofJKube(jkube);
        if (isOpenShift() && written.contains("%g")) {
            found.remark(jkube.at(place) + " names " + written
                    + ", and %g may be the namespace of the cluster: it is not checked");
            return;
        }
        ImageName name = ImageName.of(placeholders.fill(written));
        String repository = name.repository();
        String registry = DockerMavenPlugin.registryOf(repository);
        if (registry == null) {
            registry = firstOf(
                    registryBeside,
                    jkube.parameter("jkube.docker.push.registry", "pushRegistry"),
                    jkube.parameter("jkube.docker.registry", "registry"),
                    jkube.environment("DOCKER_REGISTRY"));
            repository = registry == null ? repository : registry + "/" + repository;
        }
        List<String> tags = new ArrayList<>();
        tags.add(name.tag() == null ? "latest" : name.tag());
        if (!jkube.flag("jkube.skip.tag", "skipTag")) {
            tags.addAll(moreTags);
        }
        PushLogin login = DockerLogin.ofJKube(jkube).of(registry, repository);
        PushTerms terms = isJib(jkube) ? PushTerms.USUAL.with(login).insecure(true) : DaemonTerms.of(repository, login);
        for (String tag : tags) {
            if (tag.contains("${%")) {
                found.imageWithOpenTag(jkube.at(place), repository, "%t is a time stamp", terms);
            } else {
                found.image(jkube.at(place), repository + ":" + tag, terms);
            }
        }
    }

    private static @Nullable String firstOf(@Nullable String... values) {
        return Arrays.stream(values).filter(value -> value != null).findFirst().orElse(null);
    }
}
