package io.github.registrymaven.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CauseBookTest {
    private final CauseBook book = CauseBook.open();

    private static Facts facts(RegistryKind kind) {
        return new Facts(
                kind, Map.of("host", "localhost:5000", "repository", "team/app", "image", "localhost:5000/team/app:1"));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasAMeaningAndARemedyForAnyRegistry(Cause cause) {
        assertThat(book.entry(cause).meaning()).hasSizeGreaterThan(20).endsWith(".");
        assertThat(book.entry(cause).remedies()).isNotEmpty();
    }

    @Test
    void fillsInTheRealNames() {
        assertThat(book.remedies(Cause.CREDENTIALS_MISSING, facts(RegistryKind.GENERIC)))
                .first()
                .satisfies(remedy -> assertThat(remedy.commands()).containsExactly("docker login localhost:5000"));
    }

    @Test
    void mendsALoginThatIsRefusedAsOneThatIsMissing() {
        assertThat(book.remedies(Cause.CREDENTIALS_EXPIRED, facts(RegistryKind.GENERIC)))
                .isEqualTo(book.remedies(Cause.CREDENTIALS_MISSING, facts(RegistryKind.GENERIC)));
        assertThat(book.remedies(
                        Cause.CREDENTIALS_REJECTED, facts(RegistryKind.GENERIC).with("origin", "docker's config.json")))
                .hasSize(3)
                .first()
                .satisfies(remedy -> assertThat(remedy.title()).contains("docker's config.json"));
    }

    @Test
    void leavesOutARemedyWhoseNamesAreNotKnown() {
        assertThat(book.remedies(Cause.PERMISSION_DENIED, facts(RegistryKind.GENERIC)))
                .isEmpty();
        assertThat(book.remedies(
                        Cause.PERMISSION_DENIED,
                        facts(RegistryKind.GENERIC).with("principal", "ci").with("origin", "settings.xml")))
                .extracting(Remedy::title)
                .containsExactly(
                        "Ask whoever runs localhost:5000 to allow ci to push to team/app",
                        "Or push as somebody who may: the login is from settings.xml");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS_REJECTED", "CREDENTIALS_EXPIRED"})
    void doesNotSendSomebodyToAPlaceThatIsAskedAfterTheOneThatHasTheWrongLogin(Cause cause) {
        assertThat(book.remedies(
                        cause,
                        facts(RegistryKind.GENERIC)
                                .with("principal", "ci")
                                .with("origin", "server \"localhost:5000\" in settings.xml")))
                .extracting(Remedy::title)
                .containsExactly("Replace the login that was used: server \"localhost:5000\" in settings.xml");
        assertThat(book.remedies(
                        cause,
                        facts(RegistryKind.GENERIC)
                                .with("origin", "auths entry \"localhost:5000\" in ~/.docker/config.json")))
                .extracting(Remedy::title)
                .contains("Log in once on this machine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1 | aws ecr get-login-password --region eu-west-1",
                "public.ecr.aws/a1b2c3d4/app:1 | aws ecr-public get-login-password --region us-east-1",
                "europe-west1-docker.pkg.dev/proj/repo/app:1 | gcloud auth print-access-token",
                "gcr.io/proj/app:1 | gcloud auth print-access-token",
                "example.azurecr.io/app:1 | az acr login --name example --expose-token --output tsv --query accessToken"
            })
    void givesThePlaceThatIsAskedFirstANewPasswordOfTheCloud(String image, String prints) {
        Facts known = KnownNames.of(((ParsedReference.Valid) ImageReference.parse(image)).reference());
        for (Cause cause : new Cause[] {Cause.CREDENTIALS_REJECTED, Cause.CREDENTIALS_EXPIRED}) {
            for (String place : new String[] {
                "server \"cloud\" in settings.xml",
                "auths entry \"cloud\" in ~/.config/containers/auth.json",
                "<to><auth> of jib-maven-plugin"
            }) {
                List<Remedy> remedies = book.remedies(cause, known.with("origin", place));

                assertThat(remedies.get(0).title()).isEqualTo("Replace the login that was used: " + place);
                assertThat(remedies).flatExtracting(Remedy::commands).containsExactly(prints);
            }
        }
        assertThat(book.remedies(
                        Cause.CREDENTIALS_EXPIRED, known.with("origin", "auths entry in ~/.docker/config.json")))
                .flatExtracting(Remedy::commands)
                .doesNotContain(prints)
                .anyMatch(command -> command.contains("login"));
    }

    @Test
    void givesEachKindOfRegistryItsOwnRemedy() {
        assertThat(book.remedies(Cause.CREDENTIALS_MISSING, facts(RegistryKind.GHCR)))
                .extracting(Remedy::title)
                .anyMatch(title -> title.contains("write:packages"))
                .noneMatch(title -> title.contains("ECR"));
    }

    @Test
    void aValueIsNeverTakenForAPattern() {
        Facts odd =
                facts(RegistryKind.GENERIC).with("principal", "robot$1\\{host}").with("origin", "x");

        assertThat(book.remedies(Cause.PERMISSION_DENIED, odd))
                .first()
                .satisfies(remedy -> assertThat(remedy.title()).contains("robot$1\\{host}"));
    }

    @Test
    void looksForDockerHubWhereItAnswers() {
        Facts hub = new Facts(RegistryKind.DOCKER_HUB, Map.of("host", "docker.io", "repository", "team/app"));

        assertThat(book.remedies(Cause.CONNECTION_TIMEOUT, hub))
                .first()
                .satisfies(remedy -> assertThat(remedy.commands())
                        .containsExactly("curl --verbose --max-time 20 https://registry-1.docker.io/v2/"));
        assertThat(book.remedies(Cause.REGISTRY_UNREACHABLE_DNS, hub))
                .first()
                .satisfies(remedy -> assertThat(remedy.commands()).containsExactly("nslookup registry-1.docker.io"));
    }

    @Test
    void advisesNobodyToTrustAPublicRegistryBlindly() {
        Facts hub = new Facts(RegistryKind.DOCKER_HUB, Map.of("host", "docker.io", "repository", "team/app"));

        assertThat(book.remedies(Cause.TLS_UNTRUSTED_CERTIFICATE, hub).toString())
                .contains("update-ca-certificates")
                .doesNotContain("insecure", "/etc/docker/certs.d");
        assertThat(book.remedies(Cause.TLS_UNTRUSTED_CERTIFICATE, facts(RegistryKind.GENERIC))
                        .toString())
                .contains(
                        "/etc/docker/certs.d/localhost:5000",
                        "-Djib.allowInsecureRegistries=true",
                        "{\"insecure-registries\": [\"localhost:5000\"]}");
    }

    @Test
    void saysWhereACertificateIsFromBeforeItIsToBeTrusted() {
        Facts hub = new Facts(RegistryKind.DOCKER_HUB, Map.of("host", "docker.io", "repository", "team/app"));

        assertThat(book.remedies(Cause.TLS_UNTRUSTED_CERTIFICATE, facts(RegistryKind.GENERIC)))
                .first()
                .satisfies(get -> {
                    assertThat(get.title()).contains("ca.crt", "from whoever runs localhost:5000");
                    assertThat(get.commands())
                            .containsExactly("echo | openssl s_client -showcerts -connect localhost:5000");
                });
        assertThat(book.remedies(Cause.TLS_UNTRUSTED_CERTIFICATE, hub))
                .first()
                .satisfies(get -> assertThat(get.commands())
                        .containsExactly("echo | openssl s_client -showcerts -connect registry-1.docker.io:443"));
    }

    @Test
    void mendsContainerRegistryWhereItIsServedFrom() {
        Facts known = KnownNames.of(((ParsedReference.Valid) ImageReference.parse("eu.gcr.io/proj/app:1")).reference());

        assertThat(book.remedies(Cause.PERMISSION_DENIED, known))
                .first()
                .satisfies(remedy -> assertThat(remedy.commands())
                        .containsExactly(
                                "gcloud artifacts repositories add-iam-policy-binding eu.gcr.io --project=proj "
                                        + "--location=europe --member=MEMBER --role=roles/artifactregistry.writer"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"CONNECTION_TIMEOUT", "TLS_HANDSHAKE_TIMEOUT", "REGISTRY_SERVER_ERROR", "NETWORK_RESTRICTED"})
    void looksByHandAsTheRegistryIsSpokenTo(Cause cause) {
        assertThat(book.remedies(cause, facts(RegistryKind.GENERIC)).toString()).contains("https://localhost:5000/v2/");
        assertThat(book.remedies(cause, facts(RegistryKind.GENERIC).with("scheme", "http"))
                        .toString())
                .contains("http://localhost:5000/v2/")
                .doesNotContain("https://");
    }

    @ParameterizedTest
    @EnumSource(
            value = RegistryKind.class,
            names = {"GENERIC"},
            mode = EnumSource.Mode.EXCLUDE)
    void asksNobodyToSetUpARegistryThatSomebodyElseRuns(RegistryKind kind) {
        Facts hosted = new Facts(kind, Map.of("host", "registry.example.com", "repository", "team/app"));

        for (Cause cause : new Cause[] {
            Cause.BLOB_UPLOAD_UNKNOWN, Cause.PAYLOAD_TOO_LARGE, Cause.CONNECTION_REFUSED, Cause.DISK_FULL
        }) {
            assertThat(book.remedies(cause, hosted)).as(cause.id()).isNotEmpty();
            assertThat(book.remedies(cause, hosted).toString())
                    .as(cause.id())
                    .doesNotContain("shared storage", "nginx.conf", "Start the registry", "or on registry.example.com");
        }
    }

    @Test
    void addsToTheHostsThatAreReachedWithoutTheProxy() {
        assertThat(book.remedies(Cause.PROXY_FAILURE, facts(RegistryKind.GENERIC)))
                .first()
                .satisfies(remedy ->
                        assertThat(remedy.commands()).containsExactly("export NO_PROXY=\"$NO_PROXY,localhost:5000\""));
    }
}
