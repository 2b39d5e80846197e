package io.github.registrymaven.policy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InventoryTest {
    private static final String GOOD = "{'provider': 'ecr', 'now': '2026-01-31T00:00:00Z', 'dryRun': false, 'policy': "
            + "{'rules': [{'rulePriority': 1, 'selection': {'tagStatus': 'any', 'countType': 'imageCountMoreThan', "
            + "'countNumber': 1}, 'action': {'type': 'expire'}}]}, 'images': ["
            + "{'digest': 'sha256:aa', 'package': 'team/app', 'tags': ['1.0'], 'pushedAt': '2026-01-01T00:00:00Z', "
            + "'pulledAt': '2026-01-02T01:00:00+01:00', 'storageClass': 'standard'}, "
            + "{'digest': 'sha256:bb', 'package': 'team/app', 'pushedAt': '2026-01-03T00:00:00Z'}]}";

    @Test
    void readsImagesAndPolicy() throws InvalidDocument {
        Inventory inventory = Inventory.parse(GOOD.replace('\'', '"'));

        assertThat(inventory.provider()).isEqualTo(Provider.ECR);
        assertThat(inventory.images()).extracting(InventoryImage::digest).containsExactly("sha256:aa", "sha256:bb");
        assertThat(inventory.images().get(0).pulledAt()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(inventory.fates()).extracting(Fate::action).containsExactly(Action.EXPIRE, Action.KEEP);
    }

    @Test
    void takesThePolicyAsATextToo() throws InvalidDocument {
        String json = GOOD.replace('\'', '"');
        int begin = json.indexOf("{\"rules\"");
        int end = json.indexOf(", \"images\"");
        String quoted = "\"" + json.substring(begin, end).replace("\"", "\\\"") + "\"";

        Inventory inventory = Inventory.parse(json.substring(0, begin) + quoted + json.substring(end));

        assertThat(inventory.fates()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'ecr' | 'gcr' | provider is 'gcr'; it takes ecr, artifact-registry, acr",
                "'provider' | 'cloud' | cloud is not known here",
                "'now': '2026-01-31T00:00:00Z', | | now is missing",
                "'2026-01-31T00:00:00Z' | 'today' | now is 'today'; it takes an instant, as 2026-01-31T00:00:00Z",
                "'dryRun': false | 'dryRun': 'no' | dryRun is 'no'; it takes true or false",
                "'countNumber': 1 | 'countNumber': 0 | policy.rules[0].selection.countNumber is 0",
                "'digest': 'sha256:bb', | | images[1].digest is missing",
                "sha256:bb | bb | images[1].digest is 'bb'; it takes a digest",
                "sha256:bb | sha256:aa | images[1].digest is that of images[0], too",
                "'2026-01-03T00:00:00Z' | '2026-02-03T00:00:00Z' | images[1].pushedAt is 2026-02-03T00:00:00Z, which is after",
                "'2026-01-03T00:00:00Z' | 7 | images[1].pushedAt is 7; it takes a text",
                "['1.0'] | ['1.0', '1.0'] | images[0].tags[1] is '1.0', which is there already",
                "['1.0'] | '1.0' | images[0].tags is '1.0'; it takes a list",
                "'sha256:bb', | 'sha256:bb', 'tags': ['1.0'], | images[1].tags[0] is '1.0', which images[0] has",
                "'standard' | 'cold' | images[0].storageClass is 'cold'; it takes standard, archive",
                "'pulledAt' | 'pulled' | images[0].pulled is not known here; the nearest known name is pulledAt",
                "}]} | }] | the document is not JSON",
            })
    void refusesByFieldAndReason(String find, String replacement, String message) {
        String broken = GOOD.replace(find, replacement == null ? "" : replacement);

        assertThat(broken).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> Inventory.parse(broken.replace('\'', '"')))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesWhatIsMadeToFillTheMemory() {
        String bomb = "{\"images\": [" + "[],".repeat(1_100_000) + "[]]}";

        assertThatThrownBy(() -> Inventory.parse(bomb)).hasMessageContaining("has more than 2000000 values");
    }
}
