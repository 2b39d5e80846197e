package io.github.registrymaven.doctor;

import io.github.registrymaven.preflight.Verdict;
import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param id its name, such as {@code docker-config}
 * @param verdict {@code skipped} where it was not looked at; the summary then says why
 * @param summary one line
 * @param details what was seen, where all is not well
 * @param advice what to do, as an imperative sentence; empty where there is nothing to do
 */
public record Fact(String id, Verdict verdict, String summary, List<String> details, String advice) {
    public Fact {
        details = List.copyOf(details);
    }

    static Fact ok(String id, String summary) {
        return new Fact(id, Verdict.PASS, summary, List.of(), "");
    }

    static Fact skipped(String id, String why) {
        return new Fact(id, Verdict.SKIPPED, why, List.of(), "");
    }

    static Fact bad(String id, Verdict verdict, String summary, String advice, List<String> details) {
        return new Fact(id, verdict, summary, details, advice);
    }
}
