package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud on loopback, in this JVM, as far as pushing images goes: Artifact Registry, IAM, Resource Manager, the token
 * services and the metadata server as client libraries speak to them, bindings evaluated, and the registries to which
 * docker-style clients push, which obey the same bindings. Thread-safe; {@link #close()} ends it.
 */
public final class GoogleTestCloud implements AutoCloseable {
    private final String project;
    private final String location;
    private final GoogleState state;
    private final Accounts accounts;
    private final Hosts hosts;
    private final GoogleEndpoint endpoint;

    GoogleTestCloud(
            String project,
            String location,
            GoogleState state,
            Accounts accounts,
            Hosts hosts,
            GoogleEndpoint endpoint) {
        this.project = project;
        this.location = location;
        this.state = state;
        this.accounts = accounts;
        this.hosts = hosts;
        this.endpoint = endpoint;
    }

    /** A cloud that is still to be described: one project, empty. */
    public static GoogleTestCloudBuilder builder() {
        return new GoogleTestCloudBuilder();
    }

    /** The address of all services. */
    public String endpoint() {
        return endpoint.url();
    }

    public String project() {
        return project;
    }

    /** The host of the home location as references name it; {@link #registry()} is where it really is. */
    public String registryHost() {
        return location + "-docker.pkg.dev";
    }

    /** The registry of the home location. */
    public TestRegistry registry() {
        return registry(registryHost());
    }

    /** The registry of a host, such as {@code gcr.io}. */
    public TestRegistry registry(String host) {
        TestRegistry registry = hosts.find(host);
        if (registry == null) {
            throw new IllegalArgumentException("The cloud serves no host " + host + ", only " + hosts.names() + ".");
        }
        return registry;
    }

    /** Where Google's hosts really are here: what {@code registry.endpoints} needs. */
    public Map<String, URI> endpoints() {
        Map<String, URI> all = new TreeMap<>();
        for (String service :
                List.of("artifactregistry", "oauth2", "sts", "iam", "iamcredentials", "cloudresourcemanager")) {
            all.put(service + ".googleapis.com", URI.create(endpoint.url()));
        }
        hosts.names().forEach(host -> all.put(host, URI.create(registry(host).url())));
        return all;
    }

    /** The metadata server, for {@code GCE_METADATA_HOST}. */
    public String metadataHost() {
        return URI.create(endpoint.url()).getAuthority();
    }

    /** The e-mail address of a service account of the project. */
    public String email(String account) {
        return account.contains("@") ? account : account + "@" + project + ".iam.gserviceaccount.com";
    }

    /** A new key of a service account, as a file. */
    public String keyFile(String account) {
        return accounts.keyFile(email(account), project);
    }

    /** Makes all keys of a service account unknown, as those that were deleted. */
    public void revokeKeys(String account) {
        accounts.revokeKeys(email(account));
    }

    /** A new session of somebody, as the file that {@code gcloud auth application-default login} writes. */
    public String userFile(String email) {
        return accounts.userFile(email, project);
    }

    /** Ends all sessions of somebody. */
    public void endSessions(String email) {
        accounts.endSessions(email);
    }

    /** A token of another identity provider that names a subject. */
    public String subjectToken(String subject) {
        return Accounts.subjectToken(subject);
    }

    /** The member that a subject of a pool is. */
    public String principal(String pool, String subject) {
        return "principal://iam.googleapis.com/" + pool(pool) + "/subject/" + subject;
    }

    /**
     * A file for workload identity federation.
     *
     * @param token where the token of the other identity provider is
     * @param account the service account to become; null for none
     */
    public String federationFile(String pool, Path token, @Nullable String account) {
        return federationFile(pool, GoogleJson.object("file", token.toString()), account);
    }

    /** The same where the other identity provider gives tokens itself, as that of GitHub Actions does. */
    public String federationFile(String pool, String subject, @Nullable String account) {
        JsonObject source = GoogleJson.object("url", endpoint.url() + IdentityProvider.path(subject));
        source.add("headers", GoogleJson.object("Authorization", "Bearer " + IdentityProvider.REQUEST_TOKEN));
        source.add("format", GoogleJson.object("type", "json", "subject_token_field_name", "value"));
        return federationFile(pool, source, account);
    }

    /** The same for whom AWS knows by a key: where it is from, in the words of the file's own format. */
    public String federationFileOfAws(String pool, String source) {
        JsonObject file = GoogleJson.parse(federationFile(pool, GoogleJson.parse(source), null));
        file.addProperty("subject_token_type", FederationEndpoint.OF_AWS);
        return file.toString();
    }

    /** The same with a source in the words of the file's own format, such as {@code {"executable": …}}. */
    public String federationFileFrom(String pool, String source) {
        return federationFile(pool, GoogleJson.parse(source), null);
    }

    private String federationFile(String pool, JsonObject source, @Nullable String account) {
        JsonObject file = GoogleJson.object(
                "universe_domain", "googleapis.com",
                "type", "external_account",
                "audience", "//iam.googleapis.com/" + pool(pool) + "/providers/ci",
                "subject_token_type", "urn:ietf:params:oauth:token-type:jwt",
                "token_url", "https://sts.googleapis.com/v1/token");
        file.add("credential_source", source);
        if (account != null) {
            file.addProperty("service_account_impersonation_url", impersonation(account));
        }
        return file.toString();
    }

    /** A file with which somebody else's credentials become a service account. */
    public String impersonationFile(String sourceFile, String account) {
        JsonObject file = GoogleJson.object(
                "type", "impersonated_service_account", "service_account_impersonation_url", impersonation(account));
        file.add("source_credentials", GoogleJson.parse(sourceFile));
        return file.toString();
    }

    private String impersonation(String account) {
        return "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/" + email(account)
                + ":generateAccessToken";
    }

    private String pool(String id) {
        GoogleProject home = state.project(project);
        return "projects/" + (home == null ? "0" : home.number()) + "/locations/global/workloadIdentityPools/" + id;
    }

    /** A new access token of a member, good for an hour. */
    public String accessToken(String member) {
        return accessToken(member, Duration.ofHours(1));
    }

    /** A new access token of a member. */
    public String accessToken(String member, Duration life) {
        return state.tokens()
                .issue(
                        member.contains(":") ? member : "serviceAccount:" + email(member),
                        Set.of(AccessTokens.ALL_OF_THE_CLOUD),
                        life);
    }

    /** Makes a token unknown. */
    public void revoke(String accessToken) {
        state.tokens().revoke(accessToken);
    }

    /** Keeps everybody out of the project, at the API and at the registries; null lets them in again. */
    public void trouble(@Nullable ProjectTrouble kind) {
        GoogleProject home = state.project(project);
        if (home != null) {
            home.trouble(kind);
        }
    }

    /** The repositories of the project, {@code LOCATION/ID}. */
    public List<String> repositories() {
        GoogleProject home = state.project(project);
        return home == null
                ? List.of()
                : home.all().stream()
                        .map(repository -> repository.location() + "/" + repository.id())
                        .toList();
    }

    /** Misbehaviour of the services to order; that of a registry is {@code registry().faults()}. */
    public GoogleFaults faults() {
        return endpoint.faults();
    }

    /** The calls that were answered so far, in that order. */
    public List<GoogleCall> calls() {
        return endpoint.calls();
    }

    /** How often each method was called. */
    public Map<String, Long> counts() {
        return endpoint.calls().stream()
                .collect(Collectors.groupingBy(GoogleCall::method, TreeMap::new, Collectors.counting()));
    }

    /** Forgets the calls that were made so far. */
    public void forgetCalls() {
        endpoint.forget();
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
        hosts.close();
    }
}
