package io.github.registrymaven.aws;

import io.github.registrymaven.credential.HelperProcess;
import io.github.registrymaven.credential.HelperRun;
import io.github.registrymaven.credential.HelperWords;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What the program of a profile's {@code credential_process} prints. The SDK waits for it without an end and keeps its words to
 * itself. It is run once.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process credentials</a>
 */
final class ProgramCredentials implements AwsCredentialsProvider {
    private final String command;
    private final Machine machine;
    private final Supplier<Duration> longest;
    private @Nullable AwsCredentials credentials;
    private @Nullable Trouble trouble;

    ProgramCredentials(String command, Machine machine, Supplier<Duration> longest) {
        this.command = command;
        this.machine = machine;
        this.longest = longest;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (credentials == null && trouble == null) {
            try {
                run();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw SdkClientException.create("interrupted", interrupted);
            }
        }
        if (credentials == null) {
            throw new NoCredentials(trouble == null ? failed("gave nothing", List.of()) : trouble);
        }
        return credentials;
    }

    private void run() throws InterruptedException {
        boolean windows = machine.properties().getOrDefault("os.name", "").startsWith("Windows");
        List<String> words = windows ? List.of("cmd.exe", "/C", command) : List.of("sh", "-c", command);
        Map<String, String> environment = machine.environment();
        HelperRun run = HelperProcess.run(words, "", environment, longest.get());
        if (run instanceof HelperRun.Exited exited && exited.status() == 0) {
            credentials = read(exited.out());
            // What it printed is not shown: what is not understood may still be a secret.
            trouble = failed("printed no credentials", HelperWords.shown(Secret.of(""), exited.err(), environment));
        } else if (run instanceof HelperRun.Exited exited) {
            trouble = failed(
                    "ended with status " + exited.status(),
                    HelperWords.shown(Secret.of(""), exited.err(), environment));
        } else if (run instanceof HelperRun.TimedOut late) {
            trouble = new Trouble(
                    Cause.DEADLINE_EXCEEDED,
                    "the program of credential_process gave no answer in "
                            + late.after().toSeconds() + " s and was ended",
                    said(HelperWords.shown(Secret.of(""), late.err(), environment)),
                    null,
                    "");
        } else if (run instanceof HelperRun.NoTimeLeft) {
            trouble = new Trouble(
                    Cause.DEADLINE_EXCEEDED,
                    "the program of credential_process was not run: no time was left",
                    List.of(),
                    null,
                    "");
        } else if (run instanceof HelperRun.NotStarted) {
            trouble = failed("could not be run", List.of());
        } else {
            trouble = failed("said more than 64 KiB and was ended", List.of());
        }
    }

    private static Trouble failed(String what, List<String> words) {
        return new Trouble(
                Cause.CREDENTIAL_HELPER_FAILED, "the program of credential_process " + what, said(words), null, "");
    }

    private static List<String> said(List<String> words) {
        return words.stream().map(line -> "it said: " + line).toList();
    }

    private static @Nullable AwsCredentials read(Secret printed) {
        try {
            JsonNode read = JsonNode.parser().parse(printed.reveal());
            Map<String, JsonNode> answer = read.isObject() ? read.asObject() : Map.of();
            String key = text(answer, "AccessKeyId");
            String secret = text(answer, "SecretAccessKey");
            String token = text(answer, "SessionToken");
            if (!text(answer, "Version").equals("1") || key.isEmpty() || secret.isEmpty()) {
                return null;
            }
            return token.isEmpty()
                    ? AwsBasicCredentials.create(key, secret)
                    : AwsSessionCredentials.create(key, secret, token);
        } catch (UncheckedIOException | IllegalArgumentException noJson) {
            return null;
        }
    }

    private static String text(Map<String, JsonNode> answer, String name) {
        JsonNode value = answer.get(name);
        return value != null && (value.isString() || value.isNumber()) ? value.text() : "";
    }
}
