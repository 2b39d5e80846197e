package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.Objects;
import java.util.regex.Pattern;

/** No file that is known to hold logins is copied into what is shipped; deleting it later leaves it in its layer. */
final class SecretFile implements Practice {
    private static final Pattern SECRET = Pattern.compile(
            "(.*/)?(settings(-security)?\\.xml|\\.npmrc|\\.netrc|\\.pypirc|\\.env|id_(rsa|dsa|ecdsa|ed25519)"
                    + "|\\.aws(/credentials)?/?|\\.ssh/?|\\.docker(/config\\.json)?/?|\\.git-credentials)");

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
        look.shipped("COPY", "ADD")
                .filter(copy -> !copy.flags().containsKey("from"))
                .forEach(copy -> ApplicationCopy.sources(copy).stream()
                        .filter(source -> SECRET.matcher(source).matches())
                        .findFirst()
                        .ifPresent(source -> fail(look, copy, Objects.requireNonNull(source))));
    }

    private void fail(Look look, Instruction copy, String source) {
        look.verdicts()
                .fail(
                        copy.line(),
                        "copies " + source + " into what is shipped, logins and all (" + id() + ")",
                        "no file with logins in the image",
                        "Mount it for the command that needs it",
                        "RUN --mount=type=secret,id=login,target=/root/" + source.substring(source.lastIndexOf('/') + 1)
                                + " COMMAND");
    }
}
