package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A source of the SDK's that is not waited for longer than there is time: some know no end. */
final class TimedCredentials implements AwsCredentialsProvider {
    private final AwsCredentialsProvider source;
    private final Supplier<Duration> longest;

    TimedCredentials(AwsCredentialsProvider source, Supplier<Duration> longest) {
        this.source = source;
        this.longest = longest;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        CompletableFuture<AwsCredentials> asked = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        asked.complete(source.resolveCredentials());
                    } catch (RuntimeException absent) {
                        asked.completeExceptionally(absent);
                    }
                },
                "registry-aws-credentials");
        thread.setDaemon(true);
        thread.start();
        try {
            return asked.get(longest.get().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("interrupted", interrupted);
        } catch (ExecutionException absent) {
            throw absent.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(absent);
        } catch (TimeoutException late) {
            thread.interrupt();
            throw new NoCredentials(new Trouble(
                    Cause.DEADLINE_EXCEEDED, "the source of the credentials gave none in time", List.of(), null, ""));
        }
    }
}
