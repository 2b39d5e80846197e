package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes an {@link AwsTestCloud}. The order of words does not matter. */
public final class AwsTestCloudBuilder {
    private String account = "123456789012";
    private String region = "eu-central-1";
    private Clock clock = Clock.systemUTC();
    private int port;
    private final List<Described> principals = new ArrayList<>();
    private final Map<String, Consumer<RepositoryDescription>> repositories = new LinkedHashMap<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, String> cacheRules = new LinkedHashMap<>();
    private final List<Policy> serviceControl = new ArrayList<>();
    private final List<ScanSettings.Rule> scanRules = new ArrayList<>();
    private String scanType = "BASIC";
    private @Nullable Policy endpointPolicy;
    private @Nullable String registryPolicy;
    private @Nullable String instanceRole;
    private @Nullable String publicAlias;
    private List<String> publicRepositories = List.of();
    private Consumer<TestRegistryBuilder> registry = builder -> {};

    private record Described(Identity.Kind kind, String name, Consumer<PrincipalDescription> words) {}

    private record Elsewhere(String region, String name) {}

    private record Template(String prefix, List<String> appliedFor, Consumer<RepositoryDescription> words) {}

    AwsTestCloudBuilder() {}

    /** The account whose registry it is; 123456789012 without this. */
    public AwsTestCloudBuilder account(String id) {
        account = id;
        return this;
    }

    /** The region; eu-central-1 without this. */
    public AwsTestCloudBuilder region(String name) {
        region = name;
        return this;
    }

    /** The time by which tokens and sessions end and signatures are judged. */
    public AwsTestCloudBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** A port of the API's own instead of any free one. */
    public AwsTestCloudBuilder port(int number) {
        port = number;
        return this;
    }

    /** An IAM user. */
    public AwsTestCloudBuilder user(String name, Consumer<PrincipalDescription> words) {
        principals.add(new Described(Identity.Kind.USER, name, words));
        return this;
    }

    /** An IAM role, whose sessions {@link AwsTestCloud#session} begins. */
    public AwsTestCloudBuilder role(String name, Consumer<PrincipalDescription> words) {
        principals.add(new Described(Identity.Kind.ROLE, name, words));
        return this;
    }

    /** The role of the machine, whose sessions the metadata service of an instance gives out. */
    public AwsTestCloudBuilder instanceRole(String role) {
        instanceRole = role;
        return this;
    }

    /** A public registry beside the private one: {@code public.ecr.aws/alias} with these repositories. */
    public AwsTestCloudBuilder publicRegistry(String alias, String... names) {
        publicAlias = alias;
        publicRepositories = List.of(names);
        return this;
    }

    /** A repository with AWS's defaults. */
    public AwsTestCloudBuilder repository(String name) {
        return repository(name, words -> {});
    }

    /** A repository. */
    public AwsTestCloudBuilder repository(String name, Consumer<RepositoryDescription> words) {
        repositories.put(name, words);
        return this;
    }

    /** A repository with AWS's defaults in another region, where calls find it that are signed for that region. */
    public AwsTestCloudBuilder repositoryIn(String otherRegion, String name) {
        elsewhere.add(new Elsewhere(otherRegion, name));
        return this;
    }

    /** Lets a push make repositories below a prefix; {@code ROOT} for all that no other template is for. */
    public AwsTestCloudBuilder createOnPush(String prefix, Consumer<RepositoryDescription> words) {
        return creationTemplate(prefix, List.of(CreationTemplate.ON_PUSH), words);
    }

    /**
     * A creation template.
     *
     * @param appliedFor any of {@code CREATE_ON_PUSH}, {@code PULL_THROUGH_CACHE}, {@code REPLICATION}
     */
    public AwsTestCloudBuilder creationTemplate(
            String prefix, List<String> appliedFor, Consumer<RepositoryDescription> words) {
        templates.add(new Template(prefix, appliedFor, words));
        return this;
    }

    /** A rule that fills repositories below a prefix from elsewhere. It is told of, but nothing is fetched. */
    public AwsTestCloudBuilder pullThroughCache(String prefix, String upstream) {
        cacheRules.put(prefix, upstream);
        return this;
    }

    /** How the registry scans: {@code BASIC}, as without this, or {@code ENHANCED}. */
    public AwsTestCloudBuilder scanType(String type) {
        scanType = type;
        return this;
    }

