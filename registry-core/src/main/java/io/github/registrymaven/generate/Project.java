package io.github.registrymaven.generate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The project that files are generated for.
 *
 * @param name a short one, for roles and jobs
 * @param source null where its POM does not say
 * @param java the version that its build needs, such as {@code 17}
 */
public record Project(String name, @Nullable SourceRepository source, String java) {
    /** The branch from which images are pushed; the POM does not say which is the default. */
    static final String BRANCH = "main";

    private static final int MOST = 50;
    private static final int MOST_OF_IDENTITY = 25;

    /** The CI that files are for: the project's own, or all where that is not known. */
    List<Forge> forges() {
        return source == null ? List.of(Forge.values()) : List.of(source.forge());
    }

    /** Who vouches for the jobs of a forge. */
    String issuer(Forge forge) {
        return forge == Forge.GITHUB
                ? "token.actions.githubusercontent.com"
                : source == null ? "gitlab.com" : source.host();
    }

    /** The project's path there, or a placeholder to be filled in. */
    String path(Forge forge) {
        return source == null ? (forge == Forge.GITHUB ? "OWNER/REPOSITORY" : "GROUP/PROJECT") : source.path();
    }

    /** As whom a job on the branch is vouched for. */
    String subject(Forge forge) {
        return forge == Forge.GITHUB
                ? "repo:" + path(forge) + ":ref:refs/heads/" + BRANCH
                : "project_path:" + path(forge) + ":ref_type:branch:ref:" + BRANCH;
    }

    /** For a forge that names a repository otherwise in its tokens than people do. */
    String noteOnIds(String file) {
        return "a repository of GitHub's that was made, renamed or transferred after 15 July 2026, or that asked for it, is"
                + " named with its ids in the token (repo:OWNER@ID/NAME@ID:…): then put them into " + file;
    }

    /** The name of the identity that CI takes, as Google and Azure take it: 6 to 30 characters, in lower case. */
    String identity() {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut =
                plain.substring(0, Math.min(MOST_OF_IDENTITY, plain.length())).replaceAll("^-|-$", "");
        return "push-" + (cut.isEmpty() ? "images" : cut);
    }

    /** The name of the role that CI takes. */
    String role() {
        String plain = name.replaceAll("[^A-Za-z0-9+=,.@_-]", "-");
        return "push-" + plain.substring(0, Math.min(MOST, plain.length()));
    }
}
