package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;

/** The program is the container's first process, and so gets the signal to stop; a shell before it may keep that to itself. */
final class ShellForm implements Practice {
    @Override
    public String id() {
        return "shell-form";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.GOOD;
    }

    @Override
    public void look(Look look) {
        Instruction entry = look.last("ENTRYPOINT");
        Instruction start = entry == null ? look.last("CMD") : entry;
        if (start != null && start.exec() == null && !start.text().strip().startsWith("exec ")) {
            look.verdicts()
                    .fail(
                            start.line(),
                            "starts its program by a shell, which may keep the signal to stop to itself (" + id() + ")",
                            "the exec form, or exec before the program",
                            "Start the program itself",
                            start.keyword() + " exec "
                                    + start.words().stream().findFirst().orElse("PROGRAM") + " ...");
        }
    }
}
