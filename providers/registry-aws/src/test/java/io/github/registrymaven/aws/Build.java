package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.ProxyServer;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A build on some machine that asks AWS about an image. It begins with keys in its environment, and a login of its own. */
final class Build {
    static final String HOST = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, URI> endpoints = new HashMap<>();
    private final Map<String, String> profiles = new HashMap<>();
    private final List<ProxyServer> proxies = new ArrayList<>();
    private List<String> images = List.of(HOST + "/team/app:1.0");
    private Duration timeout = Duration.ofSeconds(10);
    private Duration deadline = Duration.ofSeconds(30);
    private CredentialLookup login = login("server in settings.xml");
    private Map<String, HttpAnswer> seen = Map.of();
    private String localDigest = "";

    Build(Path home, String endpoint) {
        this.home = home;
        environment.put("AWS_ENDPOINT_URL", endpoint);
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ACCESS_KEY_ID", "AKIAPLANTED");
        environment.put("AWS_SECRET_ACCESS_KEY", "planted-secret");
    }

    static CredentialLookup login(String origin) {
        return new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password("AWS", Secret.of("planted-password")),
                        new CredentialOrigin(origin, null, null, false),
                        null),
                List.of());
    }

    Build variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A property of Maven's JVM. */
    Build property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Build without(String... names) {
        Stream.of(names).forEach(environment::remove);
        return this;
    }

    Build endpoint(String host, String url) {
        endpoints.put(host, URI.create(url));
        return this;
    }

    /** The profile that is named for the registry. */
    Build profile(String name) {
        profiles.put(HOST, name);
        return this;
    }

    Build proxy(ProxyServer proxy) {
        proxies.add(proxy);
        return this;
    }

    Build images(String... references) {
        images = List.of(references);
        return this;
    }

    Build timeout(Duration one, Duration all) {
        timeout = one;
        deadline = all;
        return this;
    }

    Build login(CredentialLookup lookup) {
        login = lookup;
        return this;
    }

    /** The registry's endpoint answered: {@code upload} or {@code manifest}. */
    Build saw(String what, int status, String body, String... header) {
        Map<String, HttpAnswer> more = new HashMap<>(seen);
        Map<String, List<String>> headers = header.length == 2 ? Map.of(header[0], List.of(header[1])) : Map.of();
        more.put(
                what,
                new HttpAnswer(
                        URI.create("https://" + HOST + "/v2/"),
                        status,
                        HttpHeaders.of(headers, (name, value) -> true),
                        body.getBytes(StandardCharsets.UTF_8)));
        seen = more;
        return this;
    }

    Build localDigest(String digest) {
        localDigest = digest;
        return this;
    }

    /** What a survey found, and what it says about the first image. */
    record Outcome(Survey survey, Sight sight, List<Finding> findings, int requests) {
        /** Who pushes, as far as AWS knows for certain. */
        @Nullable
        Identity identity() {
            return survey.identity(sight);
        }

        Finding finding(String id) {
            return findings.stream()
                    .filter(finding -> finding.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + id + " in " + findings));
        }
    }

    /** What AWS gives as a login for the first image's registry. */
    CredentialLookup logIn() throws InterruptedException {
        try (RegistryHttp http = http()) {
            return new AwsLogin().login(request(http));
        }
    }

    Outcome ask() throws InterruptedException {
        try (RegistryHttp http = http()) {
            SurveyRequest request = request(http);
            Survey survey = new AwsControlPlane().survey(request);
            Sight sight = new Sight(
                    request.images().get(0),
                    login,
                    seen.get("upload"),
                    seen.get("manifest"),
                    localDigest.isEmpty() ? null : localDigest);
            return new Outcome(survey, sight, survey.findings(sight), http.requestsSent());
        }
    }

    /** How the repositories of the images are set up. */
    List<RepositoryState> states() throws InterruptedException {
        try (RegistryHttp http = http()) {
            return new AwsControlPlane().states(request(http));
        }
    }

    /** What lies in the repository of the first image. */
    StoredImages stored() throws InterruptedException {
        try (RegistryHttp http = http()) {
            return new AwsControlPlane().stored(request(http), false);
        }
    }

    private RegistryHttp http() {
        return RegistryHttp.open(
                new NetworkOptions(machine(), proxies, Set.of("127.0.0.1"), endpoints, timeout), Deadline.in(deadline));
    }

    private SurveyRequest request(RegistryHttp http) {
        List<ImageReference> references = images.stream()
                .map(text -> ((ParsedReference.Valid) ImageReference.parse(text)).reference())
                .toList();
        return new SurveyRequest(references.get(0).host(), references, machine(), http, endpoints, profiles);
    }

    private Machine machine() {
        return new Machine(environment, properties, home, Clock.systemUTC());
    }
}
