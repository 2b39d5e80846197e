package io.github.registrymaven.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The role of the machine, from the metadata service of EC2. Elsewhere nothing answers at its address, and some networks
 * swallow the packets: that must not be felt.
 */
final class InstanceRole implements AwsCredentialsProvider {
    static final String NAME = "the instance's role";

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AwsCredentialsProvider metadata;
    private final Duration longest;

    InstanceRole(AwsCredentialsProvider metadata) {
        this(metadata, LONGEST);
    }

    /** @param longest how long it is waited for */
    InstanceRole(AwsCredentialsProvider metadata, Duration longest) {
        this.metadata = metadata;
        this.longest = longest;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return new TimedCredentials(metadata, () -> longest).resolveCredentials();
        } catch (SdkException | IllegalStateException absent) {
            throw SdkClientException.create("no metadata service of EC2 answers");
        }
    }
}
