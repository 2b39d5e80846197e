package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.ShellText;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A helper that a config file names: it has to work, since tools that ask it do not look further.
 *
 * @param setting where the file names it, such as {@code credsStore}
 * @param key the registry it is named for; absent where it is for all
 * @param helper its name as written, without {@code docker-credential-}
 */
record ConfiguredHelper(
        ConfigFile file, String setting, @Nullable String key, String helper) {
    String program() {
        return CredentialHelpers.PREFIX + helper;
    }

    /** Asks for the names under which docker, podman and jib keep this registry's credential, until one is known. */
    SourceAnswer ask(
            CredentialHelpers helpers, ImageReference image, @Nullable String entryBeside, Consumer<String> note)
            throws InterruptedException {
        Set<String> urls = new LinkedHashSet<>(RegistryNames.serverUrls(image.host()));
        if (key != null) {
            // jib asks for the key as it stands in the file.
            urls.add(key);
        }
        List<String> words = new ArrayList<>();
        for (String url : urls) {
            HelperAnswer answer = helpers.ask(program(), url);
            if (answer instanceof HelperAnswer.Holds holds) {
                note.accept(setting + ", " + program());
                return new SourceAnswer.Holds(new FoundCredential(
                        holds.credential(),
                        new CredentialOrigin(
                                program() + ", named by " + setting + " in " + file.shown(), file.path(), key, false),
                        CredentialExpiry.of(holds.credential())));
            }
            if (answer instanceof HelperAnswer.Failed failed) {
                note.accept(setting + ", " + program() + ": " + failed.problem());
                return broken(failed, remedy(failed, helpers, url), entryBeside);
            }
            if (answer instanceof HelperAnswer.HoldsNone none) {
                words.addAll(none.words());
            }
        }
        note.accept(setting + ", " + program() + ": has nothing for " + image.host() + HelperAnswer.inBrackets(words));
        return new SourceAnswer.HoldsNone();
    }

    private String remedy(HelperAnswer.Failed failed, CredentialHelpers helpers, String url) {
        Path barred = helpers.barred(program());
        if (failed.why() == HelperAnswer.Why.BARRED && barred != null) {
            return "Let it be run: chmod +x " + ShellText.quoted(barred.toString());
        }
        return failed.why() == HelperAnswer.Why.MISSING
                ? "Install " + program() + " where the PATH of Maven finds it, or remove " + setting + " from "
                        + file.shown() + " and log in again."
                : "See what it lacks by running it alone: printf %s '" + url + "' | " + program() + " get >/dev/null";
    }

    private SourceAnswer broken(HelperAnswer.Failed failed, String remedy, @Nullable String entryBeside) {
        List<String> evidence = new ArrayList<>();
        evidence.add(file.path() + ": " + setting + " names " + program());
        evidence.addAll(failed.words());
        if (entryBeside != null) {
            evidence.add("auths entry \"" + entryBeside + "\" in the same file has a credential: jib takes it first,"
                    + " docker and docker-maven-plugin do not");
        }
        return new SourceAnswer.Broken(
                failed.cause(), "The credential helper " + program() + " " + failed.problem() + ".", evidence, remedy);
    }
}
