package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NamePolicyTest {
    private static final NamePolicy ANYTHING = new NamePolicy(List.of(), null, null, false, false);
    private static final NamePolicy OURS = new NamePolicy(
            List.of("registry.example.com"), Pattern.compile("team-[a-z]+/.+"), Pattern.compile("\\d.*"), true, true);

    @Test
    void takesANameThatFitsEverything() {
        assertThat(OURS.breaches("registry.example.com/team-a/app:1.0")).isEmpty();
    }

    @Test
    void pointsAtTheCharacterWhereANameIsNoReference() {
        assertThat(text(ANYTHING, "registry.example.com/Team/app:1.0"))
                .contains("'registry.example.com/Team/app:1.0' is not an image reference: ")
                .contains("    seen      registry.example.com/Team/app:1.0\n" + " ".repeat(14 + 21) + "^\n")
                .contains("fix       write registry.example.com/team/app:1.0");
    }

    @Test
    void saysWhatANameWithoutARegistryMeans() {
        assertThat(text(OURS, "team-a/app:1.0")).isEqualTo("""
                        'team-a/app:1.0' names no registry

                            seen      it means docker.io/team-a/app:1.0
                            wanted    the registry's host in front, one of: registry.example.com
                            fix       write registry.example.com/team-a/app:1.0""");
    }

    @Test
    void writesTheNameForAnAllowedRegistry() {
        assertThat(text(OURS, "ghcr.io/team-a/app:1.0"))
                .contains("goes to ghcr.io, which is not allowed")
                .contains("fix       write registry.example.com/team-a/app:1.0");
    }

    @Test
    void refusesWhatTheRegistryItselfWouldRefuse() {
        assertThat(text(ANYTHING, "europe-docker.pkg.dev/project/app:1.0")).contains("will not be taken");
    }

    @Test
    void wantsATagOfItsOwn() {
        assertThat(text(OURS, "registry.example.com/team-a/app"))
                .contains("names no tag")
                .contains("it means the tag latest")
                .contains("fix       write registry.example.com/team-a/app:${project.version}");
    }

    @Test
    void takesADigestForATagWhereNoPatternIsGiven() {
        NamePolicy explicit = new NamePolicy(List.of(), null, null, true, true);

        assertThat(explicit.breaches("registry.example.com/app@sha256:" + "0".repeat(64)))
                .isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithANameAtOnce() {
        assertThat(text(OURS, "ghcr.io/other/app:latest"))
                .contains("which is not allowed")
                .contains("repository other/app")
                .contains("tag latest");
    }

    private static String text(NamePolicy policy, String image) {
        return policy.breaches(image).stream().map(NameBreach::text).collect(Collectors.joining("\n\n"));
    }
}
