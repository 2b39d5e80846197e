package io.github.registrymaven.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Infrastructure as code as people write it, from the test resources or made by a test. */
final class Fixtures {
    private Fixtures() {}

    /** Reads one file or folder of the test resources. */
    static Declared read(String name) {
        return new DeclaredSources(folder()).read(List.of(folder().resolve(name)));
    }

    static Path folder() {
        try {
            URL known = Objects.requireNonNull(Fixtures.class.getResource("cloudformation/repository.yaml"));
            return Path.of(known.toURI()).resolve("../..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a file below a folder. */
    static Path write(Path folder, String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one file and reads its folder. */
    static Declared declared(Path folder, String name, String content) {
        write(folder, name, content);
        return new DeclaredSources(folder).read(List.of(folder));
    }

    /** The only state of that subject. */
    static RepositoryState state(Declared declared, String subject) {
        List<RepositoryState> found = declared.states().stream()
                .filter(state -> state.subject().equals(subject))
                .toList();
        assertThat(found)
                .as("%s among %s, problems %s", subject, declared.states(), declared.problems())
                .hasSize(1);
        return found.get(0);
    }

    static <T> T seen(Setting<T> setting) {
        assertThat(setting).isInstanceOf(Setting.Seen.class);
        return ((Setting.Seen<T>) setting).value();
    }

    static String unseen(Setting<?> setting) {
        assertThat(setting).isInstanceOf(Setting.Unseen.class);
        return ((Setting.Unseen<?>) setting).reason();
    }

    static String at(Setting<?> setting) {
        assertThat(setting).isInstanceOf(Setting.Seen.class);
        return ((Setting.Seen<?>) setting).at();
    }

    static ImageReference image(String reference) {
        return ((ParsedReference.Valid) ImageReference.parse(reference)).reference();
    }
}
