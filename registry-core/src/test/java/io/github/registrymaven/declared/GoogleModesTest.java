package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleModesTest {
    @TempDir
    Path folder;

    @Test
    void imagesPileUpInNoVirtualRepository() {
        assertThat(repository("\"VIRTUAL_REPOSITORY\"").lifecycle())
                .isEqualTo(new Setting.Inapplicable<>("a virtual_repository holds no images of its own"));
    }

    @Test
    void imagesPileUpInARemoteRepositoryAsInAnyOther() {
        assertThat(seen(repository("\"REMOTE_REPOSITORY\"").lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(repository("null").lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void whatDependsOnAModeThatIsNotKnownIsUnknown() {
        RepositoryState repository = repository("var.mode");

        assertThat(unseen(repository.lifecycle())).isEqualTo("var.mode is not declared (main.tf:4)");
        assertThat(unseen(repository.tags())).isEqualTo("var.mode is not declared (main.tf:4)");
    }

    private RepositoryState repository(String mode) {
        Declared declared = declared(folder, "main.tf", """
            resource "google_artifact_registry_repository" "app" {
              repository_id = "app"
              format        = "DOCKER"
              mode          = %s
            }
            """.formatted(mode));
        return state(declared, "google_artifact_registry_repository.app");
    }
}
