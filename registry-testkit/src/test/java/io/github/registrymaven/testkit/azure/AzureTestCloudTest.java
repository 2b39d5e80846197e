package io.github.registrymaven.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.SmallImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both sides of the cloud agree, and answer as documented. Certain are: the requests and claims of the registry's exchange
 * (AAD-OAuth.md), Resource Manager's and the registry's error formats, the AADSTS codes, the names of roles and their actions,
 * and that AcrPush counts for nothing where roles are by repository. Not certain: which status the exchange gives somebody
 * without a role, that pull brings the right to read locks, and what Resource Graph shows to whom.
 */
class AzureTestCloudTest {
    private static AzureTestCloud cloud;
    private static AzureTestCloud byRepository;

    @BeforeAll
    static void start() throws IOException {
        cloud = AzureTestCloud.builder()
                .registry(it -> it.adminUser().token("ci-token", "planted", "team/*", "content/read", "content/write"))
                .application(
                        "pusher",
                        who -> who.secret("planted").expiredSecret("old").role(BuiltInRole.ACR_PUSH))
                .application("puller", who -> who.federated("assertion").role(BuiltInRole.ACR_PULL))
                .application("stranger", who -> who.secret("planted"))
                .application("foreigner", who -> who.tenant("other-tenant").role(BuiltInRole.OWNER))
                .user("reader@contoso.test", who -> who.roleOnSubscription(BuiltInRole.READER))
                .managedIdentity("machine", who -> who.role(BuiltInRole.ACR_PUSH))
                .start();
        byRepository = AzureTestCloud.builder()
                .registry(it -> it.rolesByRepository())
                .application("pusher", who -> who.role(BuiltInRole.ACR_PUSH))
                .application("owner", who -> who.role(BuiltInRole.OWNER))
                .application("writer", who -> who.role(BuiltInRole.REPOSITORY_WRITER, "team/"))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        cloud.close();
        byRepository.close();
    }

    private static AzureClient client() throws Exception {
        return new AzureClient(cloud);
    }

    @Test
    void entraTellsSecretsApart() throws Exception {
        String id = cloud.clientId("pusher");

        assertThat(client().login(cloud.tenant(), id, "planted").status()).isEqualTo(200);
        assertThat(client().login(cloud.tenant(), id, "wrong").text()).contains("AADSTS7000215");
        assertThat(client().login(cloud.tenant(), id, "old").text()).contains("AADSTS7000222");
        assertThat(client().login(cloud.tenant(), "nobody", "planted").text()).contains("AADSTS700016");
        assertThat(client().login("nowhere", id, "planted").text()).contains("AADSTS90002");
    }

    @Test
    void entraTakesAFederatedAssertion() throws Exception {
        String url = cloud.endpoint() + "/" + cloud.tenant() + "/oauth2/v2.0/token";
        String client = cloud.clientId("puller");

        assertThat(client().post(url, AzureClient.form("client_id", client, "client_assertion", "assertion"))
                        .status())
                .isEqualTo(200);
        assertThat(client().post(url, AzureClient.form("client_id", client, "client_assertion", "another"))
                        .text())
                .contains("AADSTS700213");
    }

    @Test
    void aMachineGivesItsTokenOnlyToWhoSaysMetadata() throws Exception {
        String url = cloud.endpoint() + "/metadata/identity/oauth2/token?resource=https://management.azure.com/";

        assertThat(client().get(url, "Metadata", "true").text("token_type")).isEqualTo("Bearer");
        assertThat(client().get(url).status()).isEqualTo(400);
    }

    @Test
    void resourceManagerShowsTheRegistryToWhoMayReadIt() throws Exception {
        String path = cloud.resourceId() + "?api-version=2025-11-01";

        assertThat(client().arm("reader@contoso.test", path)
                        .json()
                        .getAsJsonObject("properties")
                        .get("loginServer")
                        .getAsString())
                .isEqualTo(cloud.registryHost());
        AzureClient.Said hidden = client().arm("pusher", path);
        assertThat(hidden.status()).isEqualTo(403);
        assertThat(hidden.text()).contains("AuthorizationFailed", cloud.objectId("pusher"));
        assertThat(client().get(cloud.endpoint() + path).text()).contains("InvalidAuthenticationToken");
    }

    @Test
    void resourceGraphLeavesOutWhatTheCallerMayNotRead() throws Exception {
        String url = cloud.endpoint() + "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
        String query = "{\"query\":\"resources | where name =~ 'contoso'\"}";

        assertThat(client().post(url, query, "Authorization", client().armBearer("reader@contoso.test"))
                        .json()
                        .getAsJsonArray("data"))
                .hasSize(1);
        assertThat(client().post(url, query, "Authorization", client().armBearer("pusher"))
                        .json()
                        .getAsJsonArray("data"))
                .isEmpty();
    }

