package io.github.registrymaven.testkit.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: somebody, or somebody's session.
 *
 * @param session the name of a role's session; null for users and the root
 * @param sessionPolicy what the session was limited to when it began
 */
record Caller(
        Identity identity,
        @Nullable String session,
        @Nullable Policy sessionPolicy) {
    /** As denials and {@code GetCallerIdentity} name it. */
    String arn() {
        return session == null ? identity.arn() : identity.arns().session(identity.name(), session);
    }

    String userId() {
        return session == null ? identity.id() : identity.id() + ":" + session;
    }

    String account() {
        return identity.account();
    }

    /** What conditions can ask about whoever it is. */
    Map<String, String> context() {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("aws:PrincipalArn", identity.arn());
        context.put("aws:PrincipalAccount", account());
        context.put(
                "aws:PrincipalType",
                switch (identity.kind()) {
                    case ROOT -> "Account";
                    case USER -> "User";
                    case ROLE -> "AssumedRole";
                });
        context.put("aws:userid", userId());
        if (identity.kind() == Identity.Kind.USER) {
            context.put("aws:username", identity.name());
        }
        // On loopback it is plain http, but what a policy asks is whether a real call would be safe.
        context.put("aws:SecureTransport", "true");
        context.put("aws:ViaAWSService", "false");
        context.put("aws:PrincipalIsAWSService", "false");
        return context;
    }
}
