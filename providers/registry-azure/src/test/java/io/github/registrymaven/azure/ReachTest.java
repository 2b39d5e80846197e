package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.testkit.azure.AcrDescription;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachTest {
    private static final String NOWHERE = "https://no-such-registry.invalid";

    @TempDir
    private Path home;

    private static AzureTestCloud cloud(Consumer<AcrDescription> registry) throws IOException {
        return AzureTestCloud.builder()
                .registry(registry)
                .application("ci", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .application("auditor", who -> who.secret("planted").roleOnSubscription(BuiltInRole.READER))
                .start();
    }

    private static Finding broken(ImageReport report) {
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.FAIL);
        return Build.finding(report, "registry-reachable");
    }

    @Test
    void namesTheAddressThatTheFirewallSees() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium").firewall("203.0.113.7"))) {
            Finding finding = broken(new Build(cloud, home).loggedInAs("ci").check("team/app:1.0"));

            assertThat(finding.cause()).isEqualTo(Cause.NETWORK_RESTRICTED);
            assertThat(finding.summary())
                    .isEqualTo("contoso.azurecr.io/team/app refuses every request, such as from 203.0.113.7");
            assertThat(finding.remedies().get(0).commands())
                    .containsExactly("az acr network-rule add --name contoso --ip-address 203.0.113.7");
        }
    }

    @Test
    void tellsARegistryThatIsClosedToPublicNetworks() throws Exception {
        try (AzureTestCloud cloud = cloud(
                it -> it.sku("Premium").publicAccessDisabled("203.0.113.7").privateEndpoint())) {
            Finding finding = broken(new Build(cloud, home)
                    .as("auditor", "planted")
                    .loggedInAs("ci")
                    .check("team/app:1.0"));

            assertThat(finding.summary()).contains("takes no pushes over public networks");
            assertThat(finding.evidence().toString()).contains("a public address where a private one is due");
            assertThat(finding.remedies().toString()).contains("private-dns").doesNotContain("network-rule");
        }
    }

    @Test
    void knowsFromTheNameWhetherItsAddressIsPublicWhereAPrivateOneIsDue() throws Exception {
        try (AzureTestCloud cloud = cloud(
                it -> it.sku("Premium").publicAccessDisabled("203.0.113.7").privateEndpoint())) {
            Build build = new Build(cloud, home).as("auditor", "planted").loggedInAs("ci");

            Finding there = broken(build.resolving("20.50.60.70").check("team/app:1.0"));
            Finding here = broken(build.resolving("10.1.2.3").check("team/app:1.0"));

            assertThat(there.evidence().toString())
                    .contains("20.50.60.70: a public address where a private one is due");
            assertThat(there.remedies().toString()).contains("private-dns");
            assertThat(here.evidence().toString()).contains("10.1.2.3, a private one, as is due");
            assertThat(here.remedies().toString()).doesNotContain("private-dns");
        }
    }

    @Test
    void saysThatNoWayLeadsToAPrivateEndpoint() throws Exception {
        List<Socket> queued = new ArrayList<>();
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium").privateEndpoint());
                ServerSocket silent = full(queued)) {
            Finding finding = broken(new Build(cloud, home)
                    .as("auditor", "planted")
                    .loggedInAs("ci")
                    .at(cloud.registryHost(), "https://127.0.0.1:" + silent.getLocalPort())
                    .patience(Duration.ofMillis(700), Duration.ofSeconds(20))
                    .resolving("10.1.2.3")
                    .check("team/app:1.0"));

            assertThat(finding.cause()).isEqualTo(Cause.CONNECTION_TIMEOUT);
            assertThat(finding.summary()).endsWith("no way leads from here to its private endpoint");
            assertThat(finding.evidence())
                    .contains("here its name has the address 10.1.2.3, of a private endpoint of it");
        } finally {
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }

    /** A listener whose queue is full: the kernel drops whatever else wants to connect. */
    private static ServerSocket full(List<Socket> queued) throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int tried = 0; tried < 20; tried++) {
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(listener.getLocalSocketAddress(), 50);
            } catch (SocketTimeoutException isFull) {
                break;
            }
        }
        return listener;
    }

    @Test
    void tellsARegistryThatDoesNotExistFromOneThatIsHidden() throws Exception {
        try (AzureTestCloud absent = cloud(it -> it.doesNotExist());
                AzureTestCloud hidden = cloud(it -> it.sku("Basic"))) {
            Finding missing = broken(new Build(absent, home)
                    .as("ci", "planted")
                    .at(absent.registryHost(), NOWHERE)
                    .check("team/app:1.0"));
            Finding unseen = broken(new Build(hidden, home)
                    .as("ci", "planted")
                    .at(hidden.registryHost(), NOWHERE)
                    .check("team/app:1.0"));

            assertThat(missing.cause()).isEqualTo(Cause.PROJECT_OR_ACCOUNT_NOT_FOUND);
            assertThat(missing.summary()).endsWith("there is no registry of the name contoso");
            assertThat(unseen.cause()).isEqualTo(Cause.REGISTRY_UNREACHABLE_DNS);
            assertThat(unseen.evidence().toString()).contains("which this caller may not read");
        }
    }

    @Test
    void namesTheLoginServerThatTheRegistryHas() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            ImageReport report = new Build(cloud, home)
                    .as("auditor", "planted")
                    .at("contoso-a1b2c3.azurecr.io", NOWHERE)
                    .checkAll("contoso-a1b2c3.azurecr.io/team/app:1.0")
                    .images()
                    .get(0);

            assertThat(broken(report).cause()).isEqualTo(Cause.INVALID_IMAGE_REFERENCE);
            assertThat(broken(report).summary()).endsWith("its registry is at contoso.azurecr.io");
        }
    }

    /** With labels in their hosts' names, registries of one name may be several, and of other tenants. */
    @Test
    void takesNoOtherRegistryOfThatNameForTheOneAtTheHost() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium"))) {
            ImageReport report = new Build(cloud, home)
                    .as("auditor", "planted")
                    .at("contoso-a1b2c3.azurecr.io", cloud.registry().url())
                    .checkAll("contoso-a1b2c3.azurecr.io/team/app:1.0")
                    .images()
                    .get(0);

            assertThat(report.checks()).extracting(Finding::id).doesNotContain("registry-standing");
        }
    }

    @Test
    void findsTheRegistryAtTheHostAmongThoseOfItsName() throws Exception {
        String registries = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/";
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            cloud.faults()
                    .on("POST", "/providers/Microsoft.ResourceGraph/*")
                    .answer(
                            200,
                            "{\"data\":[{\"id\":\"" + registries
                                    + "contoso\",\"sku\":{\"name\":\"Basic\"},\"properties\":"
                                    + "{\"loginServer\":\"contoso-a1b2c3.azurecr.io\"}},{\"id\":\"" + registries
                                    + "contoso\",\"sku\":{\"name\":\"Premium\"},\"properties\":"
                                    + "{\"loginServer\":\"contoso.azurecr.io\"}}]}");

            ImageReport report = new Build(cloud, home)
                    .as("auditor", "planted")
                    .loggedInAs("ci")
                    .check("team/app:1.0");

            assertThat(Build.finding(report, "registry-standing").evidence())
                    .contains("SKU is Premium, says Resource Manager");
        }
    }

    @Test
    void saysThatAPrivateNameIsNotKnownHere() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium").privateEndpoint())) {
            Finding finding = broken(new Build(cloud, home)
                    .as("auditor", "planted")
                    .at(cloud.registryHost(), NOWHERE)
                    .check("team/app:1.0"));

            assertThat(finding.summary()).endsWith("the registry exists, its name has no address here");
            assertThat(finding.remedies().get(0).commands().get(0)).contains("privatelink.azurecr.io");
        }
    }

    @Test
    void saysThatTheLoginsAreForAnotherCloud() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            Finding finding = broken(new Build(cloud, home)
                    .as("ci", "planted")
                    .variable("AZURE_AUTHORITY_HOST", "https://login.chinacloudapi.cn/")
                    .at("login.chinacloudapi.cn", cloud.endpoint())
                    .at(cloud.registryHost(), NOWHERE)
                    .check("team/app:1.0"));

            assertThat(finding.evidence().toString()).contains("of another cloud than contoso.azurecr.io");
        }
    }

    @Test
    void anUploadThatWasOpenedOutweighsWhatThePingAnswered() {
        ImageReference image =
                ((ParsedReference.Valid) ImageReference.parse("contoso.azurecr.io/team/app:1.0")).reference();
        Place place = new Place("contoso.azurecr.io", "contoso", "https://login.test", "https://management.test");
        Facts facts = new Facts(
                new Caller.Unusable(Cause.CREDENTIALS_MISSING, null, null, "there is none", List.of(), List.of()),
                new Reach.Reached(
                        URI.create("https://contoso.azurecr.io"),
                        answer(403, "client with IP '203.0.113.7' is not allowed access."),
                        Reach.Protection.TLS),
                List.of(),
                new RegistrySeen.Hidden(null, List.of()),
                null,
                Facts.Exchange.NOT_ASKED,
                Map.of());
        CredentialLookup nobody = new CredentialLookup.None(List.of());
        ReachFinding finding = new ReachFinding(place, facts);

        assertThat(finding.of(new Sight(image, nobody, answer(202, ""), null, null)))
                .isNull();
        assertThat(finding.of(new Sight(image, nobody, answer(403, ""), null, null)))
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.FAIL);
        assertThat(finding.of(new Sight(image, nobody, null, null, null))).isNotNull();
    }

    private static HttpAnswer answer(int status, String message) {
        return new HttpAnswer(
                URI.create("https://contoso.azurecr.io/v2/"),
                status,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                ("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + message + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