    @Test
    void aNameThatIsTakenIsTaken() throws Exception {
        String url =
                cloud.endpoint() + "/subscriptions/any/providers/Microsoft.ContainerRegistry/checkNameAvailability";
        String token = client().armBearer("pusher");

        assertThat(client().post(url, "{\"name\":\"contoso\"}", "Authorization", token)
                        .text())
                .contains("AlreadyExists");
        assertThat(client().post(url, "{\"name\":\"fabrikam\"}", "Authorization", token)
                        .text())
                .contains("\"nameAvailable\":true");
    }

    @Test
    void theRegistryGrantsWhatRolesAllow() throws Exception {
        assertThat(client().granted("pusher", "team/app")).contains("pull", "push");
        assertThat(client().granted("puller", "team/app")).contains("pull").doesNotContain("push");
        assertThat(client().granted("stranger", "team/app")).isEmpty();
    }

    @Test
    void withRolesByRepositoryTheOldOnesCountForNothing() throws Exception {
        AzureClient client = new AzureClient(byRepository);

        assertThat(client.granted("pusher", "team/app")).isEmpty();
        assertThat(client.granted("owner", "team/app")).isEmpty();
        assertThat(client.granted("writer", "team/app")).contains("pull", "push");
        assertThat(client.granted("writer", "other/app")).isEmpty();
    }

    @Test
    void theExchangeRefusesStrangersAndOtherTenants() throws Exception {
        String audience = "https://management.azure.com";

        assertThat(client().exchange(cloud.entraToken("pusher", audience)).status())
                .isEqualTo(200);
        assertThat(client().exchange(cloud.entraToken("stranger", audience)).status())
                .isEqualTo(401);
        assertThat(client().exchange(cloud.entraToken("foreigner", audience)).status())
                .isEqualTo(401);
        assertThat(client().exchange("nonsense").status()).isEqualTo(401);
    }

    @Test
    void aLockedTagIsShownAsSuchAndCannotBeMoved() throws Exception {
        String digest = cloud.image("team/locked", "1.0");
        cloud.lock("team/locked:1.0");
        String token = "Bearer " + client().registryToken("pusher", "team/locked");

        AzureClient.Said tag =
                client().get(cloud.registry().url() + "/acr/v1/team/locked/_tags/1.0", "Authorization", token);

        assertThat(tag.json().getAsJsonObject("tag").get("digest").getAsString())
                .isEqualTo(digest);
        assertThat(tag.text()).contains("\"writeEnabled\":false");
        String other = cloud.registry().images("team/locked").get(0).manifest().replace("1.0", "other");
        AzureClient.Said moved = client().put(
                        cloud.registry().url() + "/v2/team/locked/manifests/1.0",
                        other,
                        "Authorization",
                        token,
                        "Content-Type",
                        "application/vnd.oci.image.manifest.v1+json");
        assertThat(moved.status()).isEqualTo(405);
        assertThat(moved.text()).contains("REGISTRY_DISALLOWED_OPERATION");
    }

    @Test
    void aFirewallNamesTheAddressThatItSees() throws Exception {
        try (AzureTestCloud closed = AzureTestCloud.builder()
                .registry(it -> it.sku("Premium").firewall("203.0.113.7"))
                .start()) {
            AzureClient.Said said =
                    new AzureClient(closed).get(closed.registry().url() + "/v2/");

            assertThat(said.status()).isEqualTo(403);
            assertThat(said.text()).contains("client with IP '203.0.113.7' is not allowed access");
        }
    }

    @TempDir
    private Path folder;

    private String push(AzureTestCloud to, String login, String repository) throws Exception {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        Path trusted = Files.createDirectories(folder.resolve("trusted"));
        Files.copy(to.certificate(), trusted.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
        Process skopeo = new ProcessBuilder(
                        "skopeo",
                        "--insecure-policy",
                        "copy",
                        "--dest-cert-dir",
                        trusted.toString(),
                        "--dest-creds",
                        login,
                        "oci:" + SmallImage.write(folder.resolve("image")) + ":1.0",
                        "docker://" + to.registry().host() + "/" + repository + ":1.0")
                .redirectErrorStream(true)
                .start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return skopeo.waitFor() == 0 ? "" : said;
    }

    @Test
    void skopeoPushesWithEveryKindOfLoginThatMay() throws Exception {
        String guid = "00000000-0000-0000-0000-000000000000";

        assertThat(push(cloud, guid + ":" + cloud.refreshToken("pusher", 60), "a/b"))
                .isEmpty();
        assertThat(push(cloud, cloud.clientId("pusher") + ":planted", "a/b")).isEmpty();
        assertThat(push(cloud, "contoso:" + cloud.adminPassword(), "a/b")).isEmpty();
        assertThat(push(cloud, "ci-token:planted", "team/b")).isEmpty();
        assertThat(push(cloud, guid + ":" + cloud.refreshToken("puller", 60), "a/b"))
                .contains("unauthorized");
        assertThat(push(cloud, cloud.clientId("pusher") + ":old", "a/b")).contains("authentication required");
        assertThat(push(cloud, "contoso:wrong", "a/b")).contains("authentication required");
        assertThat(push(cloud, "ci-token:planted", "other/b")).isNotEmpty();
    }
}
