package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An AWS account on loopback, in this JVM, as far as pushing images goes: Amazon ECR, STS and IAM as the SDKs and the CLI
 * speak to them, signatures verified and policies weighed, and the registry to which docker-style clients push, which obeys
 * the same policies. Thread-safe; {@link #close()} ends it.
 */
public final class AwsTestCloud implements AutoCloseable {
    private final EcrRegions regions;
    private final EcrRegistry ecr;
    private final Directory directory;
    private final Keys keys;
    private final Sessions sessions;
    private final CredentialSources sources;
    private final @Nullable EcrPublic open;
    private final AwsEndpoint endpoint;

    AwsTestCloud(
            EcrRegions regions,
            Directory directory,
            Keys keys,
            Sessions sessions,
            CredentialSources sources,
            @Nullable EcrPublic open,
            AwsEndpoint endpoint) {
        this.regions = regions;
        this.ecr = regions.home().registry();
        this.directory = directory;
        this.keys = keys;
        this.sessions = sessions;
        this.sources = sources;
        this.open = open;
        this.endpoint = endpoint;
    }

    /** A cloud that is still to be described: one account, empty. */
    public static AwsTestCloudBuilder builder() {
        return new AwsTestCloudBuilder();
    }

    /** The address of all services, for {@code AWS_ENDPOINT_URL}. */
    public String endpoint() {
        return endpoint.url();
    }

    public String account() {
        return ecr.arns().account();
    }

    public String region() {
        return ecr.arns().region();
    }

    /** The host of the registry as references to Amazon ECR name it; {@link #registry()} is where it really is. */
    public String registryHost() {
        return ecr.arns().host();
    }

    /** The registry to which docker-style clients push. */
    public TestRegistry registry() {
        return ecr.images();
    }

    /** The public registry, in which names begin with the alias. */
    public TestRegistry publicRegistry() {
        if (open == null) {
            throw new IllegalStateException("The cloud was described without a public registry.");
        }
        return open.images();
    }

    /** The ARN of a repository, which need not exist. */
    public String repositoryArn(String name) {
        return ecr.arns().repository(name);
    }

    /** A new access key of a user. */
    public AwsKey userKey(String name) {
        return keys.issue(new Caller(known(directory.user(name), "user", name), null, null), null);
    }

    /** A new access key of the account's root. */
    public AwsKey rootKey() {
        return keys.issue(new Caller(directory.root(), null, null), null);
    }

    /** A new session of a role, for an hour. */
    public AwsKey session(String role, String name) {
        return session(role, name, null, Duration.ofHours(1));
    }

    /**
     * A new session of a role.
     *
     * @param policy what it is limited to, as JSON; null for no limit
     */
    public AwsKey session(String role, String name, @Nullable String policy, Duration lifetime) {
        return sessions.begin(known(directory.role(role), "role", role), name, policy, lifetime);
    }

    /** Where a container finds sessions of a role, for {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}. */
    public String containerCredentials(String role) {
        return endpoint() + CredentialSources.containerPath(role);
    }

    /** A token of single sign-on, as the AWS CLI keeps it below {@code ~/.aws/sso/cache}; it opens every role. */
    public String signOnToken() {
        return sources.signOnToken();
    }

    /** Ends the single sign-on: its token is refused from now on. */
    public void endSignOn() {
        sources.endSignOn();
    }

    /** Makes a key unknown, as one that was deleted. */
    public void revoke(AwsKey key) {
        keys.revoke(key.accessKeyId());
    }

    /** Makes a repository, where there is none of this name. */
    public void createRepository(String name, Consumer<RepositoryDescription> words) {
        RepositoryDescription description = new RepositoryDescription();
        words.accept(description);
        ecr.create(name, description);
    }

    /** Misbehaviour of the API to order; that of the registry is {@code registry().faults()}. */
    public AwsFaults faults() {
        return endpoint.faults();
    }

    /** The calls of the API that were answered so far, in that order. */
    public List<AwsCall> calls() {
        return endpoint.calls();
    }

    /** How often each action was called, such as {@code ecr:DescribeRepositories}. */
    public Map<String, Long> counts() {
        return endpoint.calls().stream()
                .collect(Collectors.groupingBy(AwsCall::action, TreeMap::new, Collectors.counting()));
    }

    /** Forgets the calls that were made so far. */
    public void forgetCalls() {
        endpoint.forget();
    }

    private static Identity known(@Nullable Identity identity, String kind, String name) {
        if (identity == null) {
            throw new IllegalArgumentException("The cloud has no " + kind + " " + name + ".");
        }
        return identity;
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
        regions.close();
        if (open != null) {
            open.images().close();
        }
    }
}
