package io.github.registrymaven.doctor;

import io.github.registrymaven.credential.LoginFiles.LoginFile;
import io.github.registrymaven.credential.LoginFiles.NamedHelper;
import io.github.registrymaven.diagnosis.ShellText;
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
        Set<String> barred = new LinkedHashSet<>();
        Set<String> details = new LinkedHashSet<>();
        for (LoginFile file : files) {
            for (NamedHelper helper : file.helpers()) {
                if (helper.isInstalled()) {
                    there.add(helper.program());
                    continue;
                }
                details.add(helper.program() + ", named by " + helper.setting() + " in " + file.shown());
                if (helper.barred() == null) {
                    missing.add(helper.program());
                } else {
                    barred.add(ShellText.quoted(helper.barred().toString()));
                }
            }
        }
        if (!details.isEmpty()) {
            return Fact.bad(ID, Verdict.WARN, summary(missing, barred), advice(missing, barred), List.copyOf(details));
        }
        return there.isEmpty()
                ? Fact.ok(ID, "no file names one")
                : Fact.ok(ID, there.stream().collect(Collectors.joining(", ", "", " on the PATH")));
    }

    private static String summary(Set<String> missing, Set<String> barred) {
        int count = missing.size() + barred.size();
        String what = barred.isEmpty()
                ? "not on the PATH"
                : missing.isEmpty() ? "not executable" : "not on the PATH or not executable";
        return count == 1 ? "a helper that is named is " + what : count + " helpers that are named are " + what;
    }

    private static String advice(Set<String> missing, Set<String> barred) {
        String install = "Install " + String.join(", ", missing) + " where the PATH of Maven finds it";
        String let = "chmod +x " + String.join(" ", barred);
        return barred.isEmpty() ? install : missing.isEmpty() ? "Let it be run: " + let : install + "; " + let;
    }
}
