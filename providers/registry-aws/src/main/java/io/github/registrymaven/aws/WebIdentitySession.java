package io.github.registrymaven.aws;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A session of the role that a CI runner's token is for. The token is read when it is first needed. */
final class WebIdentitySession implements AwsCredentialsProvider {
    private static final long MOST_BYTES = 64L * 1024;

    private final Sessions.WebIdentity identity;
    private final Machine machine;
    private final Function<String, AwsCredentialsProvider> trade;
    private @Nullable AwsCredentialsProvider session;

    WebIdentitySession(Sessions.WebIdentity identity, Machine machine, Function<String, AwsCredentialsProvider> trade) {
        this.identity = identity;
        this.machine = machine;
        this.trade = trade;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (session == null) {
            session = trade.apply(token());
        }
        return session.resolveCredentials();
    }

    private String token() {
        Path file = machine.home().resolve(identity.tokenFile());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw SdkClientException.create("the web identity token " + file + " is no token: it is too long");
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw SdkClientException.create("the web identity token " + file + " cannot be read", unreadable);
        }
    }
}
