package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.Inventory;
import org.junit.jupiter.api.Test;

final class LifecycleReportTest {
    static Inventory inventory() throws InvalidDocument {
        return Inventory.parse("""
                {"provider": "ecr", "now": "2026-01-31T00:00:00Z", "policy": {"rules": [
                  {"rulePriority": 1, "action": {"type": "expire"}, "selection": {"tagStatus": "tagged",
                   "tagPrefixList": ["v"], "countType": "imageCountMoreThan", "countNumber": 1}},
                  {"rulePriority": 5, "action": {"type": "expire"}, "selection": {"tagStatus": "any",
                   "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 14}}]},
                 "images": [
                  {"digest": "sha256:aa", "tags": ["v1", "v1.0"], "pushedAt": "2026-01-01T00:00:00Z"},
                  {"digest": "sha256:bb", "tags": ["v2"], "package": "app", "pushedAt": "2026-01-02T00:00:00Z"},
                  {"digest": "sha256:cc", "tags": ["main"], "pushedAt": "2026-01-20T00:00:00Z"}]}
                """);
    }

    @Test
    void writesAnImageByTheContract() throws InvalidDocument {
        JsonArray written = JsonParser.parseString(
                        new LifecycleJson().write(inventory().fates()))
                .getAsJsonArray();

        JsonObject gone = written.get(0).getAsJsonObject();
        JsonObject kept = written.get(1).getAsJsonObject();
        assertThat(gone.keySet()).containsExactly("digest", "tags", "action", "rule", "at", "reason");
        assertThat(gone.get("action").getAsString()).isEqualTo("expire");
        assertThat(gone.get("rule").getAsString()).isEqualTo("1");
        assertThat(gone.get("at").getAsString()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(kept.keySet()).containsExactly("digest", "package", "tags", "action", "rule", "reason");
    }

    @Test
    void showsATable() throws InvalidDocument {
        Inventory inventory = inventory();

        assertThat(new LifecycleConsole("target/registry/lifecycle.json").of(inventory.simulation()))
                .isEqualTo("""
                        ecr, 3 images at 2026-01-31T00:00:00Z: 1 expire, 2 keep

                            image     action  rule  at                    because
                            v1, v1.0  expire  1     now                   rule 1 keeps the newest image tagged like v*, and 1 is newer
                            v2        keep    1     -                     rule 1 keeps the newest image tagged like v*, and this is number 1 of them
                            main      keep    5     2026-02-03T00:00:00Z  rule 5 deletes images pushed more than 14 days ago
                            all in target/registry/lifecycle.json""");
    }

    @Test
    void showsNoTableOfNothing() throws InvalidDocument {
        Inventory inventory = Inventory.parse("""
                {"provider": "acr", "now": "2026-01-31T00:00:00Z", "policy": {}, "images": []}
                """);

        assertThat(new LifecycleConsole("target/registry/lifecycle.json").of(inventory.simulation()))
                .isEqualTo("acr, 0 images at 2026-01-31T00:00:00Z: nothing to do");
    }
}
