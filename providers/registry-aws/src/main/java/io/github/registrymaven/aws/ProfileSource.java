package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Secret;
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
import java.util.Optional;
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
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"\\\\]{1,8000})\"");
    private static final long MOST_BYTES = 64L * 1024;

    private final AwsSettings settings;
    private final Profile profile;
    private final Sessions sessions;

    ProfileSource(AwsSettings settings, Profile profile, Sessions sessions) {
        this.settings = settings;
        this.profile = profile;
        this.sessions = sessions;
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

    /**
     * The frequent kinds go out through the engine, with the build's proxies. The rest is the SDK's: a session that
     * is to be renewed, credentials of the machine.
     */
    AwsCredentialsProvider provider() {
        AwsCredentialsProvider ours = has(ProfileProperty.ROLE_ARN) ? role() : isSso() ? ssoRole() : program();
        return ours == null ? sessions.inTime(sdks()) : ours;
    }

    private @Nullable AwsCredentialsProvider role() {
        Profile source = profile.property(ProfileProperty.SOURCE_PROFILE)
                .flatMap(name -> settings.file() == null
                        ? Optional.empty()
                        : settings.file().profile(name))
                .orElse(null);
        // A chain of roles, and one that names itself, are left to the SDK, which knows when to end.
        if (source == null
                || source.property(ProfileProperty.ROLE_ARN).isPresent()
                || has(ProfileProperty.WEB_IDENTITY_TOKEN_FILE)
                || has(ProfileProperty.MFA_SERIAL)) {
            return null;
        }
        return sessions.role(
                new Sessions.Role(
                        profile.property(ProfileProperty.ROLE_ARN).orElseThrow(),
                        profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse("registry-maven"),
                        profile.property(ProfileProperty.EXTERNAL_ID).orElse(null)),
                new ProfileSource(settings, source, sessions).provider());
    }

    /** Keys that stand in the profile come before it. */
    private @Nullable AwsCredentialsProvider program() {
        return has(ProfileProperty.AWS_ACCESS_KEY_ID)
                ? null
                : profile.property(ProfileProperty.CREDENTIAL_PROCESS)
                        .map(sessions::program)
                        .orElse(null);
    }

    private @Nullable AwsCredentialsProvider ssoRole() {
        String text = read(ssoCache());
        Matcher token = TOKEN.matcher(text == null ? "" : text);
        Matcher expires = EXPIRES.matcher(text == null ? "" : text);
        Instant end = expires.find() ? instant(expires.group(1)) : null;
        String region = ssoSetting(ProfileProperty.SSO_REGION);
        String account = profile.property(ProfileProperty.SSO_ACCOUNT_ID).orElse(null);
        String role = profile.property(ProfileProperty.SSO_ROLE_NAME).orElse(null);
        boolean open = end != null && end.isAfter(settings.machine().clock().instant());
        return open && token.find() && region != null && account != null && role != null
                ? sessions.sso(new Sessions.Sso(region, account, role, Secret.of(token.group(1))))
                : null;
    }

    /** Older profiles have it themselves, newer ones name a section that does. */
    private @Nullable String ssoSetting(String name) {
        return profile.property("sso_session")
                .flatMap(session -> settings.file() == null
                        ? Optional.empty()
                        : settings.file().getSection("sso-session", session))
                .flatMap(section -> section.property(name))
                .or(() -> profile.property(name))
                .orElse(null);
    }

    private AwsCredentialsProvider sdks() {
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
        Path cache = ssoCache();
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

    private Path ssoCache() {
        String key = profile.property("sso_session")
                .or(() -> profile.property(ProfileProperty.SSO_START_URL))
                .orElse("");
        return settings.machine().home().resolve(".aws/sso/cache/" + sha1(key) + ".json");
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
