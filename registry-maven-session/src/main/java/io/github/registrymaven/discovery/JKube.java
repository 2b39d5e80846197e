package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * JKube's {@code push}: images of {@code <images>}, otherwise the one that a generator makes of a project it knows.
 *
 * @see <a href="https://github.com/eclipse-jkube/jkube">PushMojo, DefaultGeneratorManager, ImageName, RegistryUtil</a>
 */
final class JKube implements PushingPlugin {
    /** What the part before the first slash must be like to be a registry, if there is a dot or a colon in it. */
    private static final Pattern REGISTRY = Pattern.compile("([a-zA-Z0-9.-]+|\\[[a-fA-F0-9:]+])(:[0-9]+)?");

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
        String filter = jkube.parameter("jkube.image.filter", "filter");
        for (JKubeImage image : new JKubeGenerators(jkube, defaultName).beside(configured(jkube), found)) {
            if (image.passes(filter) && !image.isSkipped()) {
                push(jkube, image, found);
            }
        }
    }

    private static List<JKubeImage> configured(Configured jkube) {
        List<JKubeImage> images = new ArrayList<>();
        Xpp3Dom element = jkube.element("images");
        for (Xpp3Dom image : element == null ? new Xpp3Dom[0] : element.getChildren()) {
            images.add(JKubeImage.configured(jkube, image));
        }
        return images;
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

    private void push(Configured jkube, JKubeImage image, Found found) {
        String written = image.name();
        if (written == null) {
            found.remark(jkube.at("<image>") + " has no name: JKube will say so and fail");
            return;
        }
        String place = jkube.at(image.place());
        if (isOpenShift() && written.contains("%g")) {
            found.remark(
                    place + " names " + written + ", and %g may be the namespace of the cluster: it is not checked");
            return;
        }
        ImageName name = ImageName.of(Placeholders.ofJKube(jkube).fill(written));
        if (image.isUnbuilt()) {
            found.remark(place + " names " + name.repository() + ":" + tag(name)
                    + " and has no <build>: some versions of JKube push it, it is not checked");
            return;
        }
        String own = registryOf(name.repository());
        String asked = registry(jkube, image, own, name.repository());
        boolean goesBefore = asked != null && (own == null || (!isJib(jkube) && !own.equals(asked)));
        String repository = goesBefore ? asked + "/" + name.repository() : name.repository();
        List<String> tags = new ArrayList<>();
        tags.add(tag(name));
        if (isJib(jkube) || !jkube.flag("jkube.skip.tag", "skipTag")) {
            tags.addAll(image.tags());
        }
        PushTerms terms = terms(jkube, asked, repository);
        for (String tag : tags) {
            if (tag.contains("${%")) {
                found.imageWithOpenTag(place, repository, "%t is a time stamp", terms);
            } else {
                found.image(place, repository + ":" + tag, terms);
            }
        }
    }

    private static String tag(ImageName name) {
        return name.tag() == null ? "latest" : name.tag();
    }

    private static @Nullable String registryOf(String repository) {
        String first = repository.substring(0, Math.max(0, repository.indexOf('/')));
        return first.matches(".*[.:].*") && REGISTRY.matcher(first).matches() ? first : null;
    }

    /** That of the name counts first only with a port, or with a user between it and the image. */
    private static @Nullable String registry(
            Configured jkube, JKubeImage image, @Nullable String own, String repository) {
        boolean isWhole = own != null && (own.contains(":") || repository.indexOf('/', own.length() + 1) > 0);
        return firstOf(
                isWhole ? own : null,
                image.registry(),
                jkube.name("jkube.docker.push.registry", "pushRegistry"),
                jkube.name("jkube.docker.registry", "registry"),
                own,
                jkube.environment("DOCKER_REGISTRY"));
    }

    private static PushTerms terms(Configured jkube, @Nullable String registry, String repository) {
        boolean isElsewhere = registry != null && !repository.startsWith(registry + "/");
        PushLogin login = isElsewhere
                ? new PushLogin.Unseen(jkube.artifactId() + " takes the login of " + registry + " for it")
                : DockerLogin.ofJKube(jkube).of(registry, repository);
        return isJib(jkube) ? PushTerms.USUAL.with(login).insecure(true) : DaemonTerms.of(repository, login);
    }

    private static @Nullable String firstOf(@Nullable String... values) {
        return Arrays.stream(values).filter(value -> value != null).findFirst().orElse(null);
    }
}
