package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OciErrorsTest {
    @Test
    void readsCodesAndMessagesOfTheSpecification() {
        OciErrors errors = OciErrors.of(Answers.of(
                401,
                "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\",\"detail\":null}]}"));

        assertThat(errors.entries()).containsExactly(new OciErrors.Entry("UNAUTHORIZED", "authentication required"));
        assertThat(errors.hasCode("unauthorized")).isTrue();
        assertThat(errors.says("authentication")).isTrue();
    }

    @Test
    void readsWhatTokenServicesSendInstead() {
        assertThat(OciErrors.of(Answers.of(401, "{\"details\":\"incorrect username or password\"}"))
                        .entries())
                .containsExactly(new OciErrors.Entry("", "incorrect username or password"));
        assertThat(OciErrors.of(Answers.of(400, "{\"error\":\"invalid_grant\",\"error_description\":\"no\"}"))
                        .entries())
                .containsExactly(new OciErrors.Entry("invalid_grant", "no"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"write /srv/data: no space left on device\"",
                "{\"driver\":\"filesystem\",\"detail\":\"write /srv/data: no space left on device\"}",
                "{\"DriverName\":\"filesystem\",\"Enclosed\":{\"Op\":\"write\",\"Path\":\"/srv/data\",\"Err\":28}}"
            })
    void findsTheFullDiskInTheDetailOfWhatARegistryCallsUnknown(String detail) {
        OciErrors errors = OciErrors.of(Answers.of(
                500, "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"unknown error\",\"detail\":" + detail + "}]}"));

        assertThat(errors.entries())
                .containsExactly(
                        new OciErrors.Entry("UNKNOWN", "unknown error: write /srv/data: no space left on device"));
        assertThat(errors.saysThatItsDiskIsFull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "28", "{\"Enclosed\":{\"Op\":\"open\",\"Path\":\"/srv\",\"Err\":13}}", "[]", "\"28\""})
    void takesNoOtherDetailForAFullDisk(String detail) {
        OciErrors errors = OciErrors.of(Answers.of(
                500, "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"unknown error\",\"detail\":" + detail + "}]}"));

        assertThat(errors.entries()).containsExactly(new OciErrors.Entry("UNKNOWN", "unknown error"));
        assertThat(errors.saysThatItsDiskIsFull()).isFalse();
    }

    @Test
    void tellsAPageForPeopleFromAnEmptyBody() {
        assertThat(OciErrors.of(Answers.of(200, "<html>Sign in</html>")).html()).isTrue();
        assertThat(OciErrors.of(Answers.of(200, Map.of("Content-Type", "text/html"), "Sign in"))
                        .html())
                .isTrue();
        assertThat(OciErrors.of(Answers.of(404, "")).html()).isFalse();
    }

    @Test
    void makesOneHarmlessLineOfAServersWords() {
        OciErrors errors = OciErrors.of(
                Answers.of(403, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no\\u001b[31m\\nreally  no\"}]}"));

        assertThat(errors.entries().get(0).message()).isEqualTo("no [31m really no");
    }

    @Test
    void boundsWhatItKeeps() {
        String endless = "x".repeat(100_000);
        OciErrors errors =
                OciErrors.of(Answers.of(403, "{\"errors\":[{\"code\":\"A\",\"message\":\"" + endless + "\"}]}"));

        assertThat(errors.entries().get(0).message()).hasSize(600);
    }

    @Test
    void survivesWhatIsNotAsExpected() {
        assertThat(OciErrors.of(Answers.of(400, "{\"errors\":[1,null,[],{\"code\":{}}]}"))
                        .entries())
                .isEmpty();
        assertThat(OciErrors.of(Answers.of(400, "[]")).entries()).isEmpty();
        assertThat(OciErrors.of(Answers.of(400, "[".repeat(10_000))).entries()).isEmpty();
        assertThat(OciErrors.of(Answers.of(400, "nonsense")).entries()).isEmpty();
    }
}
