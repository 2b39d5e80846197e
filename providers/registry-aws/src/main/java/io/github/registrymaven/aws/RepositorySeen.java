package io.github.registrymaven.aws;

import software.amazon.awssdk.services.ecr.model.Repository;

/** What is known of a repository. Not to see it is not to know that it does not exist. */
sealed interface RepositorySeen {
    /** It exists, and this is how it is set up. */
    record There(Repository repository) implements RepositorySeen {}

    /** It exists, and how it is set up is not shown. */
    record Veiled(Trouble trouble) implements RepositorySeen {}

    /** AWS says that it does not exist. */
    record Absent() implements RepositorySeen {}

    /** Neither is known. */
    record Hidden(Trouble trouble) implements RepositorySeen {}
}
