package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Google's application default credentials, found in the order of its libraries: the file that {@code
 * GOOGLE_APPLICATION_CREDENTIALS} names, the one that gcloud wrote, the metadata server.
 *
 * @see <a href="https://cloud.google.com/docs/authentication/application-default-credentials">Application Default
 *     Credentials</a>
 */
final class DefaultCredentials {
    static final String NAME = "Application Default Credentials: ";
    /** The reason of the trouble that this machine has nothing to show at all. */
    static final String NOBODY = "NOBODY";

    private static final String VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS";

    private final GoogleSettings settings;
    private final Tokens tokens;

    DefaultCredentials(GoogleSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** A file that is there, or should be. */
    private record Candidate(Path path, boolean named) {
        String words() {
            return named ? VARIABLE + " (" + path + ")" : path.toString();
        }
    }

    Answer<Session> session() throws InterruptedException {
        Candidate candidate = candidate();
        if (candidate != null) {
            CredentialFile file = read(candidate);
            return file == null ? Answer.none(unreadable(candidate)) : tokens.of(file);
        }
        if ("true".equalsIgnoreCase(settings.variable("NO_GCE_CHECK"))) {
            return Answer.none(nobody(List.of()));
        }
        Answer<Session> machine = new MetadataServer(settings).session();
        return machine instanceof Answer.None<Session> none && none.trouble().cause() == Cause.CREDENTIALS_MISSING
                ? Answer.none(nobody(none.trouble().evidence()))
                : machine;
    }

    /** The file, without making a token of it; null where there is none, or none that can be read. */
    @Nullable
    CredentialFile file() {
        Candidate candidate = candidate();
        return candidate == null ? null : read(candidate);
    }

    private @Nullable Candidate candidate() {
        String named = settings.variable(VARIABLE);
        if (named != null) {
            try {
                return new Candidate(Path.of(named), true);
            } catch (InvalidPathException noPath) {
                return new Candidate(settings.folder().resolve("(no path)"), true);
            }
        }
        Path written = settings.folder().resolve("application_default_credentials.json");
        return Files.isRegularFile(written) ? new Candidate(written, false) : null;
    }

    private static @Nullable CredentialFile read(Candidate candidate) {
        return CredentialFile.parse(GoogleSettings.text(candidate.path()), candidate.words());
    }

    private static Trouble unreadable(Candidate candidate) {
        boolean there = Files.isRegularFile(candidate.path());
        return Trouble.of(
                        Cause.CREDENTIALS_MISSING,
                        there
                                ? "the credential file is no JSON, or cannot be read"
                                : "the credential file that is named does not exist",
                        "it is " + candidate.words())
                .mendedBy(List.of(new Remedy(
                        there ? "Replace the file" : "Name a file that is there, or none",
                        List.of("gcloud auth application-default login"),
                        List.of())));
    }

    /** That there is nothing. */
    Trouble nobody(List<String> seen) {
        String looked = "looked at " + VARIABLE + ", "
                + settings.folder().resolve("application_default_credentials.json") + " and the metadata server";
        return new Trouble(
                        Cause.CREDENTIALS_MISSING,
                        "this machine has no Google credentials",
                        List.of(looked),
                        List.of(),
                        NOBODY)
                .seeing(seen)
                .mendedBy(List.of(new Remedy(
                        "Give the build Google credentials, so that it can ask as whom it pushes",
                        List.of("gcloud auth application-default login"),
                        List.of())));
    }
}
