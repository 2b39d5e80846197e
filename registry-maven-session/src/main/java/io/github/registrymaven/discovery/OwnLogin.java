package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.preflight.PushLogin;
import java.util.Arrays;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Logins that stand in a plugin's own configuration. */
final class OwnLogin {
    private final Configured execution;
    private final String owner;

    OwnLogin(Configured execution) {
        this(execution, execution.artifactId());
    }

    /** Of an execution that takes them from the configuration of another plugin, the owner. */
    OwnLogin(Configured execution, String owner) {
        this.execution = execution;
        this.owner = owner;
    }

    /** A user name and a password; null where one of them is missing. */
    @Nullable
    FoundCredential password(@Nullable String user, @Nullable String password, String place) {
        return user == null || user.isEmpty() || password == null || password.isEmpty()
                ? null
                : found(new Credential.Password(user, Secret.of(password)), password, place);
    }

    /**
     * That a plugin of the build is yet to set a login, as one of its elements is an expression without a value; null where all
     * are known or one is not there at all.
     *
     * @param meanwhile the login that it outranks
     */
    PushLogin.@Nullable Unseen open(String place, @Nullable PushLogin meanwhile, @Nullable Xpp3Dom... elements) {
        boolean complete = Arrays.stream(elements).allMatch(element -> element != null && element.getValue() != null);
        return complete && Arrays.stream(elements).anyMatch(execution::isOpen)
                ? new PushLogin.Unseen(place + " of " + owner + " is set during the build", meanwhile)
                : null;
    }

    /** A login that was found in an element of the plugin or in a property. */
    FoundCredential found(Credential credential, String secret, String place) {
        MavenProject project = execution.project();
        return new FoundCredential(
                credential,
                new CredentialOrigin(
                        place + " of " + owner,
                        null,
                        project.getGroupId() + ":" + project.getArtifactId(),
                        isWrittenInAPom(secret)),
                null);
    }

    /** The merged POM has no expressions any more, so whether a secret stands in one is told from the POMs as written. */
    private boolean isWrittenInAPom(String secret) {
        for (MavenProject project = execution.project(); project != null; project = project.getParent()) {
            if (project.getOriginalModel() == null) {
                continue;
            }
            if (holds(project.getOriginalModel().getBuild(), secret)) {
                return true;
            }
            for (Profile profile : project.getOriginalModel().getProfiles()) {
                if (holds(profile.getBuild(), secret)) {
                    return true;
                }
            }
            if (project.getOriginalModel().getProperties().containsValue(secret)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(@Nullable BuildBase build, String secret) {
        if (build == null) {
            return false;
        }
        boolean managed = build.getPluginManagement() != null
                && build.getPluginManagement().getPlugins().stream().anyMatch(plugin -> holds(plugin, secret));
        return managed || build.getPlugins().stream().anyMatch(plugin -> holds(plugin, secret));
    }

    private static boolean holds(Plugin plugin, String secret) {
        for (PluginExecution execution : plugin.getExecutions()) {
            if (holds((Xpp3Dom) execution.getConfiguration(), secret)) {
                return true;
            }
        }
        return holds((Xpp3Dom) plugin.getConfiguration(), secret);
    }

    private static boolean holds(@Nullable Xpp3Dom element, String secret) {
        if (element == null) {
            return false;
        }
        if (secret.equals(element.getValue())) {
            return true;
        }
        for (Xpp3Dom child : element.getChildren()) {
            if (holds(child, secret)) {
                return true;
            }
        }
        return false;
    }
}
