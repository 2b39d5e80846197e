package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Doubt;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An observation, told step by step. It begins as a registry that asks for no login and takes everything. */
final class Seen {
    private static final URI BASE = URI.create("https://registry.example");

    private ImageReference image = parse("registry.example/team/app:1.0");
    private Reach reach = new Reach.Reached(BASE, answer(200, "{}"), Reach.Protection.TLS);
    private @Nullable HttpOutcome ping = answer(200, "{}");
    private CredentialLookup credential = new CredentialLookup.None(List.of("settings.xml: no server"));
    private @Nullable Grant grant = new Grant.Open();
    private @Nullable HttpOutcome upload = answer(202, "", "Location", "/v2/team/app/blobs/uploads/1");
    private @Nullable HttpOutcome cancel = answer(204, "");
    private @Nullable HttpOutcome manifest = answer(404, "");
    private Probe probe = Probe.UPLOAD;
    private List<Survey> surveys = List.of();
    private @Nullable String localDigest;
    private PushTerms terms = PushTerms.NAMED;

    static ImageReference parse(String text) {
        return ((ParsedReference.Valid) ImageReference.parse(text)).reference();
    }

    static HttpAnswer answer(int status, String body, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new HttpAnswer(
                BASE.resolve("/v2/x"),
                status,
                HttpHeaders.of(all, (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static String error(String code, String message) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
    }

    static NetworkFault fault(Cause cause) {
        return new NetworkFault(cause, "10.0.0.1:443", "it did not work", List.of("a fact"));
    }

    Seen image(String reference) {
        image = parse(reference);
        return this;
    }

    Seen unreachable(Cause cause) {
        reach = new Reach.Unreachable(fault(cause));
        return this;
    }

    Seen unreachable(Cause cause, Doubt.Of what) {
        reach = new Reach.Unreachable(
                new NetworkFault(cause, "10.0.0.1:443", "it did not work", List.of(), new Doubt(what, "a doubt")));
        return this;
    }

    Seen inPlainHttp() {
        reach = new Reach.Reached(BASE, answer(200, "{}"), Reach.Protection.PLAIN);
        return this;
    }

    Seen ping(HttpOutcome outcome) {
        ping = outcome;
        return this;
    }

    /** A login as ci was found, in plain text. */
    Seen login() {
        return login((Instant) null);
    }

    Seen login(@Nullable Instant expires) {
        credential = new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password("ci", Secret.of("planted")),
                        new CredentialOrigin("server \"registry.example\" in settings.xml", null, null, true),
                        expires),
                List.of());
        grant = new Grant.Authorized(Secret.of("planted"), null, null, null, false);
        return this;
    }

    Seen credential(CredentialLookup lookup) {
        credential = lookup;
        return this;
    }

    Seen grant(Grant outcome) {
        grant = outcome;
        return this;
    }

    /** The login came to a token that says what it grants. */
    Seen tokenSays(boolean push, boolean pull) {
        grant = new Grant.Authorized(Secret.of("planted"), push, pull, null, false);
        return this;
    }

    Seen upload(@Nullable HttpOutcome outcome) {
        upload = outcome;
        return this;
    }

    Seen cancel(@Nullable HttpOutcome outcome) {
        cancel = outcome;
        return this;
    }

    Seen manifest(@Nullable HttpOutcome outcome) {
        manifest = outcome;
        return this;
    }

    Seen probeByToken() {
        probe = Probe.TOKEN;
        upload = null;
        cancel = null;
        return this;
    }

    Seen cloud(Finding... findings) {
        surveys = List.of(new Surveyed(true, findings));
        return this;
    }

    Seen cloudKnows(Identity pusher) {
        surveys = List.of(new Surveyed(true).of(pusher));
        return this;
    }

    Seen cloudForbidsUploads() {
        surveys = List.of(new Surveyed(false));
        return this;
    }

    Seen localDigest(String digest) {
        localDigest = digest;
        return this;
    }

    Seen terms(PushTerms of) {
        terms = of;
        return this;
    }

    Observation made() {
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
                Map.of(Stage.PERMISSION, 12L),
                localDigest,
                terms);
    }
}
