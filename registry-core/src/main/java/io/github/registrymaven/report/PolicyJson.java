package io.github.registrymaven.report;

import io.github.registrymaven.policy.rules.Judgement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code policy.json}: what each rule says of each repository. */
public final class PolicyJson {
    /** How a file ends that has a judgement in it. */
    public static final String END = "\n]\n";

    /** The whole file. */
    public String write(List<Judgement> judgements) {
        return Contract.list(judgements, PolicyJson::judgement);
    }

    /** What takes the place of another file's {@link #END}, so that it says what this one says as well. */
    public static String continued(String written) {
        return "," + written.substring("[".length());
    }

    private static void judgement(JsonFields fields, Judgement judgement) throws IOException {
        fields.field("rule", judgement.rule())
                .field("subject", judgement.subject())
                .field("location", judgement.location())
                .field("source", judgement.source().name().toLowerCase(Locale.ROOT))
                .field("verdict", judgement.outcome().id())
                .field("policyLevel", judgement.level().id())
                .field("message", judgement.message())
                .fields("remedies", judgement.remedies(), Contract::remedy);
    }
}