    /**
     * A rule of the registry's scanning.
     *
     * @param frequency {@code SCAN_ON_PUSH}, {@code CONTINUOUS_SCAN} or {@code MANUAL}
     * @param repositories filters; without a {@code *} they are for all names that contain them
     */
    public AwsTestCloudBuilder scanRule(String frequency, String... repositories) {
        scanRules.add(new ScanSettings.Rule(frequency, List.of(repositories)));
        return this;
    }

    /**
     * A policy of the organization, as JSON, in place of the one that allows everything: what is to stay allowed must be in
     * one of them. A denial by it names its ARN.
     */
    public AwsTestCloudBuilder serviceControlPolicy(String id, String json) {
        String arn = "arn:aws:organizations::999999999999:policy/o-example/service_control_policy/" + id;
        serviceControl.add(Policy.read(id, arn, json));
        return this;
    }

    /** The policy of the VPC endpoint through which Amazon ECR is reached, as JSON. */
    public AwsTestCloudBuilder endpointPolicy(String json) {
        endpointPolicy = Policy.read("endpoint", null, json);
        return this;
    }

    /** The policy of the whole registry, as JSON; it bears on every action of Amazon ECR, as with version 2 of its scope. */
    public AwsTestCloudBuilder registryPolicy(String json) {
        registryPolicy = json;
        return this;
    }

    /** More words about the registry of the images, such as TLS or a port. */
    public AwsTestCloudBuilder registry(Consumer<TestRegistryBuilder> words) {
        registry = registry.andThen(words);
        return this;
    }

    /** Starts it on loopback. */
    public AwsTestCloud start() throws IOException {
        Arns arns = new Arns(account, region);
        Directory directory = new Directory(arns);
        for (Described described : principals) {
            PrincipalDescription words = new PrincipalDescription(described.kind(), described.name(), arns);
            described.words().accept(words);
            directory.add(words.described(id(described.kind(), described.name())));
        }
        Keys keys = new Keys();
        Sessions sessions = new Sessions(keys, clock);
        EcrRegions regions = new EcrRegions(arns, clock, serviceControl, endpointPolicy, registry);
        furnish(regions.home().registry());
        for (Elsewhere other : elsewhere) {
            regions.of(other.region()).registry().create(other.name(), new RepositoryDescription());
        }
        EcrPublic open = publicRegistry(arns, regions.authorizer(arns));
        AwsApi api = new AwsApi(
                new Authenticator(keys, clock),
                regions,
                open,
                new Sts(directory, sessions, new WebIdentities(clock)).answers(),
                new Iam(directory, regions.authorizer(arns)).answers());
        CredentialSources sources = new CredentialSources(directory, sessions, clock, instanceRole);
        AwsEndpoint endpoint = AwsEndpoint.open(api, sources, clock, port);
        return new AwsTestCloud(regions, directory, keys, sessions, sources, open, endpoint);
    }

    private @Nullable EcrPublic publicRegistry(Arns arns, Authorizer authorizer) throws IOException {
        if (publicAlias == null) {
            return null;
        }
        DockerTokens tokens = new DockerTokens(clock);
        EcrPublicDoor door = new EcrPublicDoor(arns, publicAlias, publicRepositories, tokens, authorizer);
        TestRegistry images =
                TestRegistry.builder().clock(clock).controlPlane(door).start();
        return new EcrPublic(arns, publicAlias, publicRepositories, authorizer, tokens, images, clock);
    }

    private void furnish(EcrRegistry ecr) {
        for (Template template : templates) {
            ecr.templates()
                    .add(new CreationTemplate(
                            template.prefix(), template.appliedFor(), described(template.words()), clock.instant()));
        }
        cacheRules.forEach(
                (prefix, upstream) -> ecr.cacheRules().add(new CacheRule(prefix, upstream, clock.instant())));
        ecr.policy(registryPolicy);
        ecr.scanning(new ScanSettings(scanType, scanRules));
        repositories.forEach((name, words) -> ecr.create(name, described(words)));
    }

    private static RepositoryDescription described(Consumer<RepositoryDescription> words) {
        RepositoryDescription description = new RepositoryDescription();
        words.accept(description);
        return description;
    }

    /** An id that is the same in each cloud, unlike any real one, and told apart by its first letters as those are. */
    private static String id(Identity.Kind kind, String name) {
        return (kind == Identity.Kind.USER ? "AIDA" : "AROA") + "-" + name;
    }
}
