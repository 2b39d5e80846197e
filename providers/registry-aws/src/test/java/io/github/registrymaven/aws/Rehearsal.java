package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.Push;
import io.github.registrymaven.push.PushProgress;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;

/** A preflight as somebody, and then the push itself: ours, and skopeo's. All log in with a token of the same key. */
final class Rehearsal {
    private final AwsTestCloud cloud;
    private final AwsKey key;
    private final Path home;
    private final String password;

    /** @param home an empty folder, or one that was a home before */
    Rehearsal(AwsTestCloud cloud, AwsKey key, Path home) {
        this.cloud = cloud;
        this.key = key;
        this.home = home;
        this.password = password();
    }

    private String password() {
        String session = key.sessionToken();
        try (EcrClient ecr = EcrClient.builder()
                .endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.of(cloud.region()))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        session == null
                                ? AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())
                                : AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), session)))
                .build()) {
            String token =
                    ecr.getAuthorizationToken().authorizationData().get(0).authorizationToken();
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).substring("AWS:".length());
        }
    }

    /** What a preflight says whose login is in settings.xml, so that nobody can tell whose it is. */
    ImageReport byStoredLogin(String path, @Nullable String localDigest) throws InterruptedException {
        return byStoredLogin(List.of(image(path, localDigest))).images().get(0);
    }

    PreflightReport byStoredLogin(List<RequestedImage> images) throws InterruptedException {
        return check(images, Map.of(), List.of(login()));
    }

    /** What it says where nobody logs in. */
    PreflightReport byNoLogin(List<RequestedImage> images) throws InterruptedException {
        return check(images, Map.of(), List.of());
    }

    /** What it says where docker-credential-ecr-login makes the login of the same credentials. */
    ImageReport byHelper(String path, @Nullable String localDigest) throws IOException, InterruptedException {
        return byHelper(List.of(image(path, localDigest))).images().get(0);
    }

    PreflightReport byHelper(List<RequestedImage> images) throws IOException, InterruptedException {
        Path helper = Files.createDirectories(home.resolve("bin")).resolve("docker-credential-ecr-login");
        Files.writeString(
                helper,
                "#!/bin/sh\nread url\necho asked >> " + helperLog() + "\necho '{\"Username\":\"AWS\",\"Secret\":\""
                        + password + "\"}'\n");
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(
                Files.createDirectories(home.resolve(".docker")).resolve("config.json"),
                "{\"credHelpers\":{\"" + cloud.registryHost() + "\":\"ecr-login\"}}");
        return check(images, Map.of("PATH", home.resolve("bin").toString()), List.of());
    }

    /** A line for each time that the helper was asked. */
    Path helperLog() {
        return home.resolve("helper.log");
    }

    RequestedImage image(String path, @Nullable String localDigest) {
        return new RequestedImage(cloud.registryHost() + "/" + path, "test", localDigest);
    }

    private PreflightReport check(List<RequestedImage> images, Map<String, String> more, List<SettingsServer> logins)
            throws InterruptedException {
        Map<String, String> environment = new HashMap<>(key.environment());
        environment.put("AWS_ENDPOINT_URL", cloud.endpoint());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.putAll(more);
        return Preflight.run(
                new PreflightRequest(
                        images,
                        Probe.UPLOAD,
                        null,
                        Set.of("127.0.0.1"),
                        endpoints(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        false),
                new Surroundings(machine(environment), logins, List.of(), List.of(new AwsControlPlane())));
    }

    private SettingsServer login() {
        return new SettingsServer(cloud.registryHost(), "AWS", Secret.of(password), null, false);
    }

    private Machine machine(Map<String, String> environment) {
        return new Machine(environment, Map.of(), home, Clock.systemUTC());
    }

    private Map<String, URI> endpoints() {
        return Map.of(cloud.registryHost(), URI.create(cloud.registry().url()));
    }

    /** What our push complains of; empty where it pushed. */
    String push(String path) throws IOException, InterruptedException {
        ImageReference target =
                ((ParsedReference.Valid) ImageReference.parse(cloud.registryHost() + "/" + path)).reference();
        try (ImageSource image = ImageSource.open(SmallImage.write(home.resolve("image")));
                Push push = Push.open(
                        new PushRequest(
                                image,
                                List.of(target),
                                null,
                                Set.of("127.0.0.1"),
                                endpoints(),
                                Map.of(),
                                Duration.ofSeconds(10)),
                        new Surroundings(machine(Map.of()), List.of(login()), List.of()),
                        PushProgress.NONE)) {
            PushReport report = push.run();
            return report.verdict() == Verdict.PASS ? "" : report.toString();
        }
    }

    /** What skopeo complains of; empty where it pushed. */
    String skopeo(String path) throws IOException, InterruptedException {
        Process skopeo = new ProcessBuilder(
                        "skopeo",
                        "--insecure-policy",
                        "copy",
                        "--retry-times",
                        "0",
                        "--dest-tls-verify=false",
                        "--dest-creds",
                        "AWS:" + password,
                        "oci:" + SmallImage.write(home.resolve("image")) + ":1.0",
                        "docker://" + cloud.registry().host() + "/" + path)
                .redirectErrorStream(true)
                .start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return skopeo.waitFor() == 0 ? "" : said;
    }
}
