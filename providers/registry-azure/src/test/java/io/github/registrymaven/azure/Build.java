package io.github.registrymaven.azure;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.push.Push;
import io.github.registrymaven.push.PushProgress;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A build on a machine that trusts the cloud's authority. It begins with neither an identity nor a login. */
final class Build {
    static final String GUID = "00000000-0000-0000-0000-000000000000";

    private final AzureTestCloud cloud;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, URI> endpoints = new HashMap<>();
    private final List<SettingsServer> servers = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(10);
    private Duration deadline = Duration.ofSeconds(60);
    private Probe probe = Probe.UPLOAD;
    private PushLogin pushedWith = new PushLogin.Usual();
    private @Nullable Resolver resolver;

    Build(AzureTestCloud cloud, Path home) throws IOException {
        this.cloud = cloud;
        this.home = home;
        cloud.endpoints().forEach((host, url) -> endpoints.put(host, URI.create(url)));
        // Nobody's machine has an identity unless a test says so.
        endpoints.remove("169.254.169.254");
        for (URI each : List.of(
                URI.create(cloud.endpoint()), URI.create(cloud.registry().url()))) {
            Path folder =
                    Files.createDirectories(home.resolve(".docker/certs.d").resolve(each.getAuthority()));
            Path file = folder.resolve("ca.crt");
            if (!Files.exists(file)) {
                Files.copy(cloud.certificate(), file);
            }
        }
    }

    /** The machine has the identity of an application. */
    Build as(String application, String secret) {
        environment.putAll(cloud.environment(application, secret));
        return this;
    }

    /** The machine has an identity of its own. */
    Build onAzure() {
        endpoints.put("169.254.169.254", URI.create(cloud.endpoint()));
        return this;
    }

    Build variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What the machine's resolver says of every name. */
    Build resolving(String address) {
        resolver = host -> InetAddress.getAllByName(address);
        return this;
    }

    /** Where a host is to be looked for. */
    Build at(String host, String url) {
        endpoints.put(host, URI.create(url));
        return this;
    }

    Build login(String user, String password) {
        servers.add(new SettingsServer(cloud.registryHost(), user, Secret.of(password), null, false));
        return this;
    }

    /** As {@code az acr login} leaves it. */
    Build loggedInAs(String name) {
        return login(GUID, cloud.refreshToken(name, 600));
    }

    Build patience(Duration one, Duration all) {
        timeout = one;
        deadline = all;
        return this;
    }

    /** With which login the image is pushed: as jib and docker do, unless a test says otherwise. */
    Build pushedWith(PushLogin login) {
        pushedWith = login;
        return this;
    }

    /** Docker's own config has a login. */
    Build dockerLogin(String user, String password) throws IOException {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                Files.createDirectories(home.resolve(".docker")).resolve("config.json"),
                "{\"auths\":{\"" + cloud.registryHost() + "\":{\"auth\":\"" + pair + "\"}}}");
        return this;
    }

    Build byToken() {
        probe = Probe.TOKEN;
        return this;
    }

    ImageReport check(String path) throws InterruptedException {
        return checkAll(cloud.registryHost() + "/" + path).images().get(0);
    }

    PreflightReport checkAll(String... references) throws InterruptedException {
        List<RequestedImage> images = new ArrayList<>();
        for (String reference : references) {
            images.add(new RequestedImage(reference, "test").with(pushedWith));
        }
        return Preflight.run(
                new PreflightRequest(images, probe, null, Set.of(), endpoints, timeout, deadline, false),
                surroundings());
    }

    private Machine machine() {
        return new Machine(environment, Map.of(), home, Clock.systemUTC());
    }

    private Surroundings surroundings() {
        return new Surroundings(machine(), servers, List.of(), List.of(new AzureControlPlane(resolver)))
                .loggingInWith(List.of(new AzureLogin()));
    }

    /** What our own push does with an image at hand. */
    PushReport push(String path) throws Exception {
        try (ImageSource source = ImageSource.open(SmallImage.write(home.resolve("image")));
                Push push = Push.open(
                        new PushRequest(source, List.of(image(path)), null, Set.of(), endpoints, Map.of(), timeout),
                        surroundings(),
                        PushProgress.NONE)) {
            return push.run();
        }
    }

    CredentialLookup logIn() throws InterruptedException {
        ImageReference image = image("team/app:1.0");
        NetworkOptions options = new NetworkOptions(machine(), List.of(), Set.of(), endpoints, timeout);
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(deadline))) {
            return new AzureLogin().login(new SurveyRequest(image.host(), List.of(image), machine(), http, endpoints));
        }
    }

    private ImageReference image(String path) {
        return ((ParsedReference.Valid) ImageReference.parse(cloud.registryHost() + "/" + path)).reference();
    }

    List<RepositoryState> states(String path) throws InterruptedException {
        ImageReference image = image(path);
        NetworkOptions options = new NetworkOptions(machine(), List.of(), Set.of(), endpoints, timeout);
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(deadline))) {
            return new AzureControlPlane()
                    .states(new SurveyRequest(image.host(), List.of(image), machine(), http, endpoints));
        }
    }

    /** What lies in the repository of an image. */
    StoredImages stored(String path) throws InterruptedException {
        ImageReference image = image(path);
        NetworkOptions options = new NetworkOptions(machine(), List.of(), Set.of(), endpoints, timeout);
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(deadline))) {
            return new AzureControlPlane()
                    .stored(new SurveyRequest(image.host(), List.of(image), machine(), http, endpoints));
        }
    }

    static Finding finding(ImageReport report, String id) {
        return report.checks().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + report.checks()));
    }
}
