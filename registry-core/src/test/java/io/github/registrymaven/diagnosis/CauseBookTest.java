package io.github.registrymaven.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.reference.RegistryKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CauseBookTest {
    private final CauseBook book = CauseBook.open();

    private static Facts facts(RegistryKind kind) {
        return new Facts(
                kind, Map.of("host", "localhost:5000", "repository", "team/app", "image", "localhost:5000/team/app:1"));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasAMeaningAndARemedyForAnyRegistry(Cause cause) {
        assertThat(book.entry(cause).meaning()).hasSizeGreaterThan(20).endsWith(".");
        assertThat(book.entry(cause).remedies()).isNotEmpty();
    }

    @Test
    void fillsInTheRealNames() {
        assertThat(book.remedies(Cause.CREDENTIALS_MISSING, facts(RegistryKind.GENERIC)))
                .first()
                .satisfies(remedy -> assertThat(remedy.commands()).containsExactly("docker login localhost:5000"));
    }

    @Test
    void leavesOutARemedyWhoseNamesAreNotKnown() {
        assertThat(book.remedies(Cause.PERMISSION_DENIED, facts(RegistryKind.GENERIC)))
                .isEmpty();
        assertThat(book.remedies(
                        Cause.PERMISSION_DENIED,
                        facts(RegistryKind.GENERIC).with("principal", "ci").with("origin", "settings.xml")))
                .extracting(Remedy::title)
                .containsExactly(
                        "Ask whoever runs localhost:5000 to allow ci to push to team/app",
                        "Or push as somebody who may: the login is from settings.xml");
    }

    @Test
    void givesEachKindOfRegistryItsOwnRemedy() {
        assertThat(book.remedies(Cause.CREDENTIALS_MISSING, facts(RegistryKind.GHCR)))
                .extracting(Remedy::title)
                .anyMatch(title -> title.contains("write:packages"))
                .noneMatch(title -> title.contains("ECR"));
    }

    @Test
    void aValueIsNeverTakenForAPattern() {
        Facts odd =
                facts(RegistryKind.GENERIC).with("principal", "robot$1\\{host}").with("origin", "x");

        assertThat(book.remedies(Cause.PERMISSION_DENIED, odd))
                .first()
                .satisfies(remedy -> assertThat(remedy.title()).contains("robot$1\\{host}"));
    }
}
