package io.github.registrymaven.doctor;

import io.github.registrymaven.credential.LoginFiles.LoginFile;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The files with logins that are there, in the order in which they are asked: the first that has one for a registry wins. */
final class LoginFileFacts {
    private static final String ID = "login-files";

    private LoginFileFacts() {}

    static List<Fact> of(List<LoginFile> files) {
        List<Fact> facts = new ArrayList<>();
        int place = 2;
        for (LoginFile file : files) {
            if (file.isThere()) {
                facts.add(fact(file, place++));
            }
        }
        return facts.isEmpty() ? List.of(absent(files)) : facts;
    }

    private static Fact absent(List<LoginFile> files) {
        return Fact.ok(
                ID,
                "no file with logins is there; " + files.get(files.size() - 2).shown() + " is docker's");
    }

    private static Fact fact(LoginFile file, int place) {
        String name = file.shown() + (file.namedBy() == null ? "" : " ($" + file.namedBy() + ")");
        if (file.problem() != null) {
            return Fact.bad(
                    ID,
                    Verdict.WARN,
                    name + " " + file.problem(),
                    "Mend " + file.shown() + ", or move it away and log in again",
                    List.of("tools that read it find no login, and none that comes after it"));
        }
        String order = place + (place == 2 ? "nd: " : place == 3 ? "rd: " : "th: ");
        if (file.plain().isEmpty()) {
            return Fact.ok(ID, order + name + holds(file));
        }
        return Fact.bad(
                ID,
                Verdict.WARN,
                order + name + " keeps logins in plain text",
                "Let a credential helper keep the logins of " + file.shown() + " (credsStore)",
                List.of("for " + String.join(", ", file.plain())));
    }

    private static String holds(LoginFile file) {
        return file.helpers().isEmpty() ? " has no login" : " leaves its logins to helpers";
    }
}
