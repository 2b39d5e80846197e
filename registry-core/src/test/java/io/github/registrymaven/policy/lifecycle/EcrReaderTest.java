package io.github.registrymaven.policy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EcrReaderTest {
    private static final String GOOD = "{'rules': [{'rulePriority': 1, 'description': 'd', 'selection': "
            + "{'tagStatus': 'tagged', 'tagPatternList': ['v*'], 'countType': 'sinceImagePushed', "
            + "'countUnit': 'days', 'countNumber': 14}, 'action': {'type': 'expire'}}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'rulePriority': 1, | | rules[0].rulePriority is missing",
                "'rulePriority': 1 | 'rulePriority': 0 | rules[0].rulePriority is 0; it takes a whole number of at least 1",
                "'rulePriority': 1 | 'rulePriority': 1.5 | rules[0].rulePriority is 1.5",
                "'rulePriority': 1 | 'rulePriority': '1' | rules[0].rulePriority is '1'",
                "'rulePriority' | 'priority' | rules[0].priority is not known here",
                "'tagStatus' | 'tagState' | rules[0].selection.tagState is not known here; the nearest known name is tagStatus",
                "'tagged' | 'Tagged' | rules[0].selection.tagStatus is 'Tagged'; it takes tagged, untagged, any",
                "'tagged' | 'any' | rules[0].selection.tagPatternList is given, and tagStatus is not tagged",
                "'tagPatternList': ['v*'], | | rules[0].selection has neither tagPatternList nor tagPrefixList",
                "['v*'] | [] | rules[0].selection.tagPatternList is empty",
                "['v*'] | ['v', 7] | rules[0].selection.tagPatternList[1] is 7; it takes a text",
                "'v*' | '*a*b*c*d*' | rules[0].selection.tagPatternList[0] is '*a*b*c*d*'; ECR takes at most 4 wildcards",
                "['v*'] | ['v*'], 'tagPrefixList': ['v'] | rules[0].selection.tagPrefixList is given beside tagPatternList",
                "'countUnit': 'days', | | rules[0].selection.countUnit is missing; sinceImagePushed needs days",
                "'days' | 'hours' | rules[0].selection.countUnit is 'hours'; it takes days",
                "'countNumber': 14 | 'countNumber': -1 | rules[0].selection.countNumber is -1",
                "sinceImagePushed | imageCountMoreThan | rules[0].selection.countUnit is given, and countType is imageCount",
                "sinceImagePushed | sinceImagePulled | rules[0].action.type is expire; sinceImagePulled only takes transition",
                "sinceImagePushed | sinceImageTransitioned | rules[0].selection.countNumber is 14; images stay in the archive",
                "sinceImagePushed | sinceEver | rules[0].selection.countType is 'sinceEver'; it takes imageCountMoreThan",
                "'tagged', | 'tagged', 'storageClass': 'archive', | rules[0].selection.storageClass is archive; there only",
                "'expire' | 'delete' | rules[0].action.type is 'delete'; it takes expire, transition",
                "'expire' | 'transition' | rules[0].action.targetStorageClass is missing",
                "'type': 'expire' | 'type': 'expire', 'targetStorageClass': 'archive' | rules[0].action.targetStorageClass is",
                "'description': 'd' | 'description': 5 | rules[0].description is 5; it takes a text",
                "'expire' | 'expire', 'targetStorageClass': null | rules[0].action.targetStorageClass is null; ECR refuses that",
                "'v*' | null | rules[0].selection.tagPatternList[0] is null; ECR refuses that, so leave it out",
                "'description': 'd' | 'description': null | rules[0].description is null; ECR refuses that",
                "{'rules': [ | {'rule': [ | rule is not known here; the nearest known name is rules",
                "]} | ], 'version': 1} | version is not known here",
                "]} | ] | the document is not JSON",
            })
    void refusesByFieldAndReason(String find, String replacement, String message) {
        String broken = GOOD.replace(find, replacement == null ? "" : replacement);

        assertThat(broken).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> parse(broken))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesAPriorityTwice() {
        assertThatThrownBy(() -> parse(two("'v'", 3, "'w'", 3)))
                .hasMessage("rules[1].rulePriority is 3, as that of rules[0]; each rule needs its own");
    }

    @Test
    void refusesTheSamePrefixesTwice() {
        assertThatThrownBy(() -> parse(two("'v'", 1, "'v'", 2)))
                .hasMessageStartingWith("rules[1].selection.tagPrefixList is the same as that of rules[0]");
    }

    @Test
    void refusesAnyBeforeOthers() {
        String any = "{'rulePriority': 1, 'selection': {'tagStatus': 'any', 'countType': 'imageCountMoreThan', "
                + "'countNumber': 5}, 'action': {'type': 'expire'}}";
        String untagged = any.replace("1,", "2,").replace("any", "untagged");

        assertThatThrownBy(() -> parse("{'rules': [" + any + "," + untagged + "]}"))
                .hasMessage("rules[0].rulePriority is 1; a rule with tagStatus any comes last, and rules[1] has 2");
    }

    @Test
    void refusesTwoRulesForUntagged() {
        String untagged = "{'rulePriority': 1, 'selection': {'tagStatus': 'untagged', 'countType': "
                + "'imageCountMoreThan', 'countNumber': 5}, 'action': {'type': 'expire'}}";

        assertThatThrownBy(() -> parse("{'rules': [" + untagged + "," + untagged.replace("1,", "2,") + "]}"))
                .hasMessageStartingWith("rules[1].selection.tagStatus is untagged, as that of rules[0]");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> parse(GOOD.replace("'d'", "'" + "d".repeat(31_000) + "'")))
                .hasMessageContaining("ECR takes at most 30720");
    }

    @Test
    void takesWhatIsNestedDeeplyForNoPolicy() {
        assertThatThrownBy(() -> parse("[".repeat(5_000)))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("goes deeper than 255 levels");
    }

    @Test
    void showsNothingThatCouldDriveATerminal() {
        assertThatThrownBy(() -> parse(GOOD.replace("'expire'", "'\\u001b[31mred'")))
                .hasMessageStartingWith("rules[0].action.type is '?[31mred'");
    }

    private static String two(String one, int priority, String other, int second) {
        String rule = "{'rulePriority': %d, 'selection': {'tagStatus': 'tagged', 'tagPrefixList': [%s], "
                + "'countType': 'imageCountMoreThan', 'countNumber': 5}, 'action': {'type': 'expire'}}";
        return "{'rules': [" + String.format(rule, priority, one) + "," + String.format(rule, second, other) + "]}";
    }

    private static LifecyclePolicy parse(String json) throws InvalidDocument {
        return LifecyclePolicy.parse(Provider.ECR, json.replace('\'', '"'), false);
    }
}
