package io.github.registrymaven.google;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
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
import io.github.registrymaven.preflight.PushTerms;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.provision.Provisioner;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** A machine from which images are checked, and pushed, against a cloud of the testkit. It begins without any credentials. */
final class Workplace {
    private final GoogleTestCloud cloud;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, URI> endpoints = new HashMap<>();
    private final List<SettingsServer> servers = new ArrayList<>();
    private Probe probe = Probe.UPLOAD;
    private PushLogin pushedWith = new PushLogin.Jibs();
    private Duration timeout = Duration.ofSeconds(10);
    private @Nullable String localDigest;

    Workplace(GoogleTestCloud cloud, Path home) {
        this.cloud = cloud;
        this.home = home;
        endpoints.putAll(cloud.endpoints());
        environment.put("NO_GCE_CHECK", "true");
    }

    Workplace variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Workplace without(String name) {
        environment.remove(name);
        return this;
    }

    Workplace endpoint(String host, @Nullable String url) {
        if (url == null) {
            endpoints.remove(host);
        } else {
            endpoints.put(host, URI.create(url));
        }
        return this;
    }

    /** Application default credentials in the file that {@code GOOGLE_APPLICATION_CREDENTIALS} names. */
    Workplace credentials(String json) throws IOException {
        Path file = Files.writeString(home.resolve("credentials.json"), json);
        return variable("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
    }

    Workplace file(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** A login in settings.xml. */
    Workplace login(String host, String user, String password) {
        servers.add(new SettingsServer(host, user, Secret.of(password), null, false));
        return this;
    }

    /** A login with an access token of somebody. */
    Workplace as(String member) {
        return login(cloud.registryHost(), "oauth2accesstoken", cloud.accessToken(member));
    }

    Workplace probe(Probe how) {
        probe = how;
        return this;
    }

    /** Without this, by jib. */
    Workplace pushedWith(PushLogin login) {
        pushedWith = login;
        return this;
    }

    Workplace timeout(Duration each) {
        timeout = each;
        return this;
    }

    Workplace localDigest(String digest) {
        localDigest = digest;
        return this;
    }

    /** The path of an image, below the home location's host unless it names one. */
    String reference(String path) {
        return path.startsWith("gcr.io/") || path.contains("-docker.pkg.dev/")
                ? path
                : cloud.registryHost() + "/" + cloud.project() + "/" + path;
    }

    ImageReport check(String path) throws InterruptedException {
        return checkAll(path).images().get(0);
    }

    PreflightReport checkAll(String... paths) throws InterruptedException {
        List<RequestedImage> images = Stream.of(paths)
                .map(path -> new RequestedImage(reference(path), "test", localDigest, PushTerms.USUAL.with(pushedWith)))
                .toList();
        return Preflight.run(
                new PreflightRequest(
                        images, probe, null, Set.of("127.0.0.1"), endpoints, timeout, Duration.ofSeconds(60), false),
                new Surroundings(
                        machine(), servers, List.of(), List.of(new GoogleControlPlane()), List.of(new GoogleLogin())));
    }

    List<RepositoryState> states(String... paths) throws InterruptedException {
        List<ImageReference> images = Stream.of(paths)
                .map(path -> ((ParsedReference.Valid) ImageReference.parse(reference(path))).reference())
                .toList();
        NetworkOptions options = new NetworkOptions(machine(), List.of(), Set.of("127.0.0.1"), endpoints, timeout);
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(30)))) {
            return new GoogleControlPlane()
                    .states(new SurveyRequest(images.get(0).host(), images, machine(), http, endpoints));
        }
    }

    /** What lies in a repository. */
    StoredImages stored(String path) throws InterruptedException {
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(reference(path))).reference();
        NetworkOptions options = new NetworkOptions(machine(), List.of(), Set.of("127.0.0.1"), endpoints, timeout);
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(30)))) {
            return new GoogleControlPlane()
                    .stored(new SurveyRequest(image.host(), List.of(image), machine(), http, endpoints));
        }
    }

    /** What somebody does who sets repositories up. */
    interface Provisioned<T> {
        T with(Provisioner cloud, SurveyRequest request) throws InterruptedException;
    }

    <T> T provision(Provisioned<T> work, String... paths) throws InterruptedException {
        List<ImageReference> images = Stream.of(paths)
                .map(path -> ((ParsedReference.Valid) ImageReference.parse(reference(path))).reference())
                .toList();
        NetworkOptions options = new NetworkOptions(machine(), List.of(), Set.of("127.0.0.1"), endpoints, timeout);
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(30)))) {
            return work.with(
                    new GoogleProvisioner(),
                    new SurveyRequest(images.get(0).host(), images, machine(), http, endpoints));
        }
    }

    private Machine machine() {
        return new Machine(environment, Map.of(), home, Clock.systemUTC());
    }

    static Finding finding(ImageReport report, String id) {
        return report.checks().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + report.checks()));
    }

    static @Nullable Cause cause(ImageReport report) {
        Finding decisive = report.decisive();
        return decisive == null ? null : decisive.cause();
    }

    /** What skopeo complains of; empty where it pushed. */
    String push(String path, String user, String password, Path image) throws IOException, InterruptedException {
        String reference = reference(path);
        String host = reference.substring(0, reference.indexOf('/'));
        Process skopeo = new ProcessBuilder(
                        "skopeo",
                        "--insecure-policy",
                        "copy",
                        "--dest-tls-verify=false",
                        "--dest-creds",
                        user + ":" + password,
                        "oci:" + image + ":1.0",
                        "docker://" + cloud.registry(host).host() + reference.substring(host.length()))
                .redirectErrorStream(true)
                .start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return skopeo.waitFor() == 0 ? "" : said;
    }
}
