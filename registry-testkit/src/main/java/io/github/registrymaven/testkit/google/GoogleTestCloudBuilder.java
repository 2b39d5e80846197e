package io.github.registrymaven.testkit.google;

import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a {@link GoogleTestCloud}. The order of words does not matter. */
public final class GoogleTestCloudBuilder {
    private static final String FIRST_NUMBER = "123456789012";

    private String project = "acme-prod";
    private String location = "europe-west3";
    private Clock clock = Clock.systemUTC();
    private int port;
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final List<Described> repositories = new ArrayList<>();
    private final Map<String, String[]> roles = new LinkedHashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private final Set<String> pools = new LinkedHashSet<>();
    private @Nullable String machineAccount;
    private Set<String> machineScopes = Set.of();

    private record Described(String project, String location, String id, Consumer<RepositoryDescription> words) {}

    private enum Kind {
        /** Without a name, the cloud's own. */
        PROJECT,
        ACCOUNT
    }

    /** On a project or a service account. */
    private record Grant(Kind kind, String on, String role, String member) {}

    GoogleTestCloudBuilder() {}

    /** The project; acme-prod without this. */
    public GoogleTestCloudBuilder project(String id) {
        project = id;
        return this;
    }

    /** The location of repositories that name none; europe-west3 without this. */
    public GoogleTestCloudBuilder location(String name) {
        location = name;
        return this;
    }

    /** The time by which tokens end and signatures are judged. */
    public GoogleTestCloudBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** A port of the services' own instead of any free one. */
    public GoogleTestCloudBuilder port(int number) {
        port = number;
        return this;
    }

    /** A further project. */
    public GoogleTestCloudBuilder otherProject(String id) {
        others.add(id);
        return this;
    }

    /** A service account of the project, known by the part of its address before the {@code @}; it may do nothing yet. */
    public GoogleTestCloudBuilder account(String name) {
        accounts.add(name);
        return this;
    }

    /** A pool of federated identities, whose providers take tokens that name a subject. */
    public GoogleTestCloudBuilder pool(String id) {
        pools.add(id);
        return this;
    }

    /** The account of the machine, whose tokens the metadata server gives out, good for these scopes. */
    public GoogleTestCloudBuilder machine(String account, String... scopes) {
        machineAccount = account;
        machineScopes = scopes.length == 0 ? Set.of(AccessTokens.ALL_OF_THE_CLOUD) : Set.of(scopes);
        return this;
    }

    /** A role of the project's own, {@code projects/PROJECT/roles/NAME}. */
    public GoogleTestCloudBuilder role(String name, String... permissions) {
        roles.put(name, permissions);
        return this;
    }

    /**
     * Gives a member a role on the whole project.
     *
     * @param role Google's, such as {@code roles/artifactregistry.writer}, or the name of a role of the project's own
     * @param member as a binding names it; for a service account of this cloud its short name is enough
     */
    public GoogleTestCloudBuilder grant(String role, String member) {
        return grantOn("", role, member);
    }

    /** The same on a further project. */
    public GoogleTestCloudBuilder grantOn(String otherProject, String role, String member) {
        grants.add(new Grant(Kind.PROJECT, otherProject, role, member));
        return this;
    }

    /** Lets a member have tokens of a service account. */
    public GoogleTestCloudBuilder mayActAs(String member, String account) {
        grants.add(new Grant(Kind.ACCOUNT, account, "roles/iam.serviceAccountTokenCreator", member));
        return this;
    }

    /** A standard docker repository without settings. */
    public GoogleTestCloudBuilder repository(String id) {
        return repository(id, words -> {});
    }

    /** A repository; {@code gcr.io} and its like are served by the host of that name. */
    public GoogleTestCloudBuilder repository(String id, Consumer<RepositoryDescription> words) {
        repositories.add(new Described("", "", id, words));
        return this;
    }

    /** A repository in another location, or in another project as well. */
    public GoogleTestCloudBuilder repositoryIn(String otherProject, String otherLocation, String id) {
        repositories.add(new Described(otherProject, otherLocation, id, words -> {}));
        return this;
    }

    /** A host to push to, beside those of the repositories. */
    public GoogleTestCloudBuilder host(String name) {
        hosts.add(name);
        return this;
    }

