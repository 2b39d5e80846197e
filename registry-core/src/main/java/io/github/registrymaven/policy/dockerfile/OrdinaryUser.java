package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What runs in the container is not root (CIS Docker Benchmark, 4.1). */
final class OrdinaryUser implements Practice {
    /** Programs by which an entry point, or the script that is one, becomes somebody else when all is prepared. */
    private static final Pattern STEPS_DOWN =
            Pattern.compile("(^|[^\\w-])(gosu|su-exec|setpriv|runuser|s6-setuidgid)(?![\\w-])");

    private static final String WANTED = "a user of its own, by number so that Kubernetes sees that it is not root";

    @Override
    public String id() {
        return "root-user";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.MINIMUM;
    }

    @Override
    public void look(Look look) {
        Instruction last = look.last("USER");
        if (last == null) {
            unsaid(look, look.lowest());
            return;
        }
        String text = last.text().strip();
        String user = text.replace("\"", "").replaceFirst(":.*", "");
        boolean root = user.equals("root") || user.equals("0");
        if (root && stepsDown(look)) {
            lesserUser(look, last.line());
        } else if (user.contains("$")) {
            look.verdicts()
                    .unknown(
                            last.line(), "ends as USER " + text + ", who is not known before the build (" + id() + ")");
        } else if (root) {
            String written = last.written().strip();
            String means = written.equals(text) ? "" : ", which is " + text;
            fail(look, last.line(), "ends as USER " + written + means + ", and so runs as root");
        }
    }

    private void unsaid(Look look, Stage lowest) {
        String base = lowest.base();
        BaseImage image = BaseImage.of(lowest);
        if (image != null && image.runsAsRoot() && stepsDown(look)) {
            lesserUser(look, look.topmost().line());
        } else if (image != null && image.isNginx()) {
            look.verdicts()
                    .fail(
                            lowest.line(),
                            "names no USER, and so runs as root, as " + base + " does (" + id() + ")",
                            WANTED,
                            "Begin with the one that runs as an ordinary user, and listens on port 8080",
                            lowest.beginningWith(image.unprivileged()));
        } else if (image != null && image.runsAsRoot()) {
            fail(look, look.topmost().line(), "names no USER, and so runs as root, as " + base + " does");
        } else if (image == null || !image.runsAsOrdinaryUser()) {
            look.verdicts()
                    .unknown(
                            look.topmost().line(),
                            "names no USER, and whether " + shown(base, lowest) + " runs as root is not known (" + id()
                                    + ")");
        }
    }

    /** What a script copied into the image does is not seen: that such a program is there says enough. */
    private static boolean stepsDown(Look look) {
        return look.shipped("RUN", "ENTRYPOINT", "CMD", "COPY", "ADD")
                .anyMatch(each -> STEPS_DOWN
                        .matcher(each.written() + "\n" + String.join("\n", each.documents()))
                        .find());
    }

    private void lesserUser(Look look, int line) {
        look.verdicts()
                .unknown(
                        line,
                        "begins as root, and whether it goes on as somebody else is not known before it runs (" + id()
                                + ")");
    }

    private static String shown(@Nullable String base, Stage lowest) {
        return base == null ? lowest.from() : base;
    }

    private void fail(Look look, int line, String fact) {
        look.verdicts().fail(line, fact + " (" + id() + ")", WANTED, "Run as somebody else", "USER 10001:10001");
    }
}
