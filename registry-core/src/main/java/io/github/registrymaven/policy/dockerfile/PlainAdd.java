package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code ADD} only where it does what {@code COPY} cannot: unpack, or fetch what a checksum or a commit names. */
final class PlainAdd implements Practice {
    private static final Pattern UNPACKED = Pattern.compile(".*(\\.tar|\\.tgz|\\.tbz2?|\\.txz|\\.tar\\.\\w+|\\*)");
    private static final Set<String> OF_COPY = Set.of("chown", "chmod", "link", "exclude");
    private static final Pattern REMOTE = Pattern.compile("(?i)https?://.*");
    private static final Pattern GIT = Pattern.compile("(git@|git:|ssh:).*|.*\\.git(#.*)?");

    @Override
    public String id() {
        return "plain-add";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.GOOD;
    }

    @Override
    public void look(Look look) {
        look.shipped("ADD").forEach(add -> {
            List<String> sources = ApplicationCopy.sources(add);
            // A default tells what an archive is called, not that the build is given one.
            if (add.written().contains("$")
                    || sources.stream().allMatch(source -> GIT.matcher(source).matches())) {
                return;
            }
            boolean remote =
                    sources.stream().anyMatch(source -> REMOTE.matcher(source).matches());
            if (remote && !add.flags().containsKey("checksum")) {
                fail(
                        look,
                        add,
                        "fetches a file that may be another one tomorrow",
                        "its checksum",
                        "ADD --checksum=sha256:DIGEST URL PATH");
            } else if (!remote
                    && sources.stream()
                            .noneMatch(source -> UNPACKED.matcher(source).matches())) {
                fail(look, add, "uses ADD where COPY would do", "COPY", "COPY " + add.withFlags(OF_COPY));
            }
        });
    }

    private void fail(Look look, Instruction add, String fact, String wanted, String change) {
        look.verdicts().fail(add.line(), fact + " (" + id() + ")", wanted, "Say what is meant", change);
    }
}
