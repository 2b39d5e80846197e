package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a federation's token of another identity provider is from, in so far as it may not be had: of a program, which the user
 * has to allow, or with a certificate, which the engine does not show to Google.
 *
 * @see <a href="https://google.aip.dev/auth/4117">AIP-4117, external account credentials</a>
 */
final class ForeignSource {
    private static final String ALLOWED = "GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES";
    private static final Pattern SAID = Pattern.compile("Error code ([A-Z_]{3,40}): .*", Pattern.DOTALL);

    private ForeignSource() {}

    /** Why it may not be asked; null where it may. */
    static @Nullable Trouble unfit(CredentialFile file, GoogleSettings settings) {
        JsonObject source = Json.object(file.json(), "credential_source");
        if (source == null) {
            CredentialFile nested = file.nested();
            return nested == null ? null : unfit(nested, settings);
        }
        if (source.has("certificate")) {
            return Trouble.of(
                    Cause.UNKNOWN,
                    "its federation is by a certificate, which is not shown to Google here",
                    "nothing was asked with " + file.place() + ": what pushes may well get a token with it");
        }
        return source.has("executable") && !"1".equals(settings.variable(ALLOWED))
                ? Trouble.of(
                                Cause.CREDENTIALS_MISSING,
                                "a program is to give the token, and programs are not allowed to run",
                                file.place() + " names a program, and " + ALLOWED + " is not 1")
                        .mendedBy(List.of(new Remedy(
                                "Allow it, if you trust the file", List.of("export " + ALLOWED + "=1"), List.of())))
                : null;
    }

    /** What became of a program, in the words of Google's library; null where it says nothing of one. */
    static @Nullable Trouble of(Exception failed, String origin) {
        Matcher said = SAID.matcher(String.valueOf(failed.getMessage()));
        if (!said.matches()) {
            return null;
        }
        // What follows the code may be all that the program wrote, and so the token.
        String code = said.group(1);
        return code.equals("TIMEOUT_EXCEEDED") || code.equals("INTERRUPTED")
                ? Trouble.of(
                        Cause.DEADLINE_EXCEEDED,
                        "the program that is to give the token did not end in time",
                        origin + ": " + code)
                : Trouble.of(
                        Cause.CREDENTIALS_MISSING,
                        "the program that is to give the token gives none",
                        origin + ": " + code);
    }
}
