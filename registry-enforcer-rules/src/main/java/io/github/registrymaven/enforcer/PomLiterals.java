package io.github.registrymaven.enforcer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Passwords for registries that stand in a POM as it is written. */
final class PomLiterals {
    private static final Set<String> PLUGINS = Set.of(
            "jib-maven-plugin",
            "docker-maven-plugin",
            "spring-boot-maven-plugin",
            "kubernetes-maven-plugin",
            "openshift-maven-plugin",
            "quarkus-maven-plugin",
            "micronaut-maven-plugin",
            "dockerfile-maven-plugin",
            "registry-maven-plugin");
    private static final Set<String> SECRETS =
            Set.of("password", "token", "registryToken", "identityToken", "authToken");
    private static final Set<String> PROPERTIES = Set.of(
            "jib.to.auth.password",
            "jib.from.auth.password",
            "docker.password",
            "docker.push.password",
            "docker.pull.password",
            "jkube.docker.password",
            "jkube.docker.push.password",
            "jkube.docker.pull.password",
            "quarkus.container-image.password",
            "dockerfile.password",
            "registry.password");

    /** What a container or a program is given, which is no login for a registry: that of a test's database, for one. */
    private static final Set<String> OF_OTHERS = Set.of(
            "env",
            "environment",
            "environmentVariables",
            "systemPropertyVariables",
            "args",
            "buildArgs",
            "labels",
            "run");

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)}");

    private final List<String> places = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private final String file;

    private PomLiterals(String file) {
        this.file = file;
    }

    /** Each place as {@code pom.xml:12 <password> of jib-maven-plugin}; no value is in it. */
    static List<String> in(@Nullable Model model, String file) {
        PomLiterals literals = new PomLiterals(file);
        if (model != null) {
            literals.known(model.getProperties());
            model.getProfiles().forEach(profile -> literals.known(profile.getProperties()));
            literals.properties(model.getProperties());
            literals.build(model.getBuild());
            for (Profile profile : model.getProfiles()) {
                literals.properties(profile.getProperties());
                literals.build(profile.getBuild());
            }
        }
        return literals.places;
    }

    private void known(Properties properties) {
        properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
    }

    private void properties(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            if (PROPERTIES.contains(name) && PlainText.is(properties.getProperty(name))) {
                places.add(file + " property " + name);
            }
        }
    }

    private void build(@Nullable BuildBase build) {
        if (build == null) {
            return;
        }
        build.getPlugins().forEach(this::plugin);
        if (build.getPluginManagement() != null) {
            build.getPluginManagement().getPlugins().forEach(this::plugin);
        }
    }

    /** Whether it is one of the plugins that push images. */
    static boolean pushesImages(Plugin plugin) {
        return PLUGINS.contains(plugin.getArtifactId());
    }

    private void plugin(Plugin plugin) {
        if (pushesImages(plugin)) {
            search(plugin.getConfiguration(), plugin, plugin.getLocation("configuration"));
            for (PluginExecution execution : plugin.getExecutions()) {
                search(execution.getConfiguration(), plugin, execution.getLocation("configuration"));
            }
        }
    }

    private void secret(Xpp3Dom element, Plugin plugin, @Nullable InputLocation at) {
        Matcher property = PROPERTY.matcher(element.getValue().strip());
        if (PlainText.is(element.getValue())) {
            String line = at == null || at.getLineNumber() < 1 ? "" : ":" + at.getLineNumber();
            places.add(file + line + " <" + element.getName() + "> of " + plugin.getArtifactId());
        } else if (property.matches()
                && !PROPERTIES.contains(property.group(1))
                && PlainText.is(known.get(property.group(1)))) {
            places.add(file + " property " + property.group(1));
        }
    }

    private void search(@Nullable Object configuration, Plugin plugin, @Nullable InputLocation at) {
        if (!(configuration instanceof Xpp3Dom)) {
            return;
        }
        Xpp3Dom element = (Xpp3Dom) configuration;
        if (SECRETS.contains(element.getName()) && element.getValue() != null) {
            secret(element, plugin, at);
        }
        for (Xpp3Dom child : element.getChildren()) {
            if (!OF_OTHERS.contains(child.getName())) {
                search(child, plugin, at);
            }
        }
    }
}
