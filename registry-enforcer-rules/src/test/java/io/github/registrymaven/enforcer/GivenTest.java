package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Maven makes of a list's elements goes by what they are called, not by what the list is of. */
final class GivenTest {
    @Test
    void textsAreWhatIsWrittenWhateverTheElementIsCalled() {
        List<?> given = Arrays.asList(image(" a.example/b:1 "), "c.example/d:1", image(null), null, " ");

        assertThat(Given.texts(given)).containsExactly("a.example/b:1", "c.example/d:1");
        assertThat(Given.texts(null)).isEmpty();
    }

    @Test
    void pathsAreWhatIsWrittenWhateverTheElementIsCalled() {
        Folder folder = new Folder();
        folder.set(new File("infra"));

        assertThat(Given.files(
                        Arrays.asList(folder, new File("main.tf"), image("other"), new Folder(), image(null), null)))
                .containsExactly(new File("infra"), new File("main.tf"), new File("other"));
        assertThat(Given.files(null)).isEmpty();
    }

    private static Image image(@Nullable String name) {
        Image image = new Image();
        if (name != null) {
            image.set(name);
        }
        return image;
    }
}
