package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the {@code <server>} that matches into an answer, and says which others there are. */
final class ServerReading {
    private static final int IDS_SHOWN = 20;

    private ServerReading() {}

    static SourceAnswer read(SettingsServer server) {
        String name = "server \"" + server.id() + "\" in settings.xml";
        if (server.problem() != null) {
            return new SourceAnswer.Broken(
                    Cause.CREDENTIALS_MISSING,
                    "The password of " + name + " could not be decrypted.",
                    List.of(server.problem()),
                    "Encrypt the password anew with the master password of this machine (Maven 3: mvn --encrypt-password,"
                            + " Maven 4: mvnenc encrypt), or bring the settings-security file it was encrypted with.");
        }
        String username = server.username();
        Secret password = server.password();
        if (username == null || username.isEmpty() || password == null) {
            return new SourceAnswer.HoldsNone();
        }
        String placeholder = placeholder(username, password);
        if (placeholder != null) {
            return new SourceAnswer.Broken(
                    Cause.CREDENTIALS_MISSING,
                    "Nothing is set for " + placeholder + " of " + name + ".",
                    List.of(name + " holds the text " + placeholder + " itself: Maven had no value to put there."),
                    "Set what " + placeholder + " stands for in the environment of this build.");
        }
        Credential credential = new Credential.Password(username, password);
        return new SourceAnswer.Holds(new FoundCredential(
                credential,
                new CredentialOrigin(name, null, server.id(), server.plaintext()),
                CredentialExpiry.of(credential)));
    }

    private static @Nullable String placeholder(String username, Secret password) {
        if (SettingsServer.isPlaceholder(username)) {
            return username;
        }
        return SettingsServer.isPlaceholder(password.reveal()) ? password.reveal() : null;
    }

    /** The ids in settings.xml, for people who mistyped one. */
    static String ids(List<SettingsServer> servers) {
        if (servers.isEmpty()) {
            return "no servers there";
        }
        String shown = servers.stream().map(SettingsServer::id).limit(IDS_SHOWN).collect(Collectors.joining(", "));
        int more = servers.size() - IDS_SHOWN;
        return "ids there: " + shown + (more > 0 ? " and " + more + " more" : "");
    }
}
