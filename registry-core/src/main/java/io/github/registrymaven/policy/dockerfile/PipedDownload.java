package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.regex.Pattern;

/** Nothing is run that was fetched a moment ago and that nobody has looked at. */
final class PipedDownload implements Practice {
    private static final Pattern PIPED =
            Pattern.compile("(?:^|[;&|\\s])(?:curl|wget)\\s[^|;&]*\\|\\s*(?:sudo\\s+)?(?:/\\S*/)?(?:ba|da|a|z)?sh\\b");

    @Override
    public String id() {
        return "piped-download";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.STRICT;
    }

    @Override
    public void look(Look look) {
        look.shipped("RUN").filter(run -> PIPED.matcher(run.text()).find()).forEach(run -> fail(look, run));
    }

    private void fail(Look look, Instruction run) {
        look.verdicts()
                .fail(
                        run.line(),
                        "runs a script straight from the network (" + id() + ")",
                        "a file with a checksum",
                        "Fetch it by its checksum, then run it",
                        "ADD --checksum=sha256:DIGEST URL /tmp/install.sh\nRUN sh /tmp/install.sh");
    }
}
