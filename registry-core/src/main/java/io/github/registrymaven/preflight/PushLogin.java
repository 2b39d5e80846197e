package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.FoundCredential;
import org.jspecify.annotations.Nullable;

/** With which login a plugin pushes. */
public sealed interface PushLogin {
    /** With the one that the usual places hold: settings.xml, docker's config and the like. */
    record Usual() implements PushLogin {}

    /**
     * With the one that the usual places hold, and where they have none with one that the image's cloud makes, as our own push
     * does.
     */
    record Ours() implements PushLogin {}

    /**
     * With the one that the usual places hold, and on Google's registries, where they have none, with Google's application
     * default credentials, as jib does.
     *
     * @param readsSettings whether settings.xml is among those places: what embeds jib's library leaves it out
     */
    record Jibs(boolean readsSettings) implements PushLogin {
        /** As jib's own plugin. */
        public Jibs() {
            this(true);
        }
    }

    /**
     * By whom the image is pushed is not known. The registry is asked as our own push would, which is as much as can be found
     * out; that a docker-style tool has no such login is for the cloud to say beside it.
     */
    record Anybody() implements PushLogin {}

    /** With one of its own configuration, which outranks the usual places. */
    record Brought(FoundCredential found) implements PushLogin {}

    /**
     * With what docker's own files and helpers hold. Settings.xml is not read, but a server that the user names for the
     * preflight still counts.
     *
     * @param otherwise a login of the plugin's own configuration, for where docker has none
     */
    record Docker(@Nullable FoundCredential otherwise) implements PushLogin {}

    /**
     * With what a credential helper holds; where that has nothing, with what the usual places hold.
     *
     * @param helper its name without {@code docker-credential-}
     * @param namedBy the setting that names it
     */
    record HelperFirst(String helper, String namedBy) implements PushLogin {}

    /**
     * With one that cannot be known here, so that a refusal of another one says nothing about the push.
     *
     * @param why a clause, such as {@code its credential helper runs with an environment of its own}
     */
    record Unseen(String why) implements PushLogin {}

    /** Which login this is, by where it is from and whom it names, and without what is secret of it. */
    default String named() {
        if (this instanceof Brought brought) {
            String user =
                    brought.found().credential() instanceof Credential.Password password ? password.username() : "";
            return "brought " + user + " " + brought.found().origin();
        }
        if (this instanceof Docker docker && docker.otherwise() != null) {
            return "docker, otherwise " + new Brought(docker.otherwise()).named();
        }
        // Those that most builds have first: a record's own toString is put together from method handles.
        return this instanceof Usual ? "usual" : this instanceof Anybody ? "anybody" : toString();
    }
}
