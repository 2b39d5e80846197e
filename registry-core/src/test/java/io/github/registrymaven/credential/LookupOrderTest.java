package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.answering;
import static io.github.registrymaven.credential.Home.auth;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupOrderTest {
    private static final String GCR = "gcr.io";

    private final Path temp;

    LookupOrderTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void asksTheSourcesInTheOrderOfUsersOtherTools() throws InterruptedException {
        Home home = new Home(temp).helper("gcr", answering("helper", "p"));
        assertThat(Home.plain(home.found(GCR))).isEqualTo("helper:p");

        home.file(".dockercfg", "{\"gcr.io\":" + auth("old:p") + "}");
        assertThat(Home.plain(home.found(GCR))).isEqualTo("old:p");

        home.dockerConfig("{\"auths\":{\"gcr.io\":" + auth("docker:p") + "}}");
        assertThat(Home.plain(home.found(GCR))).isEqualTo("docker:p");

        home.file(".config/containers/auth.json", "{\"auths\":{\"gcr.io\":" + auth("containers:p") + "}}");
        assertThat(Home.plain(home.found(GCR))).isEqualTo("containers:p");

        home.server(GCR, "settings", "p");
        assertThat(Home.plain(home.found(GCR))).isEqualTo("settings:p");

        home.server("mine", "named", "p").serverId("mine");
        assertThat(Home.plain(home.found(GCR))).isEqualTo("named:p");
    }

    @Test
    void namesEveryPlaceInOrderWhereNothingIsFound() throws InterruptedException {
        Home home = new Home(temp).dockerConfig("{\"auths\":{\"quay.io\":" + auth("u:p") + "}}");

        assertThat(home.none("localhost:5000").lookedAt())
                .containsExactly(
                        "settings.xml: no <server> \"localhost:5000\" or \"localhost\" (no servers there)",
                        "$REGISTRY_AUTH_FILE: not set",
                        "$XDG_RUNTIME_DIR/containers/auth.json: not set",
                        "~/.config/containers/auth.json: not there",
                        "~/.docker/config.json: no entry for localhost:5000 (auths there: quay.io)",
                        "~/.dockercfg: not there");
    }

    @Test
    void namesThePlacesUpToTheOneThatHadIt() throws InterruptedException {
        Home home = new Home(temp).dockerConfig("{\"auths\":{\"ghcr.io\":" + auth("u:p") + "}}");

        assertThat(home.resolve("ghcr.io").lookedAt())
                .last()
                .isEqualTo("~/.docker/config.json: auths entry \"ghcr.io\"");
    }
}
