package io.github.registrymaven.plugin.failed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.LookupOrder;
import java.io.StringReader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushCommandTest {
    private static Xpp3Dom configuration(String inside) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + inside + "</configuration>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<executable>docker</executable><arguments><argument>push</argument><argument>a.example.com/b:1</argument></arguments>",
                "<executable>/usr/bin/podman</executable><commandlineArgs>push --quiet a.example.com/b:1</commandlineArgs>",
                "<executable>docker</executable><arguments><argument>image</argument><argument>push</argument>"
                        + "<argument>a.example.com/b:1</argument></arguments>",
                "<target><exec executable=\"docker\"><arg value=\"push\"/><arg value=\"a.example.com/b:1\"/></exec></target>",
                "<target><echo message=\"now\"/><exec executable=\"docker.exe\"><arg line=\"push a.example.com/b:1\"/></exec></target>",
            })
    void findsTheImageThatIsPushed(String inside) throws Exception {
        assertThat(PushCommand.image(configuration(inside))).contains("a.example.com/b:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<executable>git</executable><arguments><argument>push</argument><argument>origin</argument></arguments>",
                "<executable>docker</executable><arguments><argument>pull</argument><argument>a.example.com/b:1</argument></arguments>",
                "<executable>docker</executable><arguments><argument>run</argument><argument>tool</argument>"
                        + "<argument>push</argument><argument>x</argument></arguments>",
                "<executable>docker</executable><arguments><argument>push</argument></arguments>",
                "<executable>sh</executable><arguments><argument>push.sh</argument></arguments>",
                "<executable>docker</executable><arguments><argument>push</argument><argument>a.example.com/b:1</argument></arguments>"
                        + "<environmentVariables><DOCKER_CONFIG>target/docker</DOCKER_CONFIG></environmentVariables>",
            })
    void findsNoneInAnyOtherCommand(String inside) throws Exception {
        assertThat(PushCommand.image(configuration(inside))).isEmpty();
    }

    @Test
    void knowsWhosePlacesTheProgramLooksInto() throws Exception {
        assertThat(PushCommand.order(configuration("<executable>docker</executable>")))
                .isEqualTo(LookupOrder.DOCKER);
        assertThat(PushCommand.order(configuration("<target><exec executable=\"podman\"/></target>")))
                .isEqualTo(LookupOrder.PODMAN);
    }

    @Test
    void findsNoneWhereNothingIsConfigured() {
        assertThat(PushCommand.image(null)).isEmpty();
    }
}
