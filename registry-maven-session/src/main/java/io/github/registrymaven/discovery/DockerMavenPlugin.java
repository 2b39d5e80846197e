package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * docker-maven-plugin's {@code push}, through docker's daemon or through Jib.
 *
 * @see <a href="https://github.com/fabric8io/docker-maven-plugin">PushMojo, AbstractDockerMojo, RegistryService</a>
 */
final class DockerMavenPlugin implements PushingPlugin {
    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("push");
    }

    @Override
    public String defaultPhase(String goal) {
        return "deploy";
    }

    @Override
    public void find(Configured plugin, Found found) {
        boolean isPom = plugin.project().getPackaging().equalsIgnoreCase("pom");
        if (plugin.flag("docker.skip", "skip")
                || plugin.flag("docker.skip.push", "skipPush")
                || (plugin.flag("docker.skip.pom", "skipPom") && isPom)) {
            return;
        }
        List<DockerImage> images = new ArrayList<>();
        for (Xpp3Dom image : configured(plugin)) {
            DockerImage read = DockerImage.read(plugin, image);
            if (read.isExternal()) {
                found.remark(plugin.at("<external>")
                        + " takes its images from a file of another kind: they are not checked");
            } else if (read.passes(plugin.parameter("docker.filter", "filter"))) {
                images.add(read);
            }
        }
        if (new File(plugin.project().getBasedir(), "Dockerfile").exists()) {
            addDockerfile(plugin, images);
        }
        boolean throughJib = plugin.flag("docker.build.jib", "jib");
        for (DockerImage image : images) {
            if (image.isBuilt() && (throughJib || !image.skipsPush())) {
                push(plugin, image, throughJib, found);
            }
        }
    }

    private static List<Xpp3Dom> configured(Configured plugin) {
        List<Xpp3Dom> images = new ArrayList<>();
        for (String name : List.of("images", "imagesMap")) {
            Xpp3Dom element = plugin.element(name);
            if (element != null) {
                images.addAll(Arrays.asList(element.getChildren()));
            }
        }
        return images;
    }

    /** A Dockerfile beside the POM is an image by itself, or the build of the one image that has none. */
    private static void addDockerfile(Configured plugin, List<DockerImage> images) {
        if (images.isEmpty()) {
            String name = plugin.systemOrProject("docker.name");
            images.add(DockerImage.ofDockerfile(
                    name == null ? "%g/%a:%l" : name, name == null ? "Dockerfile" : "docker.name"));
        } else if (images.size() == 1) {
            images.set(0, images.get(0).built());
        }
    }

    /** Through Jib every tag is pushed, whatever is skipped; plain http is always allowed then. */
    private static void push(Configured plugin, DockerImage image, boolean throughJib, Found found) {
        Placeholders placeholders = Placeholders.ofDockerMavenPlugin(plugin);
        ImageName name = ImageName.of(placeholders.fill(image.name()));
        String registry = registryOf(name.repository());
        String repository = name.repository();
        if (registry == null) {
            registry = registryBeside(plugin, image);
            repository = registry == null ? repository : registry + "/" + repository;
        }
        PushLogin login = DockerLogin.ofDockerMavenPlugin(plugin).of(registry, repository);
        PushTerms terms = throughJib ? PushTerms.USUAL.with(login).insecure(true) : DaemonTerms.of(repository, login);
        List<String> tags = new ArrayList<>();
        tags.add(name.tag() == null ? "latest" : name.tag());
        if (throughJib || !image.skipsTags(plugin.flag("docker.skip.tag", "skipTag"))) {
            image.tags().forEach(tag -> tags.add(placeholders.fill(tag)));
        }
        for (int i = 0; i < tags.size(); i++) {
            push(plugin, i == 0 ? image.place() : "<tags>", repository, tags.get(i), terms, found);
        }
    }

    private static void push(
            Configured plugin, String place, String repository, String tag, PushTerms terms, Found found) {
        if (tag.contains("${%")) {
            String how = tag.replace("${%t}", "%t").replace("${%T}", "%T") + " is a time stamp";
            found.imageWithOpenTag(plugin.at(place), repository, how, terms);
        } else {
            found.image(plugin.at(place), repository + ":" + tag, terms);
        }
    }

    /** The part before the first slash, if it has a dot or a port: docker-maven-plugin does not know {@code localhost}. */
    static @Nullable String registryOf(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":") ? first : null;
    }

    private static @Nullable String registryBeside(Configured plugin, DockerImage image) {
        if (image.registry() != null) {
            return image.registry();
        }
        String forPushes = plugin.name("docker.push.registry", "pushRegistry");
        String forAll = forPushes == null ? plugin.name("docker.registry", "registry") : forPushes;
        return forAll == null ? plugin.environment("DOCKER_REGISTRY") : forAll;
    }
}
