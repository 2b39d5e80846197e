package io.github.registrymaven.report;

import io.github.registrymaven.policy.lifecycle.Fate;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** {@code lifecycle.json}: what becomes of each image, in the inventory's order. What is not known is absent, never null. */
public final class LifecycleJson {
    /** The whole file. */
    public String write(List<Fate> fates) {
        return Contract.list(fates, LifecycleJson::fate);
    }

    private static void fate(JsonFields fields, Fate fate) throws IOException {
        Instant at = fate.at();
        fields.field("digest", fate.image().digest())
                .field("package", fate.image().packageName())
                .texts("tags", fate.image().tags())
                .field("action", fate.action().id())
                .field("rule", fate.rule())
                .field("at", at == null ? null : at.toString());
        if (!fate.removedTags().isEmpty()) {
            fields.texts("removedTags", fate.removedTags());
        }
        fields.field("reason", fate.reason());
    }
}
