package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.nio.file.Path;
import java.time.Instant;
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
                || has(ProfileProperty.LOGIN_SESSION)
                || isSso();
    }

    /** The same in a shell. Its variables name the profile there too, and what is set for Maven alone has to be said. */
    AwsCli cli() {
        String named = " --profile " + profile.name();
        boolean ofMaven = settings.isForThisHost() || settings.isOfTheJvm();
        Profile source = source();
        AwsCli under = source == null ? AwsCli.PLAIN : new ProfileSource(settings, source, sessions).cli();
        String login = has(ProfileProperty.ROLE_ARN)
                ? under.login()
                : isSso() ? "aws sso login" + named : has(ProfileProperty.LOGIN_SESSION) ? "aws login" + named : null;
        String export = has(ProfileProperty.ROLE_ARN) && has(ProfileProperty.MFA_SERIAL)
                ? "eval \"$(aws configure export-credentials" + named + " --format env)\""
                : under.export();
        return new AwsCli(ofMaven ? named : "", login, export);
    }

    /** The profile whose credentials assume the role; null where there is no other one. */
    private @Nullable Profile source() {
        return profile.property(ProfileProperty.SOURCE_PROFILE)
                .filter(name -> has(ProfileProperty.ROLE_ARN) && !name.equals(profile.name()))
                .flatMap(name -> settings.file() == null
                        ? Optional.empty()
                        : settings.file().profile(name))
                // A chain of roles, and one that names itself, are left to the SDK, which knows when to end.
                .filter(source -> source.property(ProfileProperty.ROLE_ARN).isEmpty())
                .orElse(null);
    }

    /**
     * The frequent kinds go out through the engine, with the build's proxies. The rest is the SDK's: a session that
     * is to be renewed, credentials of the machine.
     */
    AwsCredentialsProvider provider() {
        AwsCredentialsProvider ours = ours();
        return ours == null ? sessions.inTime(sdks()) : ours;
    }

    private @Nullable AwsCredentialsProvider ours() {
        if (has(ProfileProperty.ROLE_ARN)) {
            return role();
        }
        if (isSso()) {
            return ssoRole();
        }
        LoginSession login = loginSession();
        return login == null ? program() : login;
    }

    private @Nullable LoginSession loginSession() {
        return profile.property(ProfileProperty.LOGIN_SESSION)
                .filter(session -> !isSso() && !has(ProfileProperty.ROLE_ARN))
                .map(session -> LoginSession.of(settings, session, profile.name()))
                .orElse(null);
    }

    /** Nobody asks for the code of an MFA device here, nor does the SDK: it is tried without. */
    private @Nullable AwsCredentialsProvider role() {
        Profile source = source();
        if (source == null || has(ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
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
        String text = CacheFile.read(ssoCache());
        Matcher token = TOKEN.matcher(text == null ? "" : text);
        Matcher expires = EXPIRES.matcher(text == null ? "" : text);
        Instant end = expires.find() ? CacheFile.instant(expires.group(1)) : null;
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
        if (has(ProfileProperty.ROLE_ARN)) {
            Profile source = source();
            return source == null ? null : new ProfileSource(settings, source, sessions).problem();
        }
        LoginSession login = loginSession();
        return isSso() ? sso() : login == null ? null : login.problem();
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
        String text = CacheFile.read(cache);
        if (text == null) {
            return expired(Cause.CREDENTIALS_MISSING, "has no SSO session on this machine", "there is no " + cache);
        }
        Matcher expires = EXPIRES.matcher(text);
        // With a refresh token the SDK renews the session by itself.
        if (text.contains("\"refreshToken\"") || !expires.find()) {
            return null;
        }
        Instant end = CacheFile.instant(expires.group(1));
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
        return settings.machine().home().resolve(".aws/sso/cache/" + CacheFile.digest("SHA-1", key) + ".json");
    }
}
