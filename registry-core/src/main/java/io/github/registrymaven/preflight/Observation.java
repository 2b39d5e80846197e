package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Doubt;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.oci.Login;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one image at its registry, before anything is concluded from it. Null is what was not asked for.
 *
 * @param reach whether the host can be spoken to
 * @param ping its settled answer to {@code GET /v2/}
 * @param credential what was found to log in with
 * @param grant what the login came to
 * @param upload the answer to opening an upload session
 * @param cancel the answer to cancelling it
 * @param manifest the answer to asking for the tag or digest
 * @param probe how permission was to be proven
 * @param surveys what clouds answered
 * @param millis how long the requests of a rung took; images that share a request share its time
 * @param localDigest the digest of the image at hand
 * @param terms on which its plugin pushes it
 */
record Observation(
        ImageReference image,
        Reach reach,
        @Nullable HttpOutcome ping,
        CredentialLookup credential,
        @Nullable Grant grant,
        @Nullable HttpOutcome upload,
        @Nullable HttpOutcome cancel,
        @Nullable HttpOutcome manifest,
        Probe probe,
        List<Survey> surveys,
        Map<Stage, Long> millis,
        @Nullable String localDigest,
        PushTerms terms) {
    /** Of an image of which nothing but its name is known yet. */
    Observation(
            ImageReference image,
            Reach reach,
            @Nullable HttpOutcome ping,
            CredentialLookup credential,
            @Nullable Grant grant,
            @Nullable HttpOutcome upload,
            @Nullable HttpOutcome cancel,
            @Nullable HttpOutcome manifest,
            Probe probe,
            List<Survey> surveys,
            Map<Stage, Long> millis,
            @Nullable String localDigest) {
        this(
                image,
                reach,
                ping,
                credential,
                grant,
                upload,
                cancel,
                manifest,
                probe,
                surveys,
                millis,
                localDigest,
                PushTerms.NAMED);
    }

    Observation {
        surveys = List.copyOf(surveys);
        millis = Map.copyOf(millis);
    }

    /** The same, for an image as it was asked for. */
    Observation as(RequestedImage requested) {
        return new Observation(
                image,
                reach,
                ping,
                credential,
                grant,
                upload,
                cancel,
                manifest,
                probe,
                surveys,
                millis,
                requested.localDigest(),
                requested.terms());
    }

    /**
     * Whether what kept us from the registry need not keep the push from it. A slow registry is not a broken one: a push waits
     * longer than a preflight does. And what this client cannot do, another may.
     */
    boolean leavesOpen(NetworkFault fault) {
        if (fault.cause() == Cause.DEADLINE_EXCEEDED || fault.cause() == Cause.UNKNOWN) {
            return true;
        }
        Doubt doubt = fault.doubt();
        if (doubt == null) {
            return false;
        }
        return switch (doubt.of()) {
            case PATIENCE -> true;
            case WAY -> !(terms.login() instanceof PushLogin.Ours);
            case TRUST -> terms.login() instanceof PushLogin.Anybody;
        };
    }

    /** What is seen in a fault, and why it is no failure where it is none. */
    List<String> told(NetworkFault fault) {
        List<String> lines = Evidence.of(fault);
        Doubt doubt = fault.doubt();
        if (doubt != null && leavesOpen(fault)) {
            lines.add(doubt.why());
        }
        return lines;
    }

    boolean isAmazon() {
        return image.kind() == RegistryKind.ECR || image.kind() == RegistryKind.ECR_PUBLIC;
    }

    String repository() {
        return image.host() + "/" + image.repository();
    }

    /** Whether a login was shown to the registry or its token service. */
    boolean loggedIn() {
        return credential instanceof CredentialLookup.Found && !(grant instanceof Grant.Open);
    }

    /** Whether the registry asks for a login at all, at once or where something is written. */
    boolean loginWanted() {
        HttpAnswer answer = uploadAnswer();
        return (grant != null && !(grant instanceof Grant.Open)) || (answer != null && Login.isWantedBy(answer));
    }

    @Nullable
    HttpAnswer uploadAnswer() {
        return upload instanceof HttpAnswer answer ? answer : null;
    }

    @Nullable
    HttpAnswer manifestAnswer() {
        return manifest instanceof HttpAnswer answer ? answer : null;
    }

    /** What clouds conclude, of any stage. */
    List<Finding> cloud() {
        Sight sight = sight();
        return surveys.stream()
                .flatMap(survey -> survey.findings(sight).stream())
                .toList();
    }

    private Sight sight() {
        HttpAnswer refusal = grant instanceof Grant.Refused refused ? refused.answer() : null;
        return new Sight(
                image,
                credential,
                uploadAnswer(),
                upload != null,
                manifestAnswer(),
                localDigest,
                terms.login(),
                refusal);
    }

    /** Whether an upload, or the right to one, is left alone although it was to be asked for: it might create the repository. */
    boolean uploadWithheld() {
        return grant instanceof Grant.PullOnly
                || (probe == Probe.UPLOAD && surveys.stream().anyMatch(survey -> !survey.mayOpenUpload(image)));
    }

    /** Who is pushing, where that is known. */
    @Nullable
    Identity identity() {
        if (!loginWanted() || !(credential instanceof CredentialLookup.Found found)) {
            return null;
        }
        Sight sight = sight();
        for (Survey survey : surveys) {
            Identity known = survey.identity(sight);
            if (known != null) {
                return known;
            }
        }
        String name = userName(found.found().credential());
        if (name == null || name.isEmpty()) {
            name = grant instanceof Grant.Authorized authorized ? authorized.subject() : null;
        }
        return new Identity(
                name == null ? "(a token)" : name,
                found.found().origin().description(),
                found.found().expires());
    }

    private static @Nullable String userName(Credential credential) {
        if (credential instanceof Credential.Password password) {
            return password.username();
        }
        return credential instanceof Credential.IdentityToken token ? token.username() : null;
    }
}
