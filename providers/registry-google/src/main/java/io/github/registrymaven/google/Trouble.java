package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.NetworkFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a question to Google has no answer.
 *
 * @param summary what happened, the end of a sentence that begins with what was asked
 * @param reason Google's own name of it, such as {@code SERVICE_DISABLED}; empty where Google named none
 */
record Trouble(Cause cause, String summary, List<String> evidence, List<Remedy> remedies, String reason) {
    static final String DENIED = "IAM_PERMISSION_DENIED";
    static final String ABSENT = "NOT_FOUND";
    static final String PRESENT = "ALREADY_EXISTS";

    Trouble {
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    static Trouble of(Cause cause, String summary, String... evidence) {
        return new Trouble(cause, summary, List.of(evidence), List.of(), "");
    }

    static Trouble of(NetworkFault fault) {
        List<String> seen = new ArrayList<>();
        seen.add("dialled " + fault.dialled());
        seen.addAll(fault.evidence());
        return new Trouble(fault.cause(), fault.summary(), seen, List.of(), "");
    }

    Trouble mendedBy(List<Remedy> ways) {
        return new Trouble(cause, summary, evidence, ways, reason);
    }

    Trouble seeing(List<String> more) {
        List<String> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Trouble(cause, summary, all, remedies, reason);
    }

    /** Whether the question was refused to this caller, which says nothing about what was asked for. */
    boolean isDenied() {
        return reason.equals(DENIED);
    }

    boolean isAbsent() {
        return reason.equals(ABSENT);
    }

    /** Whether what was to be made is there already. */
    boolean isPresent() {
        return reason.equals(PRESENT);
    }

    /** Whether it would keep everybody's push out of the project, and not only this question. */
    boolean isOfTheProject() {
        return cause == Cause.API_DISABLED
                || cause == Cause.NETWORK_RESTRICTED
                || cause == Cause.PROJECT_OR_ACCOUNT_NOT_FOUND;
    }
}
