package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * jib-maven-plugin's {@code build}. Properties outrank the POM, and {@code image} outranks {@code jib.to.image}; every tag is
 * pushed beside the name's own.
 *
 * @see <a href="https://github.com/GoogleContainerTools/jib">JibPluginConfiguration, PluginConfigurationProcessor</a>
 */
final class Jib implements PushingPlugin {
    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("build");
    }

    @Override
    public String defaultPhase(String goal) {
        return "";
    }

    @Override
    public void find(Configured jib, Found found) {
        if (jib.flag("jib.skip", "skip")
                || jib.project().getPackaging().equals("pom")
                || !isAmongTheContainerized(jib)) {
            return;
        }
        String place = "<to><image>";
        String image = jib.nameOf(jib.element("to", "image"));
        if (image == null) {
            image = jib.nameOf(jib.element("to"));
            place = "<to>";
        }
        for (String property : List.of("jib.to.image", "image")) {
            String value = jib.property(property);
            if (value != null) {
                image = value;
                place = jib.origin(property);
            }
        }
        if (image == null || image.isEmpty()) {
            found.remark(jib.at("<to><image>") + " names no image: jib will say so and fail");
            return;
        }
        PushTerms terms = PushTerms.JIB
                .with(login(jib))
                .insecure(jib.flag("jib.allowInsecureRegistries", "allowInsecureRegistries"));
        found.image(jib.at(place), image, terms);
        ImageName name = ImageName.of(image);
        String listed = jib.property("jib.to.tags");
        String placeOfTags = listed == null ? "<to><tags>" : jib.origin("jib.to.tags");
        for (String tag : listed == null ? jib.namesBelow(jib.element("to", "tags")) : split(listed)) {
            found.image(jib.at(placeOfTags), name.withTag(tag), terms);
        }
    }

    /** {@code jib.containerize} picks one module: {@code group:artifact}, {@code :artifact} or the end of its path. */
    private static boolean isAmongTheContainerized(Configured jib) {
        String module = jib.property("jib.containerize");
        if (module == null || module.isEmpty()) {
            return true;
        }
        String artifact = ":" + jib.project().getArtifactId();
        if (module.contains(":")) {
            return module.equals(artifact) || module.equals(jib.project().getGroupId() + artifact);
        }
        return jib.project().getBasedir().toPath().endsWith(module);
    }

    /** Jib takes both parts from properties, or both from the POM; a half is left out. Then comes its helper. */
    private static PushLogin login(Configured jib) {
        OwnLogin own = new OwnLogin(jib);
        FoundCredential given = own.password(
                jib.property("jib.to.auth.username"), jib.property("jib.to.auth.password"), "jib.to.auth.password");
        if (given != null) {
            return new PushLogin.Brought(given);
        }
        PushLogin open = own.open(
                "<to><auth>",
                new PushLogin.Jibs(),
                jib.element("to", "auth", "username"),
                jib.element("to", "auth", "password"));
        if (open != null) {
            return open;
        }
        given = own.password(jib.text("to", "auth", "username"), jib.text("to", "auth", "password"), "<to><auth>");
        return given == null ? helper(jib) : new PushLogin.Brought(given);
    }

    private static PushLogin helper(Configured jib) {
        Xpp3Dom element = jib.element("to", "credHelper");
        String helper = jib.property("jib.to.credHelper");
        if (helper == null) {
            helper = jib.textOf(element);
        }
        if (helper == null) {
            helper = jib.textOf(Configured.below(element, "helper"));
        }
        if (helper == null) {
            Xpp3Dom inside = Configured.below(element, "helper");
            PushLogin open =
                    new OwnLogin(jib).open("<to><credHelper>", new PushLogin.Jibs(), inside == null ? element : inside);
            return open == null ? new PushLogin.Jibs() : open;
        }
        Xpp3Dom environment = Configured.below(element, "environment");
        if (environment != null && environment.getChildCount() > 0) {
            return new PushLogin.Unseen("<to><credHelper> of jib-maven-plugin runs with an environment of its own");
        }
        return isPath(helper)
                ? new PushLogin.Unseen("<to><credHelper> of jib-maven-plugin is a file, " + helper)
                : new PushLogin.HelperFirst(helper, "<to><credHelper> of jib-maven-plugin");
    }

    private static boolean isPath(String helper) {
        return helper.contains("/") || helper.contains("\\");
    }

    /** Commas separate; a backslash before one keeps it. */
    static List<String> split(@Nullable String list) {
        List<String> parts = new ArrayList<>();
        for (String part : list == null ? new String[0] : list.split("(?<!\\\\),", -1)) {
            parts.add(part.replace("\\,", ",").strip());
        }
        return parts;
    }
}
