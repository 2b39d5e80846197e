package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.preflight.PushLogin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * micronaut-maven-plugin's {@code docker-push}. Names come from what jib-maven-plugin is configured to at plugin level, and
 * from jib's properties of the JVM alone; the push is done by docker's daemon.
 *
 * @see <a href="https://github.com/micronaut-projects/micronaut-maven-plugin">AbstractDockerMojo, DockerPushMojo</a>
 */
final class Micronaut implements PushingPlugin {
    private static final String JIB = "jib-maven-plugin";
    private static final Set<String> PACKAGINGS = Set.of("docker", "docker-native", "docker-crac");

    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("docker-push");
    }

    @Override
    public String defaultPhase(String goal) {
        return "deploy";
    }

    @Override
    public void find(Configured micronaut, Found found) {
        if (!PACKAGINGS.contains(micronaut.project().getPackaging())) {
            found.remark(
                    micronaut.at("<packaging>") + " pushes with the packagings docker, docker-native and docker-crac"
                            + " only: micronaut-maven-plugin will say so and fail");
            return;
        }
        Xpp3Dom to = Configured.below(jib(micronaut), "to");
        String typed = micronaut.system("jib.to.image");
        String image = typed == null ? micronaut.nameOf(Configured.below(to, "image")) : typed;
        if (image == null) {
            found.remark(micronaut.at("<to><image> of jib-maven-plugin")
                    + " names no image: micronaut-maven-plugin will say so and fail");
            return;
        }
        String place = typed == null ? "<to><image> of jib-maven-plugin" : micronaut.origin("jib.to.image");
        PushLogin login = login(micronaut, to);
        names(micronaut, to, image)
                .forEach((name, isTag) -> found.image(
                        micronaut.at(isTag ? "<to><tags> of jib-maven-plugin" : place),
                        name,
                        DaemonTerms.of(name, login)));
    }

    /** Tags are put behind what stands before the first colon, the one of a port included: so does the plugin. */
    private static Map<String, Boolean> names(Configured micronaut, @Nullable Xpp3Dom to, String image) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put(image.contains(":") ? image : image + ":latest", false);
        String beforeColon = image.split(":", -1)[0];
        String listed = micronaut.system("jib.to.tags");
        List<String> tags = listed == null ? micronaut.namesBelow(Configured.below(to, "tags")) : Jib.split(listed);
        for (String tag : tags) {
            boolean saidAlready =
                    tag.equals("latest") && names.keySet().stream().anyMatch(name -> name.contains("latest"));
            if (!saidAlready) {
                names.putIfAbsent(beforeColon + ":" + tag, true);
            }
        }
        return names;
    }

    private static @Nullable Xpp3Dom jib(Configured micronaut) {
        Plugin jib = micronaut.project().getPlugin("com.google.cloud.tools:" + JIB);
        return jib == null ? null : (Xpp3Dom) jib.getConfiguration();
    }

    /**
     * Docker's config outranks the login of the POM, and a login of the command line is never half. Where there is none of them,
     * the plugin asks jib's library for Google's application default credentials.
     */
    private static PushLogin login(Configured micronaut, @Nullable Xpp3Dom to) {
        String user = micronaut.system("jib.to.auth.username");
        String password = micronaut.system("jib.to.auth.password");
        Xpp3Dom auth = Configured.below(to, "auth");
        OwnLogin ofJib = new OwnLogin(micronaut, JIB);
        PushLogin open = user != null || password != null
                ? null
                : ofJib.open(
                        "<to><auth>",
                        new PushLogin.Docker(null),
                        Configured.below(auth, "username"),
                        Configured.below(auth, "password"));
        if (open != null) {
            return open;
        }
        FoundCredential given = user != null || password != null
                ? new OwnLogin(micronaut).password(user, password, "jib.to.auth.password")
                : ofJib.password(
                        micronaut.textOf(Configured.below(auth, "username")),
                        micronaut.textOf(Configured.below(auth, "password")),
                        "<to><auth>");
        return given == null ? new PushLogin.Jibs(LookupOrder.JIB_OF_MICRONAUT) : new PushLogin.Docker(given);
    }
}
