package io.github.registrymaven.testkit.azure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a tenant.
 *
 * @param objectId by which roles are assigned
 * @param clientId of an application; null for a user
 * @param secrets that it may log in with
 * @param expired secrets that it once logged in with
 * @param assertions tokens of other issuers that stand for it
 */
record Principal(
        String name,
        Kind kind,
        String tenant,
        String objectId,
        @Nullable String clientId,
        Set<String> secrets,
        Set<String> expired,
        Set<String> assertions) {
    /** What Azure tells apart when a role is assigned. */
    enum Kind {
        USER,
        APPLICATION,
        MANAGED_IDENTITY
    }
}
