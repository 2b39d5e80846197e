package io.github.registrymaven.preflight;

import static io.github.registrymaven.preflight.Seen.answer;
import static io.github.registrymaven.preflight.Seen.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.Doubt;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.Grant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final HttpAnswer UNAUTHORIZED = answer(401, error("UNAUTHORIZED", "authentication required"));

    private final Ladder ladder = new Ladder(Clock.fixed(NOW, ZoneOffset.UTC));

    private void comesTo(Seen seen, Stage stage, Verdict verdict, @Nullable Cause cause) {
        List<Finding> findings = ladder.climb(seen.made());
        Verdict worst = Verdict.worst(findings.stream().map(Finding::verdict).toList());
        Finding decisive = findings.stream()
                .filter(finding -> finding.verdict() == worst)
                .findFirst()
                .orElseThrow();
        assertThat(decisive).satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.cause()).isEqualTo(cause);
            assertThat(finding.stage()).isEqualTo(stage);
        });
        assertThat(findings.toString()).doesNotContain("planted");
    }

    private Finding at(Stage stage, Seen seen) {
        return ladder.climb(seen.made()).stream()
                .filter(finding -> finding.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void passesWhereTheRegistryTakesEverything() {
        assertThat(ladder.climb(new Seen().made())).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    }

    @Test
    void saysHowLongTheRequestsOfARungTook() {
        assertThat(at(Stage.PERMISSION, new Seen()).durationMillis()).isEqualTo(12);
        assertThat(at(Stage.REPOSITORY, new Seen()).durationMillis()).isZero();
    }

    @Test
    void skipsEverythingAboveTheFirstBrokenRung() {
        List<Finding> findings =
                ladder.climb(new Seen().unreachable(Cause.CONNECTION_REFUSED).made());

        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAIL, Verdict.SKIPPED, Verdict.SKIPPED, Verdict.SKIPPED, Verdict.SKIPPED);
        assertThat(findings.get(0).evidence()).contains("dialled 10.0.0.1:443", "a fact");
    }

    @Test
    void everyNetworkFaultIsAFailureButSlownessIsUnknown() {
        comesTo(
                new Seen().unreachable(Cause.CONNECTION_REFUSED),
                Stage.NETWORK,
                Verdict.FAIL,
                Cause.CONNECTION_REFUSED);
        comesTo(
                new Seen().unreachable(Cause.TLS_UNTRUSTED_CERTIFICATE),
                Stage.NETWORK,
                Verdict.FAIL,
                Cause.TLS_UNTRUSTED_CERTIFICATE);
        comesTo(
                new Seen().unreachable(Cause.DEADLINE_EXCEEDED),
                Stage.NETWORK,
                Verdict.UNKNOWN,
                Cause.DEADLINE_EXCEEDED);
    }

    @Test
    void whatOthersMayComeThroughIsUnknownForThemAndCertainForUs() {
        PushTerms ours = PushTerms.USUAL.with(new PushLogin.Ours());
        PushTerms plugin = PushTerms.USUAL;

        staysOpen(Doubt.Of.PATIENCE, ours, Verdict.UNKNOWN);
        staysOpen(Doubt.Of.WAY, ours, Verdict.FAIL);
        staysOpen(Doubt.Of.WAY, plugin, Verdict.UNKNOWN);
        staysOpen(Doubt.Of.TRUST, ours, Verdict.FAIL);
        staysOpen(Doubt.Of.TRUST, plugin, Verdict.FAIL);
        staysOpen(Doubt.Of.TRUST, PushTerms.NAMED, Verdict.UNKNOWN);
    }

    private void staysOpen(Doubt.Of doubt, PushTerms terms, Verdict verdict) {
        Seen seen = new Seen().unreachable(Cause.PROXY_FAILURE, doubt).terms(terms);

        comesTo(seen, Stage.NETWORK, verdict, Cause.PROXY_FAILURE);
        assertThat(at(Stage.NETWORK, seen).evidence().contains("a doubt")).isEqualTo(verdict == Verdict.UNKNOWN);
    }

    @Test
    void aTokenServiceBehindAProxyThatWeCannotUseIsUnknown() {
        Seen seen = new Seen().login().upload(null).manifest(null);

        comesTo(
                seen.grant(new Grant.Unreachable(Seen.fault(Cause.UNKNOWN))),
                Stage.CREDENTIALS,
                Verdict.UNKNOWN,
                Cause.UNKNOWN);
        comesTo(
                seen.grant(new Grant.Unreachable(Seen.fault(Cause.CONNECTION_REFUSED))),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CONNECTION_REFUSED);
    }

    @Test
    void tooManyRequestsIsUnknownAndTheRestIsNotAsked() {
        comesTo(new Seen().ping(answer(429, "")), Stage.NETWORK, Verdict.UNKNOWN, Cause.RATE_LIMITED);
        assertThat(at(Stage.TAG, new Seen().ping(answer(429, ""))).verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void anErrorOfTheRegistrysOwnIsAFailure() {
        comesTo(new Seen().ping(answer(503, "")), Stage.NETWORK, Verdict.FAIL, Cause.REGISTRY_SERVER_ERROR);
        comesTo(
                new Seen().upload(answer(500, error("UNKNOWN", "disk"))),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.REGISTRY_SERVER_ERROR);
    }

    @Test
    void aFullDiskIsTheRegistrys() {
        Finding finding = at(
                Stage.REPOSITORY,
                new Seen().upload(answer(500, error("UNKNOWN", "write /srv/data: no space left on device"))));

        assertThat(finding.cause()).isEqualTo(Cause.DISK_FULL);
        assertThat(finding.summary())
                .isEqualTo("registry.example/team/app cannot be pushed: its registry's disk is full");
        assertThat(finding.evidence().toString()).contains("write /srv/data: no space left on device");
        assertThat(finding.remedies())
                .singleElement()
                .satisfies(remedy -> assertThat(remedy.title())
                        .startsWith("Make room on the registry's disk, where registry.example keeps its images"));
    }

    @Test
    void aPageForPeopleIsNoRegistry() {
        HttpAnswer page = answer(200, "<html>Welcome to the hotel</html>");

        comesTo(
                new Seen().ping(page).upload(page).manifest(page),
                Stage.NETWORK,
                Verdict.FAIL,
                Cause.NETWORK_RESTRICTED);
    }

    @Test
    void aRegistryThatShowsItsVersionToNobodyAndTakesUploadsIsOne() {
        for (HttpAnswer shown : List.of(answer(403, "{}"), answer(404, "<html>nginx</html>"))) {
            comesTo(new Seen().login().ping(shown), Stage.NETWORK, Verdict.PASS, null);
            comesTo(
                    new Seen()
                            .ping(shown)
                            .upload(answer(401, error("UNAUTHORIZED", "who"), "WWW-Authenticate", "Basic realm=\"r\"")),
                    Stage.CREDENTIALS,
                    Verdict.FAIL,
                    Cause.CREDENTIALS_MISSING);
            comesTo(
                    new Seen().ping(shown).upload(shown),
                    Stage.NETWORK,
                    Verdict.FAIL,
                    shown.status() == 403 ? Cause.NETWORK_RESTRICTED : Cause.UNKNOWN);
        }
    }

    @Test
    void aHostThatKnowsNeitherVersionNorUploadIsNoRegistryAndSaysWhatItIs() {
        HttpAnswer page =
                answer(404, "<html><head><title>404\nNot Found</title></head></html>", "Server", "nginx/1.24.0");

        for (HttpAnswer upload : List.of(page, answer(404, ""), answer(501, "<html>POST?</html>"))) {
            Finding finding = at(Stage.NETWORK, new Seen().ping(page).upload(upload));

            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.cause()).isEqualTo(Cause.UNKNOWN);
            assertThat(finding.summary())
                    .isEqualTo("registry.example/team/app cannot be pushed: its host does not answer as a registry");
            assertThat(finding.evidence())
                    .hasSize(3)
                    .last()
                    .isEqualTo("the server says of itself: nginx/1.24.0, \"404 Not Found\"");
            assertThat(finding.remedies())
                    .first()
                    .satisfies(remedy -> assertThat(remedy.commands())
                            .containsExactly("curl --include https://registry.example/v2/"));
        }
    }

    @Test
    void whetherAHostIsNoRegistryIsNotKnownByItsVersionAlone() {
        Seen seen =
                new Seen().ping(answer(404, "<html>nginx</html>")).upload(null).manifest(null);

        comesTo(seen, Stage.NETWORK, Verdict.UNKNOWN, Cause.UNKNOWN);
        assertThat(at(Stage.NETWORK, seen).remedies()).hasSize(3);
    }

    @Test
    void aHostThatHidesItsVersionAndKnowsOfRepositoriesIsARegistry() {
        Seen seen = new Seen().ping(answer(404, "")).upload(answer(404, error("NAME_UNKNOWN", "no such repository")));

        comesTo(seen, Stage.REPOSITORY, Verdict.FAIL, Cause.REPOSITORY_NOT_FOUND);
    }

    @Test
    void aCloudsRegistryThatIsNotThereIsAnsweredForByTheNetworkInBetween() {
        HttpAnswer page = answer(404, "<html>proxy</html>");

        comesTo(
                new Seen().image("ghcr.io/team/app:1.0").ping(page).upload(page),
                Stage.NETWORK,
                Verdict.FAIL,
                Cause.NETWORK_RESTRICTED);
    }

    @Test
    void jibEndsWithARegistryThatShowsItsVersionToNobody() {
        Seen seen = new Seen().login().ping(answer(403, "{}")).terms(PushTerms.JIB);

        comesTo(seen, Stage.NETWORK, Verdict.FAIL, Cause.NETWORK_RESTRICTED);
        comesTo(new Seen().login().terms(PushTerms.JIB), Stage.NETWORK, Verdict.PASS, null);
    }

    @Test
    void aRegistryMayShowAPageWithItsChallenge() {
        Seen seen = new Seen().ping(answer(401, "<html>401</html>", "WWW-Authenticate", "Basic realm=\"r\""));

        assertThat(at(Stage.NETWORK, seen).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void noLoginFoundNamesEveryPlaceLookedAt() {
        Seen seen = new Seen().grant(new Grant.NothingToShow()).upload(null).manifest(null);

        comesTo(seen, Stage.CREDENTIALS, Verdict.FAIL, Cause.CREDENTIALS_MISSING);
        assertThat(at(Stage.CREDENTIALS, seen).evidence()).contains("looked at settings.xml: no server");
    }

    @Test
    void nobodyMayPushWhereTheRegistryLetsNobodyPush() {
        Grant nobody = new Grant.Authorized(null, false, true, null, false);

        comesTo(
                new Seen().grant(nobody).upload(UNAUTHORIZED),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIALS_MISSING);
        comesTo(new Seen().grant(nobody), Stage.NETWORK, Verdict.PASS, null);
    }

    @Test
    void aLoginOnlyAskedForAtTheUploadIsMissingToo() {
        comesTo(new Seen().upload(UNAUTHORIZED), Stage.CREDENTIALS, Verdict.FAIL, Cause.CREDENTIALS_MISSING);
    }

    @Test
    void aRefusedLoginSaysWhereItCameFrom() {
        Seen seen = new Seen()
                .login()
                .grant(new Grant.Refused(UNAUTHORIZED, false))
                .upload(null)
                .manifest(null);

        comesTo(seen, Stage.CREDENTIALS, Verdict.FAIL, Cause.CREDENTIALS_REJECTED);
        assertThat(at(Stage.CREDENTIALS, seen).evidence()).contains("the login is stored in plain text");
        assertThat(seen.made().identity())
                .isEqualTo(new Identity("ci", "server \"registry.example\" in settings.xml", null));
    }

    @Test
    void aTokenServiceThatGivesNoTokenDoesNotBlameTheLogin() {
        Seen seen = new Seen().login().upload(null).manifest(null);

        comesTo(
                seen.grant(new Grant.Refused(answer(200, "<html>sign in</html>"), null)),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.NETWORK_RESTRICTED);
        for (HttpAnswer odd : List.of(answer(404, ""), answer(302, ""), answer(400, error("SCOPE", "what?")))) {
            comesTo(seen.grant(new Grant.Refused(odd, true)), Stage.CREDENTIALS, Verdict.UNKNOWN, Cause.UNKNOWN);
        }
        comesTo(
                seen.grant(new Grant.Refused(answer(400, "{\"error\":\"invalid_grant\"}"), null)),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIALS_REJECTED);
        comesTo(
                seen.grant(new Grant.Refused(answer(401, "<html>401</html>"), false)),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIALS_REJECTED);
    }

    @Test
    void whoPushesIsWhomTheCloudKnowsForCertain() {
        Identity role = new Identity("arn:aws:sts::111122223333:assumed-role/ci/7", "web identity", NOW);
        Seen seen = new Seen()
                .login()
                .grant(new Grant.Authorized(null, true, true, null, false))
                .cloudKnows(role);

        assertThat(seen.made().identity()).isEqualTo(role);
        assertThat(at(Stage.PERMISSION, seen).summary()).startsWith(role.name() + " may push to ");
        // A push without a login is nobody's, whoever the cloud was asked as.
        assertThat(new Seen().cloudKnows(role).made().identity()).isNull();
    }

    @Test
    void aRefusedLoginWhoseTimeIsOverHasExpired() {
        Grant refused = new Grant.Refused(UNAUTHORIZED, false);

        comesTo(
                new Seen().login(NOW.minusSeconds(1)).grant(refused).upload(null),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIALS_EXPIRED);
        comesTo(
                new Seen().login(NOW.plusSeconds(1)).grant(refused).upload(null),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIALS_REJECTED);
    }

    @Test
    void anExpiredTokenIsKnownByTheRegistrysWords() {
        comesTo(
                new Seen().login().upload(answer(403, error("DENIED", "Your Authorization Token has expired."))),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIALS_EXPIRED);
    }

    @Test
    void aHelperThatFailsBreaksThePushOnlyWhereALoginIsWanted() {
        CredentialLookup failed = new CredentialLookup.Failed(
                Cause.CREDENTIAL_HELPER_FAILED,
                "the helper is not there",
                List.of("its words"),
                "install it",
                List.of());

        comesTo(
                new Seen().credential(failed).grant(new Grant.NothingToShow()).upload(null),
                Stage.CREDENTIALS,
                Verdict.FAIL,
                Cause.CREDENTIAL_HELPER_FAILED);
        comesTo(new Seen().credential(failed), Stage.CREDENTIALS, Verdict.WARN, null);
        comesTo(
                new Seen().credential(failed).grant(new Grant.Authorized(null, null, null, null, false)),
                Stage.CREDENTIALS,
                Verdict.WARN,
                null);
    }

    @Test
    void aPlaceWhoseLoginCannotBeReadIsNamedInTheFirstLineAndOnlyThere() {
        CredentialLookup failed = new CredentialLookup.Failed(
                Cause.CREDENTIALS_MISSING,
                "There is no server \"gut\" in settings.xml.",
                List.of("settings.xml: ids there: good"),
                "name one that is there",
                List.of());

        Finding finding = at(
                Stage.CREDENTIALS,
                new Seen().credential(failed).grant(new Grant.NothingToShow()).upload(null));

        assertThat(finding.summary()).endsWith(" cannot be pushed: there is no server \"gut\" in settings.xml");
        assertThat(finding.evidence()).containsExactly("settings.xml: ids there: good");
    }

    @Test
    void aTokenWithoutPushIsPermissionNotPassword() {
        comesTo(
                new Seen().login().tokenSays(false, true).upload(UNAUTHORIZED),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
    }

    @Test
    void aFreshOpaqueTokenThatIsRefusedIsPermissionNotPassword() {
        comesTo(new Seen().login().upload(UNAUTHORIZED), Stage.PERMISSION, Verdict.FAIL, Cause.PERMISSION_DENIED);
        comesTo(
                new Seen().login().upload(answer(403, error("DENIED", "requested access is denied"))),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
    }

    @Test
    void aTokenServiceThatRefusesThePushButKnowsUsIsPermission() {
        Grant refused = new Grant.Refused(answer(403, error("DENIED", "no")), true);

        comesTo(
                new Seen().login().grant(refused).upload(null).manifest(null),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
    }

    @Test
    void aQuotaIsNotAPermission() {
        comesTo(
                new Seen().login().upload(answer(403, error("DENIED", "You have exceeded your storage quota"))),
                Stage.REPOSITORY,
                Verdict.FAIL,
                Cause.QUOTA_EXCEEDED);
        comesTo(
                new Seen().login().upload(answer(403, error("QUOTA_EXCEEDED", ""))),
                Stage.REPOSITORY,
                Verdict.FAIL,
                Cause.QUOTA_EXCEEDED);
    }

    @Test
    void aRepositoryThatIsNamedAfterAQuotaIsNotFull() {
        String arn = "arn:aws:ecr:eu-west-1:111122223333:repository/team/quota-service";

        comesTo(
                new Seen()
                        .image("registry.example/team/quota-service:1")
                        .login()
                        .upload(answer(
                                403,
                                error("DENIED", "requested access to team/quota-service on " + arn + " is denied"))),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
        comesTo(
                new Seen()
                        .image("registry.example/team/firewall:1")
                        .login()
                        .upload(answer(403, error("DENIED", "no access to team/firewall"))),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
        comesTo(
                new Seen()
                        .image("registry.example/team/quota-service:1")
                        .login()
                        .upload(answer(403, error("DENIED", "Quota exceeded for team/quota-service."))),
                Stage.REPOSITORY,
                Verdict.FAIL,
                Cause.QUOTA_EXCEEDED);
    }

    @Test
    void aFirewallIsNotAPermission() {
        comesTo(
                new Seen()
                        .login()
                        .upload(answer(403, error("DENIED", "client with IP '1.2.3.4' is not allowed access"))),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.NETWORK_RESTRICTED);
        comesTo(
                new Seen().login().upload(answer(403, "<html>Forbidden</html>")),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.NETWORK_RESTRICTED);
    }

    @Test
    void aRepositoryThatIsNotThere() {
        comesTo(
                new Seen().login().upload(answer(404, error("NAME_UNKNOWN", "no such repository"))),
                Stage.REPOSITORY,
                Verdict.FAIL,
                Cause.REPOSITORY_NOT_FOUND);
    }

    @Test
    void aReadOnlyRegistryTakesNoPushes() {
        comesTo(
                new Seen().upload(answer(405, error("UNSUPPORTED", "The operation is unsupported."))),
                Stage.REPOSITORY,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
        assertThat(at(Stage.REPOSITORY, new Seen().upload(answer(405, ""))).remedies())
                .extracting(Remedy::title)
                .singleElement()
                .asString()
                .contains("Push to the host that takes pushes");
    }

    @Test
    void aNameThatTheRegistryRefuses() {
        comesTo(
                new Seen().upload(answer(400, error("NAME_INVALID", "Missing image name"))),
                Stage.REPOSITORY,
                Verdict.FAIL,
                Cause.INVALID_IMAGE_REFERENCE);
    }

    @Test
    void aSessionThatCannotBeCancelledIsStillAProof() {
        Seen seen = new Seen().login().cancel(answer(405, ""));

        comesTo(seen, Stage.NETWORK, Verdict.PASS, null);
        assertThat(at(Stage.PERMISSION, seen).evidence())
                .contains("the session ends by itself, the registry answered 405 to its cancellation");
    }

    @Test
    void anUploadThatCannotGoOnIsWarnedOf() {
        assertThat(at(Stage.PERMISSION, new Seen().login().upload(answer(202, "")))
                        .verdict())
                .isEqualTo(Verdict.WARN);
        assertThat(at(
                                Stage.PERMISSION,
                                new Seen()
                                        .login()
                                        .upload(answer(202, "", "Location", "http://registry.example/v2/u/1")))
                        .summary())
                .contains("lets it go on in plain text");
    }

    @Test
    void aLoginThatNobodyAsksForIsNotShownByDocker() {
        Seen seen = new Seen().login();

        assertThat(at(Stage.PERMISSION, seen).verdict()).isEqualTo(Verdict.PASS);
        assertThat(at(Stage.PERMISSION, seen.terms(PushTerms.USUAL.carrier("docker's daemon")))
                        .verdict())
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void theUploadOutweighsTheTokensOwnWord() {
        Seen seen = new Seen().login().tokenSays(false, true);

        comesTo(seen, Stage.NETWORK, Verdict.PASS, null);
        assertThat(at(Stage.PERMISSION, seen).evidence())
                .anyMatch(line -> line.contains("its access claim grants no push"));
    }

    @Test
    void saysWhatAnUploadDoesNotProve() {
        assertThat(at(Stage.PERMISSION, new Seen().login()).unverified()).containsExactly("the manifest is taken");
    }

    @Test
    void withoutAnUploadTheTokenDecidesIfItSaysAnything() {
        comesTo(new Seen().login().tokenSays(true, true).probeByToken(), Stage.NETWORK, Verdict.PASS, null);
        comesTo(
                new Seen().login().tokenSays(false, true).probeByToken(),
                Stage.PERMISSION,
                Verdict.FAIL,
                Cause.PERMISSION_DENIED);
        comesTo(new Seen().login().probeByToken(), Stage.PERMISSION, Verdict.UNKNOWN, Cause.UNKNOWN);
    }

    @Test
    void anUploadWithoutAnAnswerIsUnknown() {
        comesTo(
                new Seen().upload(Seen.fault(Cause.CONNECTION_RESET)),
                Stage.PERMISSION,
                Verdict.UNKNOWN,
                Cause.CONNECTION_RESET);
        comesTo(new Seen().upload(answer(429, "")), Stage.PERMISSION, Verdict.UNKNOWN, Cause.RATE_LIMITED);
        comesTo(new Seen().upload(answer(200, "hello")), Stage.PERMISSION, Verdict.UNKNOWN, Cause.UNKNOWN);
    }

    @Test
    void aTakenTagIsNamedWithItsDigest() {
        Seen seen = new Seen().manifest(answer(200, "", "Docker-Content-Digest", DIGEST));

        assertThat(at(Stage.TAG, seen)).satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(finding.summary()).contains("exists and is replaced");
            assertThat(finding.evidence()).containsExactly("its digest is " + DIGEST);
        });
    }

    @Test
    void theSameDigestLeavesNothingToPush() {
        Seen seen = new Seen()
                .image("registry.example/team/app:1.0@" + DIGEST)
                .manifest(answer(200, "", "Docker-Content-Digest", DIGEST));

        assertThat(at(Stage.TAG, seen).summary()).contains("nothing to push");
        assertThat(at(
                                Stage.TAG,
                                new Seen()
                                        .localDigest(DIGEST)
                                        .manifest(answer(200, "", "Docker-Content-Digest", DIGEST)))
                        .summary())
                .contains("nothing to push");
    }

    @Test
    void aDigestThatIsNoneIsNotRepeated() {
        Seen seen = new Seen().manifest(answer(200, "", "Docker-Content-Digest", "<script>"));

        assertThat(at(Stage.TAG, seen).evidence()).noneMatch(line -> line.contains("script"));
    }

    @Test
    void aTagThatMayNotBeSeenIsUnknown() {
        comesTo(new Seen().login().manifest(UNAUTHORIZED), Stage.TAG, Verdict.UNKNOWN, Cause.UNKNOWN);
    }

    @Test
    void whatTheCloudSaysStandsOnItsRung() {
        Finding absent = Finding.of("ecr-repository", Stage.REPOSITORY, Verdict.FAIL, "not there")
                .because(Cause.REPOSITORY_NOT_FOUND);

        comesTo(new Seen().upload(null).cloud(absent), Stage.REPOSITORY, Verdict.FAIL, Cause.REPOSITORY_NOT_FOUND);
        assertThat(at(Stage.PERMISSION, new Seen().upload(null).cloud(absent)).verdict())
                .isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void readsWhoLacksWhatOutOfAmazonsRefusal() {
        Seen seen = new Seen()
                .image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0")
                .login()
                .upload(Seen.answer(
                        403,
                        Seen.error(
                                "DENIED",
                                "User: arn:aws:sts::111122223333:assumed-role/ci/1 is not authorized to perform:"
                                        + " ecr:InitiateLayerUpload on resource:"
                                        + " arn:aws:ecr:eu-west-1:111122223333:repository/team/app because no"
                                        + " identity-based policy allows the ecr:InitiateLayerUpload action")));

        Finding finding = at(Stage.PERMISSION, seen);

        assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(finding.evidence().toString())
                .contains("assumed-role/ci/1", "not allowed by an identity-based policy");
        assertThat(finding.remedies().get(0).commands().get(0)).startsWith("aws iam put-role-policy --role-name ci ");
    }

    @Test
    void letsAFindingOfTheCloudStandInPlaceOfTheRungsOwn() {
        Finding known = Finding.of("tag", Stage.TAG, Verdict.WARN, "the cloud knows better");

        List<Finding> tag = new Ladder(Clock.systemUTC())
                .climb(new Seen().cloud(known).made()).stream()
                        .filter(finding -> finding.stage() == Stage.TAG)
                        .toList();

        assertThat(tag).extracting(Finding::summary).containsExactly("the cloud knows better");
    }

    @Test
    void climbsOnWhereACloudCouldNotBeAsked() {
        Finding unasked = Finding.of("aws-identity", Stage.CREDENTIALS, Verdict.UNKNOWN, "no credentials");

        assertThat(at(Stage.PERMISSION, new Seen().cloud(unasked)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void triesNoUploadThatMightCreateTheRepository() {
        Seen seen = new Seen().upload(null).cloudForbidsUploads();

        assertThat(at(Stage.PERMISSION, seen).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(at(Stage.PERMISSION, seen).evidence().toString()).contains("might create the repository");
    }
}
