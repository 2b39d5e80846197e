package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.LookupOrder;
import org.jspecify.annotations.Nullable;

/** With which login a plugin pushes. */
public sealed interface PushLogin {
    /**
     * With the one that settings.xml holds under the registry's name to the letter, otherwise docker's config: as
     * docker-maven-plugin and JKube push.
     */
    record Usual() implements PushLogin {}

    /**
     * With the one that the usual places hold, and where they have none with one that the image's cloud makes, as our own push
     * does.
     */
    record Ours() implements PushLogin {}

    /**
     * With the one that jib's library finds, and on Google's registries, where it finds none, with Google's application default
     * credentials.
     *
     * @param order where it looks: what embeds the library goes other ways than jib's own plugin
     */
    record Jibs(LookupOrder order) implements PushLogin {
        /** As jib's own plugin. */
        public Jibs() {
            this(LookupOrder.JIB);
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
     * With what files of docker's kind and their helpers hold.
     *
     * @param otherwise a login of the plugin's own configuration, for where those have none
     * @param order which files those are; a server that the user names for the preflight still comes first
     */
    record Docker(@Nullable FoundCredential otherwise, LookupOrder order) implements PushLogin {
        /** As docker: settings.xml is not read. */
        public Docker(@Nullable FoundCredential otherwise) {
            this(otherwise, LookupOrder.DOCKER);
        }
    }

    /**
     * With what a credential helper holds; where that has nothing, with what jib finds.
     *
     * @param helper its name without {@code docker-credential-}
     * @param namedBy the setting that names it
     */
    record HelperFirst(String helper, String namedBy) implements PushLogin {}

    /**
     * With one that cannot be known here, so that a refusal of another one says nothing about the push.
     *
     * @param why a clause, such as {@code its credential helper runs with an environment of its own}
     * @param meanwhile the login with which the registry is asked all the same; all places are searched where it is null
     */
    record Unseen(String why, @Nullable PushLogin meanwhile) implements PushLogin {
        public Unseen(String why) {
            this(why, null);
        }
    }

    /** Which login this is, by where it is from and whom it names, and without what is secret of it. */
    default String named() {
        if (this instanceof Brought brought) {
            String user =
                    brought.found().credential() instanceof Credential.Password password ? password.username() : "";
            return "brought " + user + " " + brought.found().origin();
        }
        if (this instanceof Docker docker && docker.otherwise() != null) {
            return docker.order() + ", otherwise " + new Brought(docker.otherwise()).named();
        }
        if (this instanceof Unseen unseen) {
            return "unseen, " + unseen.why()
                    + (unseen.meanwhile() == null
                            ? ""
                            : ", " + unseen.meanwhile().named());
        }
        // Those that most builds have first: a record's own toString is put together from method handles.
        return this instanceof Usual ? "usual" : this instanceof Anybody ? "anybody" : toString();
    }
}
