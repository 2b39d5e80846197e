package io.github.registrymaven.policy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PurgeCommandTest {
    @Test
    void readsEveryFlagAsAcrDoes() throws InvalidDocument {
        PurgeTask task = parse("acr purge -r $Registry --filter 'a:^x' -f \"b/.*:(?:y|z)\" --ago=2d3h6m --keep 4 "
                + "--untagged --dry-run=false --include-locked --concurrency 4");

        assertThat(task.filters()).hasSize(2);
        assertThat(task.filters().get(1).tag().written()).isEqualTo("(?:y|z)");
        assertThat(task.ago()).isEqualTo(Duration.ofDays(2).plusHours(3).plusMinutes(6));
        assertThat(task.keep()).isEqualTo(4);
        assertThat(task.untagged()).isTrue();
        assertThat(task.dryRun()).isFalse();
        assertThat(task.includeLocked()).isTrue();
    }

    @Test
    void readsTheImageForTheAlias() throws InvalidDocument {
        assertThat(parse("mcr.microsoft.com/acr/acr-cli:0.17 purge --filter a:b --ago 0d")
                        .ago())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aColonInBracketsDoesNotPart() throws InvalidDocument {
        assertThat(parse("acr purge --filter 'a:[:x]' --ago 1d")
                        .filters()
                        .get(0)
                        .tag()
                        .written())
                .isEqualTo("[:x]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "az acr purge | purgeTasks[0] is 'az acr purge'; it takes 'acr purge",
                "acr purge --ago 1d | purgeTasks[0] has no --filter",
                "acr purge --filter a:b | purgeTasks[0] has no --ago",
                "acr purge --filter a:b --ago 30 | purgeTasks[0] has --ago '30'; it takes days",
                "acr purge --filter a:b --ago -1d | purgeTasks[0] has --ago '-1d'",
                "acr purge --filter a:b --ago 1d --keep many | purgeTasks[0] has --keep 'many'",
                "acr purge --filter a:b --ago 1d --keeps 3 | purgeTasks[0] has '--keeps', which acr purge does not know; the nea",
                "acr purge --filter a --ago 1d | purgeTasks[0] has --filter 'a'; it takes 'repository:tag-expression'",
                "acr purge --filter a:b:c --ago 1d | purgeTasks[0] has --filter 'a:b:c'; it takes",
                "acr purge --filter a:(b --ago 1d | purgeTasks[0] has --filter 'a:(b', which is no regular expression",
                "acr purge --filter 'a:b --ago 1d | purgeTasks[0] has a quotation mark ' that is not closed",
                "acr purge --ago | purgeTasks[0] has --ago without a value",
                "acr purge --untagged=maybe | purgeTasks[0] has --untagged=maybe; it takes true or false",
            })
    void refusesWithTheFlagAndTheReason(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageStartingWith(message);
    }

    private static PurgeTask parse(String line) throws InvalidDocument {
        return PurgeCommand.parse(new Field(new JsonPrimitive(line), "purgeTasks[0]"), "purgeTasks[0]");
    }
}
