package io.github.registrymaven.report;

import io.github.registrymaven.policy.rules.Judgement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code policy.json}: what each rule says of each repository. */
public final class PolicyJson {
    /** The whole file. */
    public String write(List<Judgement> judgements) {
        return Contract.list(judgements, PolicyJson::judgement);
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
