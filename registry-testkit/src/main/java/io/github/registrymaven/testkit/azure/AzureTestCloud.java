package io.github.registrymaven.testkit.azure;

import io.github.registrymaven.testkit.CertificateAuthority;
import io.github.registrymaven.testkit.Faults;
import io.github.registrymaven.testkit.RecordedRequest;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * An Azure tenant with one container registry on loopback, in this JVM, over TLS of an authority of its own: Entra's token
 * endpoint, Resource Manager, and the registry with its token exchange and its data plane, to which docker-style clients push.
 * Role assignments are evaluated on all sides, in both modes. Thread-safe; {@link #close()} ends it.
 */
public final class AzureTestCloud implements AutoCloseable {
    private final CertificateAuthority authority;
    private final AcrState state;
    private final Entra entra;
    private final RoleAssignments roles;
    private final AcrLogins logins;
    private final TestRegistry services;

    AzureTestCloud(
            CertificateAuthority authority,
            AcrState state,
            Entra entra,
            RoleAssignments roles,
            AcrLogins logins,
            TestRegistry services) {
        this.authority = authority;
        this.state = state;
        this.entra = entra;
        this.roles = roles;
        this.logins = logins;
        this.services = services;
    }

    /** A cloud that is still to be described: a Basic registry that nobody may use. */
    public static AzureTestCloudBuilder builder() {
        return new AzureTestCloudBuilder();
    }

    /** The registry's host as references name it; {@link #registry()} is where it really is. */
    public String registryHost() {
        return state.host();
    }

    /** The registry to which docker-style clients push. */
    public TestRegistry registry() {
        return state.images();
    }

    /** Where Entra, Resource Manager and the machine's metadata service are, in the place of their hosts. */
    public String endpoint() {
        return services.url();
    }

    /** The services' hosts and the registry's, each with where it really is: {@code registry.endpoints} in the plugin. */
    public Map<String, String> endpoints() {
        return Map.of(
                "login.microsoftonline.com",
                endpoint(),
                "management.azure.com",
                endpoint(),
                "169.254.169.254",
                endpoint(),
                state.host(),
                state.images().url());
    }

    /** The authority's certificate as PEM, for those who are to trust it. */
    public Path certificate() {
        return authority.certificate();
    }

    /** A client's context that trusts it. */
    SSLContext client() throws IOException {
        return authority.client();
    }

    public String tenant() {
        return state.tenant();
    }

    public String resourceId() {
        return state.resourceId();
    }

    public String objectId(String name) {
        return entra.principal(name).objectId();
    }

    public String clientId(String name) {
        return String.valueOf(entra.principal(name).clientId());
    }

    /** The environment in which the SDK finds an application and its secret. */
    public Map<String, String> environment(String name, String secret) {
        return Map.of(
                "AZURE_CLIENT_ID", clientId(name),
                "AZURE_TENANT_ID", entra.principal(name).tenant(),
                "AZURE_CLIENT_SECRET", secret);
    }

    /** The administrator's password, where there is an administrator. */
    public String adminPassword() {
        return AcrState.ADMIN_PASSWORD;
    }

    /** What {@code az acr login} writes into docker's config as the null user's password; good for some seconds. */
    public String refreshToken(String name, int seconds) {
        return logins.refreshToken(new AcrLogins.Visitor.ByEntra(entra.principal(name)), seconds);
    }

    /** A token of Entra's for somebody, as the CLI would hold one. */
    public String entraToken(String name, String audience) {
        return entra.issue(entra.principal(name), audience);
    }

    /** Assigns a role on the registry. */
    public void assign(String name, BuiltInRole role) {
        roles.add(new RoleAssignments.One(objectId(name), role, state.resourceId(), null));
    }

    /** Puts an image without layers under a tag; returns its digest. */
    public String image(String repository, String tag) throws IOException {
        String config = state.images().putBlob(repository, new byte[] {'{', '}'});
        String type = "application/vnd.oci.image.manifest.v1+json";
        return state.images()
                .put(
                        repository,
                        tag,
                        type,
                        "{\"schemaVersion\":2,\"mediaType\":\"" + type
                                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                                + config + "\",\"size\":2},\"layers\":[],\"annotations\":{\"tag\":\"" + tag + "\"}}");
    }

    /** Sets {@code writeEnabled} to false: on a repository, on {@code repository:tag} or on {@code repository@digest}. */
    public void lock(String what) {
        state.lock(what);
    }

    /** Misbehaviour of Entra and Resource Manager to order; that of the registry is {@code registry().faults()}. */
    public Faults faults() {
        return services.faults();
    }

    /** The requests to Entra and Resource Manager that were answered so far. */
    public List<RecordedRequest> requests() {
        return services.requests();
    }

    @Override
    public void close() throws IOException {
        services.close();
        state.images().close();
        authority.close();
    }
}
