package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class GivenParameterTest {
    private static boolean isInPom(String configuration) throws Exception {
        MojoExecution execution = new MojoExecution(new Plugin(), "check", "default-cli");
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        return GivenParameter.isInPom("images", "registry.images", execution);
    }

    @Test
    void tellsAnElementOfThePomFromWhatThePluginFillsInForItsProperty() throws Exception {
        assertThat(isInPom("<images><image>a/b:1</image></images>")).isTrue();
        assertThat(isInPom("<images>a/b:1,a/c:1</images>")).isTrue();
        assertThat(isInPom("<images>${registry.images}</images>")).isFalse();
        assertThat(isInPom("")).isFalse();
    }
}
