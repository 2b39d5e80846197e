package io.github.registrymaven.testkit.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The SDK's clients for one key: they try once, and read nothing of the developer's own. */
final class AwsClients implements AutoCloseable {
    private final String endpoint;
    private final AwsCredentials credentials;
    private Region region = Region.EU_CENTRAL_1;
    private final List<SdkAutoCloseable> open = new ArrayList<>();

    AwsClients(String endpoint, String keyId, String secret, @Nullable String token) {
        this.endpoint = endpoint;
        this.credentials = token == null
                ? AwsBasicCredentials.create(keyId, secret)
                : AwsSessionCredentials.create(keyId, secret, token);
    }

    static AwsClients of(AwsTestCloud cloud, AwsKey key) {
        return new AwsClients(cloud.endpoint(), key.accessKeyId(), key.secretAccessKey(), key.sessionToken());
    }

    AwsClients in(String otherRegion) {
        region = Region.of(otherRegion);
        return this;
    }

    EcrClient ecr() {
        return kept(made(EcrClient.builder()).build());
    }

    StsClient sts() {
        return kept(made(StsClient.builder()).build());
    }

    IamClient iam() {
        return kept(made(IamClient.builder()).build());
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B made(B builder) {
        return builder.endpointOverride(URI.create(endpoint))
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(Duration.ofSeconds(60))
                        .build());
    }

    private <C extends SdkAutoCloseable> C kept(C client) {
        open.add(client);
        return client;
    }

    @Override
    public void close() {
        open.forEach(SdkAutoCloseable::close);
    }
}
