package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Secret;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Makes sessions of what a source of credentials has at hand. Nothing is sent before credentials are first asked for. */
interface Sessions {
    /** The role that a CI runner's token is for. */
    AwsCredentialsProvider webIdentity(WebIdentity identity);

    /** A role of an account, for a session of IAM Identity Center that is open. */
    AwsCredentialsProvider sso(Sso session);

    /** A role that other credentials may assume. */
    AwsCredentialsProvider role(Role role, AwsCredentialsProvider source);

    /** Credentials that a program prints. */
    AwsCredentialsProvider program(String command);

    /** A source of the SDK's own, not waited for longer than there is time. */
    AwsCredentialsProvider inTime(AwsCredentialsProvider source);

    /** A token in a file, and the role it is for. */
    record WebIdentity(String tokenFile, String role, String session) {}

    /** An open session; its text does not show the token. */
    record Sso(String region, String account, String role, Secret token) {}

    /** A role to assume. */
    record Role(String arn, String session, @Nullable String externalId) {}
}