    /** Starts it on loopback. */
    public GoogleTestCloud start() throws IOException {
        GoogleState state = new GoogleState(clock);
        List<String> ids = new ArrayList<>(List.of(project));
        ids.addAll(others);
        for (String id : ids) {
            state.add(new GoogleProject(id, String.valueOf(Long.parseLong(FIRST_NUMBER) + ids.indexOf(id))));
        }
        accounts.forEach(name -> state.accounts().add(email(name)));
        roles.forEach((name, permissions) -> state.roles().put(ownRole(name), permissions));
        for (Grant grant : grants) {
            state.bindings().grant(resource(grant), role(grant.role()), member(grant.member()));
        }
        Accounts keys = new Accounts();
        DockerTokens tokens = new DockerTokens(state, keys);
        GoogleEndpoint endpoint = GoogleEndpoint.open(state, port);
        Hosts served = new Hosts();
        furnish(state, tokens, endpoint, served);
        Set<String> known = new LinkedHashSet<>();
        pools.forEach(
                pool -> known.add("projects/" + FIRST_NUMBER + "/locations/global/workloadIdentityPools/" + pool));
        endpoint.add(new TokenEndpoint(state, keys));
        endpoint.add(new FederationEndpoint(state, known));
        endpoint.add(new IdentityProvider());
        endpoint.add(new IamApi(state));
        endpoint.add(new ResourceManagerApi(state));
        endpoint.add(new MetadataServer(
                state, machineAccount == null ? null : email(machineAccount), machineScopes, project));
        endpoint.add(new ArtifactRegistryApi(state, served));
        endpoint.add(tokens);
        return new GoogleTestCloud(project, location, state, keys, served, endpoint);
    }

    private void furnish(GoogleState state, DockerTokens tokens, GoogleEndpoint endpoint, Hosts served)
            throws IOException {
        hosts.add(location + "-docker.pkg.dev");
        repositories.forEach(each -> hosts.add(Hosts.of(location(each), each.id())));
        for (String host : hosts) {
            GoogleDoor door = new GoogleDoor(host, state, tokens, () -> endpoint.url() + DockerTokens.path(host));
            tokens.serve(host, door);
            served.add(
                    host, TestRegistry.builder().clock(clock).controlPlane(door).start());
        }
        for (Described each : repositories) {
            RepositoryDescription words = new RepositoryDescription();
            each.words().accept(words);
            String in = each.project().isEmpty() ? project : each.project();
            GarRepository made = words.described(in, location(each), each.id());
            GoogleProject owner = state.project(in);
            if (owner == null) {
                throw new IllegalArgumentException("The cloud has no project " + in + ".");
            }
            owner.add(made);
            words.bindings()
                    .forEach(binding ->
                            state.bindings().grant(made.name(), role(binding.role()), member(binding.member())));
            words.images().forEach(image -> put(served, made, image));
        }
    }

    private String resource(Grant grant) {
        if (grant.kind() == Kind.ACCOUNT) {
            return IamApi.resource(email(grant.on()));
        }
        return "projects/" + (grant.on().isEmpty() ? project : grant.on());
    }

    private static void put(Hosts served, GarRepository repository, String pathAndTag) {
        TestRegistry registry = served.find(Hosts.of(repository.location(), repository.id()));
        int colon = pathAndTag.lastIndexOf(':');
        if (registry != null) {
            registry.put(
                    Hosts.path(repository, pathAndTag.substring(0, colon)),
                    pathAndTag.substring(colon + 1),
                    "application/vnd.oci.image.manifest.v1+json",
                    // Each an image of its own.
                    "{\"schemaVersion\":2,\"layers\":[],\"annotations\":{\"made.for\":\"" + pathAndTag + "\"}}");
        }
    }

    private String location(Described repository) {
        if (!repository.location().isEmpty()) {
            return repository.location();
        }
        return Hosts.isGcr(repository.id()) ? Hosts.location(repository.id()) : location;
    }

    private String email(String name) {
        return name.contains("@") ? name : name + "@" + project + ".iam.gserviceaccount.com";
    }

    private String member(String named) {
        return named.contains(":") || named.startsWith("all") ? named : "serviceAccount:" + email(named);
    }

    private String role(String named) {
        return named.contains("/") ? named : ownRole(named);
    }

    private String ownRole(String name) {
        return "projects/" + project + "/roles/" + name;
    }
}
