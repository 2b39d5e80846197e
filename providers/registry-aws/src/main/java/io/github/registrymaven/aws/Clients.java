package io.github.registrymaven.aws;

import io.github.registrymaven.preflight.SurveyRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.endpoints.EcrEndpointProvider;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/** The SDK's clients for one registry: in its region, at the user's endpoints, through the engine. */
final class Clients implements Sessions {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Place place;
    private final AwsSettings settings;
    private final SurveyRequest request;
    private final EngineHttp http;

    Clients(Place place, AwsSettings settings, SurveyRequest request) {
        this.place = place;
        this.settings = settings;
        this.request = request;
        this.http = new EngineHttp(request.http());
    }

    EcrClient ecr(AwsCredentialsProvider caller) {
        return ecr(caller, place.region());
    }

    EcrClient ecr(AwsCredentialsProvider caller, String region) {
        return described(EcrClient.builder(), "ecr", "api.ecr", caller, region)
                .httpClient(http)
                .build();
    }

    StsClient sts(AwsCredentialsProvider caller) {
        return described(StsClient.builder(), "sts", "sts", caller, place.region())
                .httpClient(http)
                .build();
    }

    /** IAM is one service for a whole partition; any of its regions leads there. */
    IamClient iam(AwsCredentialsProvider caller) {
        return described(IamClient.builder(), "iam", "iam", caller, place.region())
                .httpClient(http)
                .build();
    }

    @Override
    public AwsCredentialsProvider webIdentity(WebIdentity identity) {
        return new WebIdentitySession(
                identity,
                settings.machine(),
                token -> StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                        .stsClient(sts(AnonymousCredentialsProvider.create()))
                        .refreshRequest(AssumeRoleWithWebIdentityRequest.builder()
                                .roleArn(identity.role())
                                .roleSessionName(identity.session())
                                .webIdentityToken(token)
                                .build())
                        .build());
    }

    @Override
    public AwsCredentialsProvider sso(Sso session) {
        SsoClient client = described(
                        SsoClient.builder(),
                        "sso",
                        "portal.sso",
                        AnonymousCredentialsProvider.create(),
                        session.region())
                .httpClient(http)
                .build();
        // By its public type: what builder() is declared to return is not.
        SsoCredentialsProvider.Builder builder = SsoCredentialsProvider.builder();
        return builder.ssoClient(client)
                .refreshRequest(GetRoleCredentialsRequest.builder()
                        .accountId(session.account())
                        .roleName(session.role())
                        .accessToken(session.token().reveal())
                        .build())
                .build();
    }

    @Override
    public AwsCredentialsProvider role(Role role, AwsCredentialsProvider source) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts(source))
                .refreshRequest(AssumeRoleRequest.builder()
                        .roleArn(role.arn())
                        .roleSessionName(role.session())
                        .externalId(role.externalId())
                        .build())
                .build();
    }

    @Override
    public AwsCredentialsProvider program(String command) {
        return new ProgramCredentials(command, settings.machine(), this::longest);
    }

    @Override
    public AwsCredentialsProvider inTime(AwsCredentialsProvider source) {
        return new TimedCredentials(source, this::longest);
    }

    /** A push has hours; a program that somebody has to answer may take a minute. */
    private Duration longest() {
        Duration left = request.http().deadline().remaining();
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    /** What the user named as an endpoint and is none; null where all are. */
    @Nullable
    String badEndpoint() {
        for (String service : List.of("ecr", "sts", "iam", "sso")) {
            String said = settings.endpointOf(service);
            if (said != null && !said.matches("https?://[A-Za-z0-9.:\\[\\]_-]+(/\\S*)?")) {
                return said.contains("@") ? "a URL with a login in it" : Trouble.line(said);
            }
        }
        return null;
    }

    private <B extends AwsClientBuilder<B, ?>> B described(
            B builder, String service, String name, AwsCredentialsProvider caller, String region) {
        builder.region(Region.of(region))
                .credentialsProvider(caller)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        // Twice, as everything in a preflight is asked; and nothing of the developer's own leaks in.
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(2)
                                .backoffStrategy(BackoffStrategy.fixedDelay(Duration.ofMillis(200)))
                                .throttlingBackoffStrategy(BackoffStrategy.fixedDelay(Duration.ofMillis(500)))
                                .build())
                        .defaultProfileFile(
                                settings.file() == null
                                        ? ProfileFile.aggregator().build()
                                        : settings.file())
                        .defaultProfileName(settings.profileName())
                        .build());
        URI endpoint = endpoint(service, name, region);
        // The SDK takes either an endpoint or the words for one.
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        } else if (!service.equals("iam")) {
            builder.fipsEnabled(place.fips());
            builder.dualstackEnabled(place.dualStack() && service.equals("ecr"));
        }
        return builder;
    }

    private @Nullable URI endpoint(String service, String name, String region) {
        String said = settings.endpointOf(service);
        if (said != null) {
            return URI.create(said);
        }
        return request.endpoints().get(service.equals("ecr") ? ecrHost(region) : otherHost(name, region));
    }

    /** IAM has one host for a partition, STS one for a region; elsewhere than here their names have no further forms. */
    private String otherHost(String name, String region) {
        String suffix = place.partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
        return name.equals("iam") && place.partition().equals("aws") ? "iam" + suffix : name + "." + region + suffix;
    }

    /** As the SDK has it: FIPS, dual stack and partitions change it. */
    private String ecrHost(String region) {
        return EcrEndpointProvider.defaultProvider()
                .resolveEndpoint(parameters -> parameters
                        .region(Region.of(region))
                        .useFips(place.fips())
                        .useDualStack(place.dualStack()))
                .join()
                .url()
                .getHost();
    }
}
