package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.preflight.PushLogin;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * spring-boot-maven-plugin's {@code build-image}, which pushes only when it is told to publish. Here the POM outranks the
 * properties.
 *
 * @see <a href="https://github.com/spring-projects/spring-boot">BuildImageMojo, Image, Docker</a>
 */
final class SpringBoot implements PushingPlugin {
    private static final Set<String> GOALS = Set.of("build-image", "build-image-no-fork");
    private static final String PREFIX = "spring-boot.build-image.";

    @Override
    public boolean pushesWith(String goal) {
        return GOALS.contains(goal);
    }

    @Override
    public String defaultPhase(String goal) {
        return "package";
    }

    @Override
    public void find(Configured spring, Found found) {
        String publish = spring.text("image", "publish");
        if (spring.project().getPackaging().equals("pom")
                || spring.flag(PREFIX + "skip", "skip")
                || !Boolean.parseBoolean(publish == null ? spring.parameter(PREFIX + "publish", "publish") : publish)) {
            return;
        }
        String place = "<image><name>";
        String name = spring.nameOf(spring.element("image", "name"));
        if (name == null) {
            name = spring.name(PREFIX + "imageName", "imageName");
            place = spring.origin(PREFIX + "imageName");
        }
        if (name == null || name.isBlank()) {
            name = spring.project().getArtifactId() + ":" + spring.project().getVersion();
            place = "the artifact's name";
        }
        PushLogin login = login(spring);
        found.image(spring.at(place), name, DaemonTerms.of(name, login));
        for (String tag : spring.namesBelow(spring.element("image", "tags"))) {
            found.image(spring.at("<image><tags>"), tag, DaemonTerms.of(tag, login));
        }
    }

    /** Settings.xml is not read: what {@code <publishRegistry>} does not say comes from docker's config. */
    private static PushLogin login(Configured spring) {
        String place = "<docker><publishRegistry>";
        OwnLogin own = new OwnLogin(spring);
        Xpp3Dom registry = spring.element("docker", "publishRegistry");
        PushLogin docker = new PushLogin.Docker(null);
        PushLogin open = own.open(place, docker, Configured.below(registry, "token"));
        if (open == null) {
            open = own.open(
                    place, docker, Configured.below(registry, "username"), Configured.below(registry, "password"));
        }
        if (open != null) {
            return open;
        }
        String token = spring.text("docker", "publishRegistry", "token");
        FoundCredential password = own.password(
                spring.text("docker", "publishRegistry", "username"),
                spring.text("docker", "publishRegistry", "password"),
                place);
        if (token != null && password == null) {
            return new PushLogin.Brought(token(own, token, place));
        }
        return password == null || token != null ? docker : new PushLogin.Brought(password);
    }

    private static FoundCredential token(OwnLogin own, String token, @Nullable String place) {
        return own.found(new Credential.IdentityToken(null, Secret.of(token)), token, String.valueOf(place));
    }
}
