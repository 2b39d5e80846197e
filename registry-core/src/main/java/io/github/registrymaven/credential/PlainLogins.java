package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds logins that docker's own files hold in plain text: base64 hides nothing. */
public final class PlainLogins {
    private static final Duration SHORT = Duration.ofHours(24);

    /**
     * The user names of access tokens that Google ends after an hour and of those that GitLab ends with their job.
     *
     * @see <a href="https://cloud.google.com/artifact-registry/docs/docker/authentication#token">Access token</a>
     * @see <a href="https://docs.gitlab.com/ci/jobs/ci_job_token/">CI/CD job token</a>
     */
    private static final Set<String> OF_TOKENS =
            Set.of("oauth2accesstoken", "_token", "_dcgcloud_token", "gitlab-ci-token");

    /** How the tokens of GitHub's and GitLab's jobs begin; of GitHub's each ends with its job, or within 24 hours. */
    private static final List<String> OF_JOBS = List.of("ghs_", "glcbt-");

    private PlainLogins() {}

    /** What docker's files of this machine hold. A file that is not there, or cannot be read, holds none. */
    public static List<PlainLogin> of(Machine machine) {
        ConfigFiles files = new ConfigFiles(machine);
        Path folder = files.folder("DOCKER_CONFIG");
        Path docker = folder == null ? machine.home().resolve(".docker") : folder;
        List<PlainLogin> logins = new ArrayList<>();
        add(files.read(docker.resolve("config.json"), ConfigFormat.DOCKER), machine, logins);
        add(files.read(machine.home().resolve(".dockercfg"), ConfigFormat.DOCKER_LEGACY), machine, logins);
        return logins;
    }

    /** Tokens that do not say when they end, but are made to within the day. */
    private static boolean endsWithItsJob(String registry, Credential credential) {
        if (!(credential instanceof Credential.Password login)) {
            return false;
        }
        boolean ofAmazon = login.username().equals("AWS") && registry.contains("ecr");
        String password = login.password().reveal();
        return ofAmazon
                || OF_TOKENS.contains(login.username())
                || OF_JOBS.stream().anyMatch(password::startsWith);
    }

    private static void add(ConfigFiles.Reading reading, Machine machine, List<PlainLogin> logins) {
        if (reading instanceof ConfigFiles.Read read) {
            for (String registry : read.file().auths().keySet()) {
                if (read.file().entry(registry) instanceof AuthEntry.Holds holds) {
                    Instant end = CredentialExpiry.of(holds.credential());
                    boolean shortLived = end == null
                            ? endsWithItsJob(registry, holds.credential())
                            : end.isBefore(machine.clock().instant().plus(SHORT));
                    logins.add(new PlainLogin(registry, read.file().shown(), shortLived));
                }
            }
        }
    }
}
