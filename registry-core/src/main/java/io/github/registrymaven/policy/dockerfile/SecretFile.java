package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.regex.Pattern;

/**
 * No file that is made to hold logins is copied into what is shipped, and above level minimum none that often does; deleting it later
 * leaves it in its layer.
 */
final class SecretFile implements Practice {
    private static final Pattern SECRET =
            Pattern.compile("(.*/)?(settings-security\\.xml|\\.netrc|\\.pypirc|\\.git-credentials"
                    + "|id_(rsa|dsa|ecdsa|ed25519)|\\.aws(/credentials)?/?|\\.ssh/?|\\.docker/config\\.json)");

    /** A folder .docker in a project often is one of its own, with what its containers need. */
    private static final Pattern DOUBTFUL = Pattern.compile("(.*/)?(settings\\.xml|\\.npmrc|\\.env|\\.docker/?)");

    @Override
    public String id() {
        return "secret-file";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.MINIMUM;
    }

    @Override
    public void look(Look look) {
        boolean more = look.terms().level() != PolicyLevel.MINIMUM;
        for (Instruction copy : look.all("COPY", "ADD")) {
            if (copy.flags().containsKey("from")) {
                continue;
            }
            for (String source : ApplicationCopy.sources(copy)) {
                if (SECRET.matcher(source).matches()) {
                    fail(look, copy, source, "logins and all");
                } else if (more && DOUBTFUL.matcher(source).matches()) {
                    fail(look, copy, source, "with the logins that often are in it");
                }
            }
        }
    }

    private void fail(Look look, Instruction copy, String source, String what) {
        look.verdicts()
                .fail(
                        copy.line(),
                        "copies " + source + " into what is shipped, " + what + " (" + id() + ")",
                        "no file with logins in the image",
                        "Mount it for the command that needs it",
                        "RUN --mount=type=secret,id=login,target=/root/" + source.substring(source.lastIndexOf('/') + 1)
                                + " COMMAND");
    }
}
