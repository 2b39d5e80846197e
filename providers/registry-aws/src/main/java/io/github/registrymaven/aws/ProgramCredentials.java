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
    private @Nullable NoCredentials none;

    ProgramCredentials(String command, Machine machine, Supplier<Duration> longest) {
        this.command = command;
        this.machine = machine;
        this.longest = longest;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (none != null) {
            throw none;
        }
        if (credentials == null) {
            credentials = first();
        }
        return credentials;
    }

    private AwsCredentials first() {
        try {
            return run();
        } catch (NoCredentials given) {
            none = given;
            throw given;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("interrupted", interrupted);
        }
    }

    private AwsCredentials run() throws InterruptedException {
        boolean windows = machine.properties().getOrDefault("os.name", "").startsWith("Windows");
        List<String> words = windows ? List.of("cmd.exe", "/C", command) : List.of("sh", "-c", command);
        HelperRun run = HelperProcess.run(words, "", machine.environment(), longest.get());
        if (run instanceof HelperRun.Exited exited) {
            AwsCredentials printed = exited.status() == 0 ? read(exited.out()) : null;
            if (printed != null) {
                return printed;
            }
            throw none(
                    Cause.CREDENTIAL_HELPER_FAILED,
                    exited.status() == 0 ? "printed no credentials" : "ended with status " + exited.status(),
                    exited.err());
        }
        if (run instanceof HelperRun.TimedOut late) {
            throw none(
                    Cause.DEADLINE_EXCEEDED,
                    "gave no answer in " + late.after().toSeconds() + " s and was ended",
                    late.err());
        }
        if (run instanceof HelperRun.NoTimeLeft) {
            throw none(Cause.DEADLINE_EXCEEDED, "was not run: no time was left", Secret.of(""));
        }
        throw none(
                Cause.CREDENTIAL_HELPER_FAILED,
                run instanceof HelperRun.NotStarted ? "could not be run" : "said more than 64 KiB and was ended",
                Secret.of(""));
    }

    /** What it printed is not shown: what is not understood may still be a secret. */
    private NoCredentials none(Cause cause, String what, Secret err) {
        return new NoCredentials(new Trouble(
                cause,
                "the program of credential_process " + what,
                HelperWords.shown(Secret.of(""), err, machine.environment()).stream()
                        .map(line -> "it said: " + line)
                        .toList(),
                null,
                ""));
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
