package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What will become of an image that is pushed now.
 *
 * @param action what will be done at the end; {@link Action#KEEP} where nothing ever is
 * @param rule which rule does it, or keeps it from being done; null where none speaks of the image
 * @param age how old it must be; null where age does not count
 * @param pushes after how many more pushes like this one; null where pushes do not count. Where age is given too, both must
 *     have come
 * @param reason a sentence
 */
public record Outlook(
        Action action,
        @Nullable String rule,
        @Nullable Duration age,
        @Nullable Integer pushes,
        String reason) {}
