package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final AccessRequest REQUEST = new AccessRequest(
            "ecr:PutImage",
            "*",
            Map.of(
                    "aws:username",
                    "ci",
                    "aws:PrincipalArn",
                    "arn:aws:iam::123456789012:role/service-role/deployer",
                    "aws:SecureTransport",
                    "true"));

    @ParameterizedTest
    @CsvSource({
        "StringEquals, aws:username, ci, true",
        "StringEquals, AWS:UserName, ci, true",
        "StringEquals, aws:username, CI, false",
        "StringEquals, aws:username, c*, false",
        "StringEqualsIgnoreCase, aws:username, CI, true",
        "StringNotEquals, aws:username, ci, false",
        "StringNotEquals, aws:username, other, true",
        "StringLike, aws:username, c?, true",
        "StringLike, aws:username, c, false",
        "StringNotLike, aws:username, c*, false",
        "ArnLike, aws:PrincipalArn, arn:aws:iam::*:role/*/deployer, true",
        "ArnEquals, aws:PrincipalArn, arn:aws:iam::*:role/deployer, false",
        "ArnNotLike, aws:PrincipalArn, arn:aws:iam::*:user/*, true",
        "Bool, aws:SecureTransport, TRUE, true",
        "Bool, aws:SecureTransport, false, false",
        "Null, aws:SourceVpce, true, true",
        "Null, aws:username, true, false",
        "StringEquals, aws:username, ${aws:username}, true"
    })
    void comparesAsItsOperatorSays(String operator, String key, String value, boolean holds) {
        // Variables know the spelling of keys in small letters, as they are kept.
        assertThat(new Condition(operator, key, List.of(value)).holds(REQUEST)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, false",
        "StringLike, false",
        "Bool, false",
        "StringNotEquals, true",
        "ArnNotLike, true",
        "StringEqualsIfExists, true",
        "BoolIfExists, true"
    })
    void knowsWhatAKeyMeansThatIsNotThere(String operator, boolean holds) {
        assertThat(new Condition(operator, "aws:SourceVpce", List.of("vpce-1")).holds(REQUEST))
                .isEqualTo(holds);
    }

    @Test
    void takesAnyOfItsValuesAndNoneWhereItIsNegated() {
        assertThat(new Condition("StringEquals", "aws:username", List.of("other", "ci")).holds(REQUEST))
                .isTrue();
        assertThat(new Condition("StringNotEquals", "aws:username", List.of("other", "ci")).holds(REQUEST))
                .isFalse();
    }

    @Test
    void refusesAnOperatorThatItCannotJudge() {
        assertThatThrownBy(() -> new Condition("DateGreaterThan", "aws:CurrentTime", List.of("2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The testkit does not know the condition operator DateGreaterThan.");
    }
}
