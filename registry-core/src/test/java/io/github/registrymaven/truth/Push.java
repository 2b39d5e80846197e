package io.github.registrymaven.truth;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.PushTerms;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One push, looked at twice: what the preflight says it would come to, and what skopeo comes to. */
final class Push {
    private final Path folder;
    private final String target;
    private @Nullable String user;
    private @Nullable String password;
    private boolean insecure;
    private @Nullable Path authority;
    private int seconds = 4;

    /**
     * A push of a small image.
     *
     * @param folder an empty folder, which is the home of both
     * @param host where to; the repository is {@code team/app}, the tag {@code 1.0}
     */
    Push(Path folder, String host) {
        this.folder = folder;
        this.target = host + "/team/app:1.0";
    }

    Push as(String name, String secret) {
        user = name;
        password = secret;
        return this;
    }

    /** How long a request of the preflight may take, and half a push: for one that nobody will answer. */
    Push patience(int longest) {
        seconds = longest;
        return this;
    }

    /** Plain http and any certificate are allowed. */
    Push insecurely() {
        insecure = true;
        return this;
    }

    /** The authority's certificate is in {@code certs.d}. */
    Push trusting(Path certificate) {
        authority = certificate;
        return this;
    }

    /** What the preflight says. */
    record Expected(Verdict verdict, @Nullable Cause cause, String told) {}

    Expected expected() throws IOException, InterruptedException {
        String host = target.substring(0, target.indexOf('/'));
        if (authority != null) {
            Path own = Files.createDirectories(folder.resolve(".docker/certs.d").resolve(host));
            Files.copy(authority, own.resolve("ca.crt"));
        }
        List<SettingsServer> servers = user == null || password == null
                ? List.of()
                : List.of(new SettingsServer(host, user, Secret.of(password), null, true));
        PreflightRequest request = new PreflightRequest(
                // Skopeo, unlike docker, wants leave for plain http on the loopback interface, too.
                List.of(new RequestedImage(target, "test", null, PushTerms.USUAL)),
                Probe.UPLOAD,
                null,
                insecure ? Set.of("127.0.0.1") : Set.of(),
                Map.of(),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(30),
                false);
        Machine machine = new Machine(Map.of(), Map.of(), folder, Clock.systemUTC());
        ImageReport report = Preflight.run(request, new Surroundings(machine, servers, List.of()))
                .images()
                .get(0);
        Finding decisive = report.decisive();
        return new Expected(report.verdict(), decisive == null ? null : decisive.cause(), report.toString());
    }

    /** What skopeo says: nothing if the push was taken. */
    String pushed(Path image) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "skopeo", "--insecure-policy", "--command-timeout", 2 * seconds + "s", "copy", "--retry-times", "0"));
        if (insecure) {
            command.add("--dest-tls-verify=false");
        }
        if (authority != null) {
            String host = target.substring(0, target.indexOf('/'));
            command.addAll(List.of(
                    "--dest-cert-dir",
                    folder.resolve(".docker/certs.d").resolve(host).toString()));
        }
        if (user == null) {
            command.add("--dest-no-creds");
        } else {
            command.addAll(List.of("--dest-creds", user + ":" + password));
        }
        command.addAll(List.of("oci:" + image + ":1.0", "docker://" + target));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process skopeo = builder.start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return skopeo.waitFor() == 0 ? "" : said;
    }
}
