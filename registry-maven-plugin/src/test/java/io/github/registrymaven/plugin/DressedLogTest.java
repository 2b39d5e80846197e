package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.report.Dress;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class DressedLogTest {
    private final List<String> said = new ArrayList<>();
    private final Log maven = (Log) Proxy.newProxyInstance(
            Log.class.getClassLoader(), new Class<?>[] {Log.class}, (self, method, values) -> {
                if (method.getReturnType() == boolean.class) {
                    return method.getName().equals("isWarnEnabled");
                }
                for (Object value : values) {
                    said.add(method.getName() + " " + value);
                }
                return null;
            });
    private final Log log = new DressedLog(maven, new Dress(false, true));

    @Test
    void dressesWhatIsSaidOnEveryLevel() {
        IllegalStateException error = new IllegalStateException("kept");
        log.debug("a\u2026");
        log.info("b\u2026");
        log.warn("c\u2026", error);
        log.error("d\u2026");
        log.error(error);

        assertThat(said)
                .containsExactly(
                        "debug a...", "info b...", "warn c...", "warn " + error, "error d...", "error " + error);
    }

    @Test
    void asksMavenWhichLevelsAreOn() {
        assertThat(log.isWarnEnabled()).isTrue();
        assertThat(log.isInfoEnabled()).isFalse();
        assertThat(log.isDebugEnabled()).isFalse();
        assertThat(log.isErrorEnabled()).isFalse();
    }
}
