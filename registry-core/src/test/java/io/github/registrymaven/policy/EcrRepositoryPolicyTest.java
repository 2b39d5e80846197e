package io.github.registrymaven.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Exposure.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcrRepositoryPolicyTest {
    private static final String EVERYBODY = "\"Principal\": \"*\"";

    private static String allow(String principal, String more) {
        return "{\"Effect\": \"Allow\", " + principal + ", \"Action\": [\"ecr:BatchGetImage\", \"ecr:PutImage\"]" + more
                + "}";
    }

    private static String where(String operator, String key, String value) {
        return ", \"Condition\": {\"" + operator + "\": {\"" + key + "\": " + value + "}}";
    }

    private static String deny(String actions, String more) {
        return "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": " + actions + more + "}";
    }

    private static Setting<Exposure> exposure(String... statements) {
        return EcrRepositoryPolicy.exposure(
                "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}", "policy.json");
    }

    private static Exposure seen(Setting<Exposure> setting) {
        assertThat(setting).isInstanceOf(Setting.Seen.class);
        return ((Setting.Seen<Exposure>) setting).value();
    }

    private static Reach reach(String... statements) {
        return seen(exposure(statements)).reach();
    }

    @Test
    void isItsAccountsWithoutAPolicy() {
        assertThat(seen(EcrRepositoryPolicy.none("here"))).isEqualTo(new Exposure(Reach.NAMED_PRINCIPALS, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Principal\": \"*\"",
                "\"Principal\": {\"AWS\": \"*\"}",
                "\"Principal\": {\"AWS\": [\"arn:aws:iam::111122223333:root\", \"*\"]}",
                "\"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"}"
            })
    void isOpenToEveryAccountWhereEverybodyIsAllowed(String principal) {
        assertThat(reach(allow(principal, ""))).isEqualTo(Reach.ANY_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"}",
                "\"Principal\": {\"AWS\": [\"111122223333\", \"arn:aws:iam::111122223333:role/ci\"]}",
                "\"Principal\": {\"Service\": \"lambda.amazonaws.com\"}"
            })
    void isNotWherePrincipalsAreNamed(String principal) {
        assertThat(reach(allow(principal, ""))).isEqualTo(Reach.NAMED_PRINCIPALS);
    }

    @Test
    void quotesWhatOpensIt() {
        Exposure exposure =
                seen(exposure(allow("\"Principal\": {\"AWS\": \"111122223333\"}", ""), allow(EVERYBODY, "")));

        assertThat(exposure.openings()).containsExactly("Allow ecr:BatchGetImage, ecr:PutImage to *");
    }

    @Test
    void isNotWhereAConditionNamesAnOrganisationAnAccountOrANetwork() {
        assertThat(reach(allow(EVERYBODY, where("StringEquals", "aws:PrincipalOrgID", "\"o-example\""))))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(allow(EVERYBODY, where("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "[\"o-a/*\"]"))))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(
                        allow(EVERYBODY, where("ArnLike", "aws:PrincipalArn", "\"arn:aws:iam::111122223333:role/*\""))))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(allow(EVERYBODY, where("stringequals", "AWS:SourceVpce", "\"vpce-1\""))))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(allow(EVERYBODY, where("IpAddress", "aws:SourceIp", "\"192.0.2.0/24\""))))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
    }

    @Test
    void isOpenWhereEverybodyMeetsTheCondition() {
        assertThat(reach(allow(EVERYBODY, where("Bool", "aws:SecureTransport", "\"true\""))))
                .isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(reach(allow(EVERYBODY, where("IpAddress", "aws:SourceIp", "[\"192.0.2.0/24\", \"0.0.0.0/0\"]"))))
                .isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(reach(allow(EVERYBODY, where("StringLike", "aws:PrincipalArn", "\"*\""))))
                .isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(reach(allow(EVERYBODY, where("StringEquals", "aws:PrincipalTag/team", "\"a\""))))
                .isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(reach(allow(EVERYBODY, where("StringNotEquals", "aws:PrincipalOrgID", "\"o-example\""))))
                .isEqualTo(Reach.ANY_ACCOUNT);
    }

    @Test
    void doesNotGuessAboutOtherConditions() {
        assertThat(exposure(allow(EVERYBODY, where("StringEquals", "saml:aud", "\"x\""))))
                .isInstanceOf(Setting.Unseen.class);
        assertThat(exposure(allow(EVERYBODY, where("StringEqualsIfExists", "aws:PrincipalOrgID", "\"o-example\""))))
                .isInstanceOf(Setting.Unseen.class);
        assertThat(exposure(allow(EVERYBODY, where("ForAllValues:StringEquals", "aws:PrincipalOrgID", "\"o-a\""))))
                .isInstanceOf(Setting.Unseen.class);
        assertThat(exposure(allow(EVERYBODY, where("ArnLike", "aws:PrincipalArn", "\"arn:aws:iam::*:role/ci\""))))
                .isInstanceOf(Setting.Unseen.class);
    }

    @Test
    void isNotOpenWhereADenialLeavesOnlyNamedPrincipals() {
        String others = where("StringNotEquals", "aws:PrincipalOrgID", "\"o-example\"");

        assertThat(reach(allow(EVERYBODY, ""), deny("\"ecr:*\"", others))).isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(allow(EVERYBODY, ""), deny("\"*\"", ""))).isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(
                        allow(EVERYBODY, ""),
                        deny(
                                "\"ecr:*\"",
                                ", \"Condition\": {\"StringNotEqualsIfExists\": {\"aws:PrincipalOrgID\": \"o-a\"},"
                                        + " \"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"false\"}}")))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(reach(
                        allow(EVERYBODY, ""),
                        deny("\"ecr:*\"", "").replace("\"Principal\": \"*\"", "\"NotPrincipal\": {\"AWS\": \"1\"}")))
                .isEqualTo(Reach.NAMED_PRINCIPALS);
    }

    @Test
    void isOpenWhereADenialLeavesSomethingToEverybody() {
        String others = where("StringNotEquals", "aws:PrincipalOrgID", "\"o-example\"");

        assertThat(reach(allow(EVERYBODY, ""), deny("\"ecr:PutImage\"", others)))
                .isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(reach(allow(EVERYBODY, ""), deny("\"ecr:*\"", where("Bool", "aws:SecureTransport", "\"false\""))))
                .isEqualTo(Reach.ANY_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "[]",
                "{\"Statement\": \"x\"}",
                "{\"Statement\": [{\"Effect\": \"Allow\"}]}",
                "{\"Statement\": {\"Effect\": \"Perhaps\", \"Principal\": \"*\", \"Action\": \"*\"}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Condition\": 1}}"
            })
    void saysThatItDoesNotUnderstandAPolicy(String document) {
        assertThat(EcrRepositoryPolicy.exposure(document, "here"))
                .isEqualTo(new Setting.Unseen<>("the repository's policy is not understood"));
    }

    @Test
    void takesOneStatementForAListOfOne() {
        assertThat(seen(EcrRepositoryPolicy.exposure(
                                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"NotAction\": \"x\"}}",
                                "here"))
                        .reach())
                .isEqualTo(Reach.ANY_ACCOUNT);
    }

    @Test
    void isNotOverwhelmedByALargeDocument() {
        String nested = "[".repeat(100_000);

        assertThat(EcrRepositoryPolicy.exposure(nested, "here")).isInstanceOf(Setting.Unseen.class);
        assertThat(EcrRepositoryPolicy.exposure("{\"Statement\":" + "[".repeat(1000), "here"))
                .isInstanceOf(Setting.Unseen.class);
    }
}
