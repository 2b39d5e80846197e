package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks into one config file: {@code credHelpers}, then {@code credsStore}, then {@code auths}.
 *
 * <p>That is the order of docker, docker-maven-plugin and Spring Boot; jib reads {@code auths} first. The two differ only
 * where an entry with a value stands beside a helper, which {@code docker login} never leaves behind. Where the helper
 * has nothing, {@code auths} is still read, as jib and Spring Boot do and docker does not: the entry is there to be used.
 */
final class ConfigFileSearch {
    private static final int KEYS_SHOWN = 20;
    // A key that was meant to be a URL may carry a password before its host.
    private static final Pattern NOT_A_NAME = Pattern.compile("\\p{Cntrl}|[^/]*@");

    private final ConfigFiles files;
    private final CredentialHelpers helpers;

    ConfigFileSearch(ConfigFiles files, CredentialHelpers helpers) {
        this.files = files;
        this.helpers = helpers;
    }

    SourceAnswer look(Path path, ConfigFormat format, ImageReference image, Consumer<String> lookedAt)
            throws InterruptedException {
        ConfigFiles.Reading reading = files.read(path, format);
        if (reading instanceof ConfigFiles.Read read) {
            return new Pass(read.file(), format, image, lookedAt).look();
        }
        String shown = files.shown(path);
        if (reading instanceof ConfigFiles.Unusable unusable) {
            lookedAt.accept(shown + ": " + unusable.problem());
            return new SourceAnswer.Broken(
                    Cause.CREDENTIALS_MISSING,
                    "The credentials file " + shown + " " + unusable.problem() + ".",
                    inFull(path, shown),
                    "Mend " + shown + ", or move it away and log in to " + image.host() + " again.");
        }
        lookedAt.accept(shown + ": not there");
        return new SourceAnswer.HoldsNone();
    }

    private static List<String> inFull(Path path, String shown) {
        return path.toString().equals(shown) ? List.of() : List.of("the file is " + path);
    }

    /** The entry alone, which jib takes where the helper beside it fails. */
    SourceAnswer entry(Path path, ConfigFormat format, ImageReference image, Consumer<String> lookedAt) {
        return files.read(path, format) instanceof ConfigFiles.Read read
                ? new Pass(read.file(), format, image, lookedAt).entries()
                : new SourceAnswer.HoldsNone();
    }

    /** One look into one file for one image. */
    private final class Pass {
        private final ConfigFile file;
        private final ConfigFormat format;
        private final ImageReference image;
        private final Consumer<String> lookedAt;
        private boolean noted;

        Pass(ConfigFile file, ConfigFormat format, ImageReference image, Consumer<String> lookedAt) {
            this.file = file;
            this.format = format;
            this.image = image;
            this.lookedAt = lookedAt;
        }

        SourceAnswer look() throws InterruptedException {
            List<String> helperKeys = format.matching(file.credHelpers().keySet(), image);
            SourceAnswer answer = new SourceAnswer.HoldsNone();
            if (!helperKeys.isEmpty()) {
                String key = helperKeys.get(0);
                // Docker: an empty name switches credsStore off for this registry.
                String helper = file.credHelpers().getOrDefault(key, "");
                if (!helper.isEmpty()) {
                    answer = ask(helper, "credHelpers \"" + key + "\"", key);
                }
            } else if (format.hasCredsStore() && !file.credsStore().isEmpty()) {
                answer = ask(file.credsStore(), "credsStore", null);
            }
            if (answer instanceof SourceAnswer.HoldsNone) {
                answer = entries();
            }
            if (!noted) {
                note("no entry for " + image.host() + keysThere());
            }
            return answer;
        }

        private SourceAnswer ask(String helper, String setting, @Nullable String key) throws InterruptedException {
            return new ConfiguredHelper(file, setting, key, helper).ask(helpers, image, entryBeside(), this::note);
        }

        private @Nullable String entryBeside() {
            for (String key : format.matching(file.auths().keySet(), image)) {
                if (file.entry(key) instanceof AuthEntry.Holds) {
                    return key;
                }
            }
            return null;
        }

        private SourceAnswer entries() {
            for (String key : format.matching(file.auths().keySet(), image)) {
                String entry = "auths entry \"" + key + "\"";
                AuthEntry read = file.entry(key);
                if (read instanceof AuthEntry.Holds holds) {
                    note(entry);
                    return new SourceAnswer.Holds(new FoundCredential(
                            holds.credential(),
                            new CredentialOrigin(entry + " in " + file.shown(), file.path(), key, true),
                            CredentialExpiry.of(holds.credential())));
                }
                if (read instanceof AuthEntry.Malformed malformed) {
                    note(entry + " " + malformed.problem());
                    return new SourceAnswer.Broken(
                            Cause.CREDENTIALS_MISSING,
                            "The " + entry + " in " + file.shown() + " " + malformed.problem() + ".",
                            inFull(file.path(), file.shown()),
                            "Log in to " + image.host() + " again, which writes the entry anew.");
                }
                note(entry + " is empty");
            }
            return new SourceAnswer.HoldsNone();
        }

        private void note(String what) {
            noted = true;
            lookedAt.accept(file.shown() + ": " + what);
        }

        private String keysThere() {
            String keys = file.auths().keySet().stream()
                    .limit(KEYS_SHOWN)
                    .map(key -> NOT_A_NAME.matcher(key).replaceAll(""))
                    .collect(Collectors.joining(", "));
            return keys.isEmpty() ? "" : " (auths there: " + keys + ")";
        }
    }
}
