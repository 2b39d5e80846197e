package io.github.registrymaven.testkit.aws;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Begins sessions of roles. */
final class Sessions {
    private final Keys keys;
    private final Clock clock;

    Sessions(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    AwsKey begin(Identity role, String name, @Nullable String policy, Duration lifetime) {
        Policy limit = policy == null ? null : Policy.read("session-policy", null, policy);
        return keys.issue(new Caller(role, name, limit), clock.instant().plus(lifetime));
    }
}
