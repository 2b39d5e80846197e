package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;

/**
 * The SDK's default chain, in its order: JVM properties, environment, web identity, profile, container, instance. The SDK
 * passes over a half-set source in silence and never says which one won, so the chain is walked here. A source is looked at
 * by what is set, without a request: only the winner is asked.
 *
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html">Default chain</a>
 */
final class CallerChain {
    /** The one source of which other programs know nothing. */
    static final String OF_THE_JVM = "JVM properties";

    private final AwsSettings settings;
    private final Sessions sessions;
    private final List<String> notes = new ArrayList<>();
    private final List<Source> holding = new ArrayList<>();
    private Caller.@Nullable Unusable broken;

    CallerChain(AwsSettings settings, Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /** @param cli the same in a shell */
    private record Source(String name, AwsCredentialsProvider provider, AwsCli cli) {
        Source(String name, AwsCredentialsProvider provider) {
            this(name, provider, AwsCli.PLAIN);
        }
    }

    /** Walks the chain. */
    Caller find() {
        if (!settings.isForThisHost()) {
            keys(
                    OF_THE_JVM,
                    "-Daws.accessKeyId",
                    settings.property("aws.accessKeyId"),
                    "-Daws.secretAccessKey",
                    first(settings.property("aws.secretAccessKey"), settings.property("aws.secretKey")),
                    settings.property("aws.sessionToken"));
            keys(
                    "environment variables",
                    "AWS_ACCESS_KEY_ID",
                    settings.variable("AWS_ACCESS_KEY_ID"),
                    "AWS_SECRET_ACCESS_KEY",
                    settings.variable("AWS_SECRET_ACCESS_KEY"),
                    settings.variable("AWS_SESSION_TOKEN"));
            webIdentity();
        }
        profile();
        if (!settings.isForThisHost()) {
            container();
        }
        if (holding.isEmpty() && broken == null && notes.isEmpty() && !settings.isForThisHost()) {
            instance();
        }
        if (broken != null) {
            return broken;
        }
        if (holding.isEmpty()) {
            return Caller.Unusable.nobody(settings.profileName(), notes);
        }
        return new Caller.Known(
                holding.get(0).provider(),
                holding.get(0).name(),
                holding.get(0).cli(),
                holding.stream().skip(1).map(Source::name).toList(),
                notes);
    }

    private void keys(
            String name,
            String keyName,
            @Nullable String key,
            String secretName,
            @Nullable String secret,
            @Nullable String token) {
        if (key != null && secret != null) {
            AwsCredentials credentials = token == null
                    ? AwsBasicCredentials.create(key, secret)
                    : AwsSessionCredentials.create(key, secret, token);
            holding.add(new Source(name, StaticCredentialsProvider.create(credentials)));
        } else if (key != null || secret != null) {
            notes.add((key == null ? secretName : keyName) + " is set, and " + (key == null ? keyName : secretName)
                    + " is not: the AWS SDK passes over both in silence");
        }
    }

    private void webIdentity() {
        String file = settings.variable("AWS_WEB_IDENTITY_TOKEN_FILE");
        String role = settings.variable("AWS_ROLE_ARN");
        if (file != null && role != null) {
            String session = settings.variable("AWS_ROLE_SESSION_NAME");
            holding.add(new Source(
                    "web identity token for " + role,
                    sessions.webIdentity(
                            new Sessions.WebIdentity(file, role, session == null ? "registry-maven" : session))));
        } else if (file != null) {
            notes.add("AWS_WEB_IDENTITY_TOKEN_FILE is set, and AWS_ROLE_ARN is not");
        }
    }

    private void profile() {
        boolean first = holding.isEmpty();
        if (settings.file() == null) {
            String words = settings.problem() == null ? "" : settings.problem();
            if (first) {
                broken = new Caller.Unusable(
                        Cause.CREDENTIALS_MISSING,
                        "the AWS settings of this machine cannot be read",
                        List.of(words),
                        List.of(new Remedy("Mend the line that is named", List.of(), List.of())));
            } else {
                notes.add(words);
            }
            return;
        }
        Profile profile = settings.profile();
        if (profile == null) {
            if (settings.chosenBy() != null) {
                unknownProfile(first);
            }
            return;
        }
        ProfileSource source = new ProfileSource(settings, profile, sessions);
        Caller.Unusable problem = first ? source.problem() : null;
        if (problem != null) {
            broken = problem;
        } else if (source.hasCredentials()) {
            holding.add(new Source(source.name(), source.provider(), source.cli()));
        }
    }

    private void unknownProfile(boolean first) {
        String words = settings.chosenBy() + " names the profile '" + settings.profileName() + "', and "
                + settings.configFile() + " has none of that name";
        if (!first) {
            notes.add(words);
            return;
        }
        List<String> known = settings.file() == null
                ? List.of()
                : settings.file().profiles().keySet().stream().sorted().toList();
        broken = new Caller.Unusable(
                Cause.CREDENTIALS_MISSING,
                "the AWS profile '" + settings.profileName() + "' does not exist",
                List.of(
                        words,
                        known.isEmpty() ? "there are no profiles at all" : "there are: " + String.join(", ", known)),
                List.of(new Remedy(
                        "Set the profile up, or name another one",
                        List.of("aws configure --profile " + settings.profileName()),
                        List.of())));
    }

    private void container() {
        if (settings.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") != null
                || settings.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") != null) {
            holding.add(new Source(
                    "the container's role",
                    ContainerCredentialsProvider.builder().build()));
        }
    }

    private void instance() {
        if (!"true".equalsIgnoreCase(settings.variable("AWS_EC2_METADATA_DISABLED"))) {
            holding.add(new Source(
                    InstanceRole.NAME,
                    new InstanceRole(
                            InstanceProfileCredentialsProvider.builder().build())));
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
