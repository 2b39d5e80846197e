package io.github.registrymaven.policy;

import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a repository is set up: one shape for what a cloud answered and for what infrastructure as code declares, so that
 * one rule judges both.
 *
 * @param kind whose rules hold for it
 * @param subject its name for people: {@code aws_ecr_repository.app} where declared, its ARN or resource name where live
 * @param repository the repository's name on its registry; null where it is not known before the code is applied
 * @param at where it is declared, such as {@code infra/main.tf:12}; where it is live, the registry's host
 * @param tags whether a tag may move
 * @param lifecycle what deletes images, if anything; on ACR retention and purge tasks together
 * @param scanning scanning as it takes effect for this repository, registry-wide settings included
 * @param encryption with whose key images are kept
 * @param exposure who beyond its owner may read or write
 * @param adminUser whether the registry has a shared administrator's login (ACR)
 * @param doubt why it may not be made at all, as part of a sentence; null where it is there or is known to be made
 * @param template whether it is a template, for repositories that a push makes
 * @param namesakes those of which one may be meant in its stead, as they are called the same in another account or region
 */
public record RepositoryState(
        RegistryKind kind,
        String subject,
        @Nullable String repository,
        Source source,
        String at,
        Setting<TagMutability> tags,
        Setting<Lifecycle> lifecycle,
        Setting<Scanning> scanning,
        Setting<Encryption> encryption,
        Setting<Exposure> exposure,
        Setting<Boolean> adminUser,
        @Nullable String doubt,
        boolean template,
        List<RepositoryState> namesakes) {
    public RepositoryState {
        namesakes = List.copyOf(namesakes);
    }

    /** What is there, or is made in any case. */
    public RepositoryState(
            RegistryKind kind,
            String subject,
            @Nullable String repository,
            Source source,
            String at,
            Setting<TagMutability> tags,
            Setting<Lifecycle> lifecycle,
            Setting<Scanning> scanning,
            Setting<Encryption> encryption,
            Setting<Exposure> exposure,
            Setting<Boolean> adminUser) {
        this(
                kind,
                subject,
                repository,
                source,
                at,
                tags,
                lifecycle,
                scanning,
                encryption,
                exposure,
                adminUser,
                null,
                false,
                List.of());
    }

    // Rules keep states by the repository, and a record's own is put together from method handles of all that is in it,
    // which takes 60 ms of every build with rules.
    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + at.hashCode();
    }

    /**
     * A live repository of which nothing was shown.
     *
     * @param reason why not, as part of a sentence
     */
    public static RepositoryState unseen(
            RegistryKind kind, String subject, String repository, String at, String reason) {
        return new RepositoryState(
                kind,
                subject,
                repository,
                Source.LIVE,
                at,
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                kind == RegistryKind.ACR ? new Setting.Unseen<>(reason) : noAdminUser());
    }

    /**
     * The same, where it is not known whether what is seen of it counts.
     *
     * @param reason why not, as part of a sentence
     */
    public RepositoryState unseen(String reason) {
        return new RepositoryState(
                kind,
                subject,
                repository,
                source,
                at,
                unseen(tags, reason),
                unseen(lifecycle, reason),
                unseen(scanning, reason),
                unseen(encryption, reason),
                unseen(exposure, reason),
                unseen(adminUser, reason),
                doubt,
                template,
                namesakes);
    }

    private static <T> Setting<T> unseen(Setting<T> setting, String reason) {
        return setting instanceof Setting.Inapplicable<T> ? setting : new Setting.Unseen<>(reason);
    }

    /** The same, where it may not be made. */
    public RepositoryState doubted(@Nullable String reason) {
        return with(reason, template, namesakes);
    }

    /** The same, where another one may be meant. */
    public RepositoryState among(List<RepositoryState> others) {
        return with(doubt, template, others);
    }

    /** The same as a template, for repositories that are not there yet. */
    public RepositoryState asTemplate() {
        return with(doubt, true, namesakes);
    }

    private RepositoryState with(@Nullable String reason, boolean forPushes, List<RepositoryState> others) {
        return new RepositoryState(
                kind,
                subject,
                repository,
                source,
                at,
                tags,
                lifecycle,
                scanning,
                encryption,
                exposure,
                adminUser,
                reason,
                forPushes,
                others);
    }

    /** What every registry but ACR says of an administrator's login. */
    public static Setting<Boolean> noAdminUser() {
        return new Setting.Inapplicable<>("only ACR has a shared administrator's login");
    }

    /** Where a state was learned. */
    public enum Source {
        DECLARED,
        LIVE
    }
}
