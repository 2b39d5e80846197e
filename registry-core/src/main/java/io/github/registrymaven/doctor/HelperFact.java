package io.github.registrymaven.doctor;

import io.github.registrymaven.credential.LoginFiles.LoginFile;
import io.github.registrymaven.credential.LoginFiles.NamedHelper;
import io.github.registrymaven.preflight.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the helpers that the files name can be found. Whether they have a login is for the images to tell. */
final class HelperFact {
    private static final String ID = "credential-helpers";

    private HelperFact() {}

    static Fact of(List<LoginFile> files) {
        Set<String> there = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> details = new LinkedHashSet<>();
        for (LoginFile file : files) {
            for (NamedHelper helper : file.helpers()) {
                (helper.isInstalled() ? there : missing).add(helper.program());
                if (!helper.isInstalled()) {
                    details.add(helper.program() + ", named by " + helper.setting() + " in " + file.shown());
                }
            }
        }
        if (!missing.isEmpty()) {
            return Fact.bad(
                    ID,
                    Verdict.WARN,
                    missing.size() == 1
                            ? "a helper that is named is not on the PATH"
                            : missing.size() + " helpers that are named are not on the PATH",
                    "Install " + String.join(", ", missing) + " where the PATH of Maven finds it",
                    List.copyOf(details));
        }
        return there.isEmpty()
                ? Fact.ok(ID, "no file names one")
                : Fact.ok(ID, there.stream().collect(Collectors.joining(", ", "", " on the PATH")));
    }
}
