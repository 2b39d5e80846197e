package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What {@code aws login} keeps for a profile: credentials for a quarter of an hour, which the CLI renews whenever it runs, for
 * twelve hours. The SDK's module that renews them does not resolve at this version, so they are taken as they are.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html">Login for AWS local development</a>
 * @param file of the cache
 * @param profile for messages
 */
record LoginSession(Path file, String profile, Instant now) implements AwsCredentialsProvider {
    private static final Pattern KEY = member("accessKeyId");
    private static final Pattern SECRET = member("secretAccessKey");
    private static final Pattern TOKEN = member("sessionToken");
    private static final Pattern EXPIRES = member("expiresAt");

    private static Pattern member(String name) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]{1,8000})\"");
    }

    /** @param session what the profile says that the login is of */
    static LoginSession of(AwsSettings settings, String session, String profile) {
        String folder = settings.variable("AWS_LOGIN_CACHE_DIRECTORY");
        Path cache = folder == null ? settings.machine().home().resolve(".aws/login/cache") : Path.of(folder);
        return new LoginSession(
                cache.resolve(CacheFile.digest("SHA-256", session) + ".json"),
                profile,
                settings.machine().clock().instant());
    }

    /** What can be seen to be wrong without asking; null where nothing is. */
    Caller.@Nullable Unusable problem() {
        String text = CacheFile.read(file);
        Remedy login = new Remedy("Log in again", List.of("aws login --profile " + profile), List.of());
        if (text == null || value(KEY, text).isEmpty()) {
            return new Caller.Unusable(
                    Cause.CREDENTIALS_MISSING,
                    "the AWS profile '" + profile + "' has no login on this machine",
                    List.of(text == null ? "there is no " + file : file + " holds no credentials"),
                    List.of(login));
        }
        Instant end = CacheFile.instant(value(EXPIRES, text));
        return end == null || end.isAfter(now)
                ? null
                : new Caller.Unusable(
                        Cause.CREDENTIALS_EXPIRED,
                        "the credentials of the login of the AWS profile '" + profile + "' have ended",
                        List.of("they ended at " + end),
                        List.of(
                                new Remedy(
                                        "Have the AWS CLI renew them, as it does for twelve hours whenever it runs",
                                        List.of("aws sts get-caller-identity --profile " + profile),
                                        List.of()),
                                login));
    }

    @Override
    public AwsCredentials resolveCredentials() {
        String text = CacheFile.read(file);
        String key = text == null ? "" : value(KEY, text);
        String secret = text == null ? "" : value(SECRET, text);
        if (text == null || key.isEmpty() || secret.isEmpty()) {
            throw SdkClientException.create("the login of the profile " + profile + " holds no credentials");
        }
        return AwsSessionCredentials.builder()
                .accessKeyId(key)
                .secretAccessKey(secret)
                .sessionToken(value(TOKEN, text))
                .expirationTime(CacheFile.instant(value(EXPIRES, text)))
                .build();
    }

    private static String value(Pattern member, String text) {
        Matcher found = member.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
