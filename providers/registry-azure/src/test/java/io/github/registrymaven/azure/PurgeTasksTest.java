package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurgeTasksTest {
    private static final String NIGHTLY = "{\"timerTriggers\":[{\"schedule\":\"0 1 * * *\",\"status\":\"Enabled\"}]}";

    private static Json task(String step, String trigger) {
        return Json.of("{\"properties\":{\"status\":\"Enabled\",\"step\":" + step + ",\"trigger\":" + trigger + "}}");
    }

    private static String encoded(String yaml) {
        String text = Base64.getEncoder().encodeToString(yaml.getBytes(StandardCharsets.UTF_8));
        return "{\"type\":\"EncodedTask\",\"encodedTaskContent\":\"" + text + "\"}";
    }

    @Test
    void findsEveryPurgeOfATask() {
        String yaml = """
                version: v1.1.0
                steps:
                  - cmd: acr purge --filter 'a:.*'  --ago 1d
                  - cmd: mcr.microsoft.com/acr/acr-cli:0.14 purge --filter 'b:.*' --ago 2d
                  - cmd: alpine echo done
                """;

        assertThat(PurgeTasks.in(List.of(task(encoded(yaml), NIGHTLY))))
                .containsExactly(
                        "acr purge --filter 'a:.*' --ago 1d",
                        "mcr.microsoft.com/acr/acr-cli:0.14 purge --filter 'b:.*' --ago 2d");
    }

    @Test
    void leavesOutWhatNoTimerRuns() {
        Json byHand = task(encoded("steps:\n  - cmd: acr purge --filter 'a:.*' --ago 1d\n"), "{}");

        assertThat(PurgeTasks.in(List.of(byHand))).isEmpty();
    }

    @Test
    void knowsThatABuildOfAnImagePurgesNothing() {
        assertThat(PurgeTasks.in(List.of(task("{\"type\":\"Docker\"}", NIGHTLY))))
                .isEmpty();
    }

    @Test
    void claimsNothingOfATaskThatIsWrittenElsewhere() {
        Json file = task("{\"type\":\"FileTask\",\"taskFilePath\":\"acb.yaml\"}", NIGHTLY);

        assertThat(PurgeTasks.in(List.of(file))).isNull();
    }

    @Test
    void claimsNothingOfATaskThatIsNotUnderstood() {
        Json broken = task("{\"type\":\"EncodedTask\",\"encodedTaskContent\":\"=====\"}", NIGHTLY);

        assertThat(PurgeTasks.in(List.of(broken))).isNull();
    }
}
