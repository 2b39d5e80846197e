package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * quarkus-maven-plugin: its {@code build} pushes if {@code quarkus.container-image.push} says so and one of the container
 * image extensions is there to do it, and so does its {@code image-build}; {@code image-push} always does.
 *
 * @see <a href="https://github.com/quarkusio/quarkus">ContainerImageConfig, ContainerImageProcessor, JibProcessor</a>
 */
final class Quarkus implements PushingPlugin {
    private static final String PREFIX = "quarkus.container-image.";
    private static final String EXTENSION = "quarkus-container-image-";

    /** It depends on the extension that builds in the cluster, which {@code build} then finds beside others. */
    private static final String BRINGS_OPENSHIFT = "quarkus-openshift";

    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("build") || goal.equals("image-build") || goal.equals("image-push");
    }

    @Override
    public String defaultPhase(String goal) {
        return "package";
    }

    @Override
    public void find(Configured quarkus, Found found) {
        if (quarkus.flag("quarkus.build.skip", "skip")
                || quarkus.project().getPackaging().equals("pom")
                || (isForImages(quarkus) && quarkus.flag(PREFIX + "dry-run", "dryRun"))) {
            return;
        }
        try {
            QuarkusSettings settings = new QuarkusSettings(quarkus);
            if (settings.hasUnreadable()) {
                found.remark(quarkus.at("application.yaml")
                        + " speaks of container images, and is not read here: what it pushes is not checked");
            } else if (quarkus.goal().equals("image-push") || settings.is(PREFIX + "push")) {
                find(quarkus, settings, found);
            }
        } catch (IOException unreadable) {
            found.remark(quarkus.at("application.properties") + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static void find(Configured quarkus, QuarkusSettings settings, Found found) {
        String builder = builder(quarkus, settings);
        if (builder == null) {
            found.remark(quarkus.at(PREFIX + "push")
                    + " wants a push, and none or several of its container image extensions are direct dependencies:"
                    + " what does it is not known before the build");
            return;
        }
        if (builder.equals("openshift") || builder.equals("s2i")) {
            found.remark(quarkus.at(EXTENSION + builder) + " pushes to the registry of the cluster: it is not checked");
            return;
        }
        String whole = settings.get(PREFIX + "image");
        boolean isWhole = whole != null && !whole.isEmpty();
        String image = isWhole && whole != null ? whole : assembled(settings);
        PushTerms terms = terms(quarkus, settings, builder, image);
        found.image(quarkus.at(isWhole ? settings.origin(PREFIX + "image") : PREFIX + "name"), image, terms);
        String listed = settings.get(PREFIX + "additional-tags");
        for (String tag : listed == null || listed.isEmpty() ? List.<String>of() : Jib.split(listed)) {
            found.image(
                    quarkus.at(settings.origin(PREFIX + "additional-tags")),
                    ImageName.of(image).withTag(tag),
                    terms);
        }
    }

    /** Registry, group, name and tag; without a group it is the user of this machine, unless the group is set to nothing. */
    private static String assembled(QuarkusSettings settings) {
        String registry = settings.get(PREFIX + "registry");
        String group = settings.get(PREFIX + "group");
        String effective = (group == null ? System.getProperty("user.name", "").replace(' ', '-') : group)
                .toLowerCase(Locale.getDefault());
        String name = orElse(settings.get(PREFIX + "name"), orElse(settings.get("quarkus.application.name"), "unset"));
        String tag =
                orElse(settings.get(PREFIX + "tag"), orElse(settings.get("quarkus.application.version"), "latest"));
        return (registry == null || registry.isEmpty() ? "" : registry + "/")
                + (effective.isBlank() ? "" : effective + "/")
                + name
                + ":"
                + tag;
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** {@code image-build} and {@code image-push} choose and bring along who builds, without a look at the application's settings. */
    private static boolean isForImages(Configured quarkus) {
        return quarkus.goal().startsWith("image-");
    }

    /** The one extension that is there, or the one that is chosen. */
    private static @Nullable String builder(Configured quarkus, QuarkusSettings settings) {
        List<String> there = quarkus.project().getDependencies().stream()
                .map(Dependency::getArtifactId)
                .map(id -> id.equals(BRINGS_OPENSHIFT) && !isForImages(quarkus) ? EXTENSION + "openshift" : id)
                .filter(id -> id.startsWith(EXTENSION))
                .map(id -> id.substring(EXTENSION.length()))
                .distinct()
                .collect(Collectors.toList());
        String chosen = isForImages(quarkus)
                ? quarkus.parameter(PREFIX + "builder", "builderName")
                : settings.get(PREFIX + "builder");
        if (chosen != null && !chosen.isEmpty()) {
            return there.contains(chosen) || isForImages(quarkus) ? chosen : null;
        }
        if (there.size() == 1) {
            return there.get(0);
        }
        return there.isEmpty() && isForImages(quarkus) ? "docker" : null;
    }

    /**
     * Neither Jib nor docker reads settings.xml here; Jib takes Google's application default credentials last
     * (JibProcessor.toRegistryImage).
     */
    private static PushTerms terms(Configured quarkus, QuarkusSettings settings, String builder, String image) {
        FoundCredential own = new OwnLogin(quarkus)
                .password(settings.get(PREFIX + "username"), settings.get(PREFIX + "password"), PREFIX + "password");
        if (builder.equals("jib")) {
            return PushTerms.USUAL
                    .with(own == null ? new PushLogin.Jibs(LookupOrder.JIB_OF_QUARKUS) : new PushLogin.Brought(own))
                    .insecure(settings.is(PREFIX + "insecure"));
        }
        boolean podman = builder.equals("podman");
        PushLogin login = own == null
                ? new PushLogin.Docker(null, podman ? LookupOrder.PODMAN : LookupOrder.DOCKER)
                : new PushLogin.Brought(own);
        PushTerms byDaemon = DaemonTerms.of(image, login);
        return podman ? byDaemon.carrier("podman") : byDaemon;
    }
}
