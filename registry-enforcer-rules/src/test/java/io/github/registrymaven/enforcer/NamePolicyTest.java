package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.RequestedImage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamePolicyTest {
    private static final Owners ANYBODY = new Owners(List.of(), List.of());
    private static final NamePolicy ANYTHING = new NamePolicy(List.of(), ANYBODY, null, null, false, false);
    private static final NamePolicy OURS = new NamePolicy(
            List.of("registry.example.com"),
            ANYBODY,
            Pattern.compile("team-[a-z]+/.+"),
            Pattern.compile("\\d.*"),
            true,
            true);

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

                            rule      requireImageNameFormat
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

    @ParameterizedTest
    @ValueSource(
            strings = {"Registry.Example.com/a:1", "registry.example.com:443/a:1", "registry-1.docker.io/a/b:1", "a/b:1"
            })
    void knowsAnAllowedRegistryByItsOtherNames(String image) {
        NamePolicy policy =
                new NamePolicy(List.of("registry.example.com", "docker.io"), ANYBODY, null, null, false, false);

        assertThat(policy.breaches(image)).isEmpty();
        assertThat(policy.breaches("registry.example.com:5000/a:1")).isNotEmpty();
    }

    @Test
    void refusesWhatTheRegistryItselfWouldRefuse() {
        assertThat(text(ANYTHING, "europe-docker.pkg.dev/project/app:1.0")).contains("will not be taken");
    }

    @Test
    void takesRegistriesOfOurOwnAccountsAndProjectsOnly() {
        NamePolicy owned = new NamePolicy(
                List.of(), new Owners(List.of("123456789012"), List.of("acme-prod")), null, null, true, true);

        assertThat(owned.breaches("123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1"))
                .isEmpty();
        assertThat(owned.breaches("europe-docker.pkg.dev/acme-prod/images/app:1"))
                .isEmpty();
        assertThat(owned.breaches("registry.example.com/app:1")).isEmpty();
        assertThat(text(owned, "210987654321.dkr.ecr.eu-central-1.amazonaws.com/app:1"))
                .contains("goes to the account 210987654321, which is not allowed")
                .contains("fix       write 123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1");
        assertThat(text(owned, "eu.gcr.io/acme-test/app:1")).contains("goes to the project acme-test");
    }

    @Test
    void saysWhereTheModuleReallyPushes() {
        List<RequestedImage> pushed = List.of(new RequestedImage("b.example/app:1", "jib-maven-plugin:build"));

        assertThat(PublishRegistry.breach("b.example/app:1", pushed)).isEmpty();
        assertThat(PublishRegistry.breach("a.example/app:1", List.of())).isEmpty();
        assertThat(PublishRegistry.breach("a.example/app:1", pushed))
                .hasValueSatisfying(breach -> assertThat(breach.text())
                        .startsWith("'a.example/app:1' goes to a.example, and this module pushes to b.example")
                        .contains("seen      jib-maven-plugin:build pushes to b.example"));
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
        NamePolicy explicit = new NamePolicy(List.of(), ANYBODY, null, null, true, true);

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
