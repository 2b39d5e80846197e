package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** One profile of {@code ~/.aws/config} and {@code ~/.aws/credentials}: keys, a role, an SSO session or a program. */
final class ProfileSource {
    private static final Pattern EXPIRES = Pattern.compile("\"expiresAt\"\\s*:\\s*\"([^\"]{1,40})\"");
    private static final long MOST_BYTES = 64L * 1024;

    private final AwsSettings settings;
    private final Profile profile;

    ProfileSource(AwsSettings settings, Profile profile) {
        this.settings = settings;
        this.profile = profile;
    }

    String name() {
        return "profile " + profile.name()
                + (settings.chosenBy() == null ? "" : ", which " + settings.chosenBy() + " names");
    }

    boolean hasCredentials() {
        return has(ProfileProperty.AWS_ACCESS_KEY_ID)
                || has(ProfileProperty.ROLE_ARN)
                || has(ProfileProperty.CREDENTIAL_PROCESS)
                || isSso();
    }

    AwsCredentialsProvider provider() {
        return ProfileCredentialsProvider.builder()
                .profileFile(settings.file())
                .profileName(profile.name())
                .build();
    }

    /** What can be seen to be wrong without asking; null where nothing is. */
    Caller.@Nullable Unusable problem() {
        boolean key = has(ProfileProperty.AWS_ACCESS_KEY_ID);
        if (key != has(ProfileProperty.AWS_SECRET_ACCESS_KEY)) {
            return new Caller.Unusable(
                    Cause.CREDENTIALS_MISSING,
                    "the AWS profile '" + profile.name() + "' has half of its credentials",
                    List.of("it has " + (key ? "aws_access_key_id" : "aws_secret_access_key") + ", and no "
                            + (key ? "aws_secret_access_key" : "aws_access_key_id")),
                    List.of(new Remedy("Set both", List.of("aws configure --profile " + profile.name()), List.of())));
        }
        return isSso() && !has(ProfileProperty.ROLE_ARN) ? sso() : null;
    }

    private boolean isSso() {
        return has("sso_session") || has(ProfileProperty.SSO_START_URL);
    }

    private boolean has(String property) {
        return profile.property(property).isPresent();
    }

    /** The token that {@code aws sso login} keeps is in a file named after the session or, in older profiles, its URL. */
    private Caller.@Nullable Unusable sso() {
        String key = profile.property("sso_session")
                .or(() -> profile.property(ProfileProperty.SSO_START_URL))
                .orElse("");
        Path cache = settings.machine().home().resolve(".aws/sso/cache/" + sha1(key) + ".json");
        String text = read(cache);
        if (text == null) {
            return expired(Cause.CREDENTIALS_MISSING, "has no SSO session on this machine", "there is no " + cache);
        }
        Matcher expires = EXPIRES.matcher(text);
        // With a refresh token the SDK renews the session by itself.
        if (text.contains("\"refreshToken\"") || !expires.find()) {
            return null;
        }
        Instant end = instant(expires.group(1));
        return end != null && end.isBefore(settings.machine().clock().instant())
                ? expired(Cause.CREDENTIALS_EXPIRED, "has an SSO session that is over", "it ended at " + end)
                : null;
    }

    private Caller.Unusable expired(Cause cause, String what, String seen) {
        return new Caller.Unusable(
                cause,
                "the AWS profile '" + profile.name() + "' " + what,
                List.of(seen),
                List.of(new Remedy(
                        "Open the session again", List.of("aws sso login --profile " + profile.name()), List.of())));
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES ? Files.readString(file) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            // Old versions of the CLI wrote UTC for Z.
            return Instant.parse(text.replace("UTC", "Z"));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
