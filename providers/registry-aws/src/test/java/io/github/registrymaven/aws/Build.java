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
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
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

/** A build on some machine that asks AWS about an image. It begins with keys in its environment, and a login of its own. */
final class Build {
    static final String HOST = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, URI> endpoints = new HashMap<>();
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

    Build without(String... names) {
        Stream.of(names).forEach(environment::remove);
        return this;
    }

    Build property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Build endpoint(String host, String url) {
        endpoints.put(host, URI.create(url));
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
    record Outcome(Survey survey, List<Finding> findings, int requests) {
        Finding finding(String id) {
            return findings.stream()
                    .filter(finding -> finding.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + id + " in " + findings));
        }
    }

    /** What AWS gives as a login for the first image's registry. */
    CredentialLookup logIn() throws InterruptedException {
        Machine machine = new Machine(environment, properties, home, Clock.systemUTC());
        NetworkOptions options = new NetworkOptions(machine, proxies, Set.of("127.0.0.1"), endpoints, timeout);
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(images.get(0))).reference();
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(deadline))) {
            return new AwsLogin().login(new SurveyRequest(image.host(), List.of(image), machine, http, endpoints));
        }
    }

    Outcome ask() throws InterruptedException {
        Machine machine = new Machine(environment, properties, home, Clock.systemUTC());
        Deadline end = Deadline.in(deadline);
        NetworkOptions options = new NetworkOptions(machine, proxies, Set.of("127.0.0.1"), endpoints, timeout);
        List<ImageReference> references = images.stream()
                .map(text -> ((ParsedReference.Valid) ImageReference.parse(text)).reference())
                .toList();
        try (RegistryHttp http = RegistryHttp.open(options, end)) {
            ImageReference first = references.get(0);
            Survey survey =
                    new AwsControlPlane().survey(new SurveyRequest(first.host(), references, machine, http, endpoints));
            Sight sight = new Sight(
                    first, login, seen.get("upload"), seen.get("manifest"), localDigest.isEmpty() ? null : localDigest);
            return new Outcome(survey, survey.findings(sight), http.requestsSent());
        }
    }
}
