package io.github.registrymaven.testkit.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Finds out who signed a call. */
final class Authenticator {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    private final Keys keys;
    private final Clock clock;

    Authenticator(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Caller caller(AwsRequest request) throws AwsFailure {
        Service service = request.service();
        Signature signature = Signature.of(request.header("Authorization"));
        if (signature == null) {
            throw LoginFault.MISSING.in(service);
        }
        Keys.Issued issued = keys.find(signature.keyId());
        if (issued == null) {
            throw LoginFault.UNKNOWN_KEY.in(service);
        }
        AwsKey key = issued.key();
        String token = request.header("X-Amz-Security-Token");
        if (key.sessionToken() != null && !key.sessionToken().equals(token)) {
            throw LoginFault.UNKNOWN_KEY.in(service);
        }
        if (key.expires() != null && !clock.instant().isBefore(key.expires())) {
            throw LoginFault.EXPIRED_TOKEN.in(service);
        }
        checkDate(service, request.header("X-Amz-Date"));
        if (!signature.isOf(request, key.secretAccessKey())) {
            throw LoginFault.WRONG_SIGNATURE.in(service);
        }
        return issued.caller();
    }

    private void checkDate(Service service, @Nullable String stamp) throws AwsFailure {
        Instant signed;
        try {
            signed = Instant.from(STAMP.parse(stamp == null ? "" : stamp));
        } catch (DateTimeParseException unreadable) {
            throw LoginFault.WRONG_SIGNATURE.in(service);
        }
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(TOLERANCE))) {
            String text = "Signature expired: " + stamp + " is now earlier than " + STAMP.format(now.minus(TOLERANCE))
                    + " (" + STAMP.format(now) + " - 15 min.)";
            throw LoginFault.SKEWED_CLOCK.in(service, text);
        }
        if (signed.isAfter(now.plus(TOLERANCE))) {
            String text = "Signature not yet current: " + stamp + " is still later than "
                    + STAMP.format(now.plus(TOLERANCE)) + " (" + STAMP.format(now) + " + 15 min.)";
            throw LoginFault.SKEWED_CLOCK.in(service, text);
        }
    }
}
