package io.github.registrymaven.it;

import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import io.github.registrymaven.testkit.aws.PrincipalDescription;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;

/** The cloud accounts of the integration projects. */
public final class Accounts {
    private Accounts() {}

    /**
     * Starts an AWS account for the project in a folder, in which the user {@code ci} may push to the repository
     * {@code team/app}. The build has the user's key; the registry's host is in the property {@code it.registry}, where it
     * really is in {@code it.endpoint}, and a login of the user for it is the server {@code amazon} of {@code
     * src/it/settings.xml}. The scripts find the account in their context as {@code account}.
     */
    public static void start(File basedir, Map<String, Object> context) throws IOException {
        start(basedir, context, who -> who.allowPush("team/*"), more -> {});
    }

    /**
     * The same with other rights and further repositories.
     *
     * @param rights what {@code ci} may do
     */
    public static void start(
            File basedir,
            Map<String, Object> context,
            Consumer<PrincipalDescription> rights,
            Consumer<AwsTestCloudBuilder> more)
            throws IOException {
        AwsTestCloudBuilder described =
                AwsTestCloud.builder().user("ci", rights).repository("team/app");
        more.accept(described);
        start(basedir, context, described);
    }

    /**
     * The same, with repositories for the rules: {@code team/kept} is as it should be, {@code team/left} as AWS makes it and
     * open to every account, the lifecycle policy of {@code team/short} takes every tag after a day, and that of {@code
     * team/shadow} has a rule that never fires. The user {@code ci} may see all of it.
     */
    public static void startWithRepositories(File basedir, Map<String, Object> context) throws IOException {
        String untagged = rule(1, "\"tagStatus\":\"untagged\"", "\"sinceImagePushed\",\"countUnit\":\"days\"", 7);
        String newest = rule(2, "\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"]", "\"imageCountMoreThan\"", 50);
        String never = rule(3, "\"tagStatus\":\"tagged\",\"tagPatternList\":[\"v*\"]", "\"imageCountMoreThan\"", 5);
        String day = rule(1, "\"tagStatus\":\"any\"", "\"sinceImagePushed\",\"countUnit\":\"days\"", 1);
        start(
                basedir,
                context,
                AwsTestCloud.builder()
                        .user("ci", who -> who.allow("*", "ecr:*"))
                        .repository(
                                "team/kept",
                                it -> it.immutable()
                                        .scanOnPush()
                                        .encryption("KMS", null)
                                        .lifecyclePolicy(policy(untagged, newest)))
                        .repository(
                                "team/left",
                                it -> it.policy("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                                        + "\"Action\":\"ecr:BatchGetImage\"}]}"))
                        .repository("team/short", it -> it.lifecyclePolicy(policy(day)))
                        .repository("team/shadow", it -> it.lifecyclePolicy(policy(untagged, newest, never))));
    }

    private static String policy(String... rules) {
        return "{\"rules\":[" + String.join(",", rules) + "]}";
    }

    private static String rule(int priority, String status, String count, int number) {
        return "{\"rulePriority\":" + priority + ",\"selection\":{" + status + ",\"countType\":" + count
                + ",\"countNumber\":" + number + "},\"action\":{\"type\":\"expire\"}}";
    }

    private static void start(File basedir, Map<String, Object> context, AwsTestCloudBuilder description)
            throws IOException {
        AwsTestCloud account = description.start();
        AwsKey key = account.userKey("ci");
        String login = login(account, key);
        account.forgetCalls();
        Files.write(
                basedir.toPath().resolve("test.properties"),
                List.of(
                        "it.registry = " + account.registryHost(),
                        "it.endpoint = " + account.registry().url(),
                        "it.login = " + login,
                        "aws.endpointUrl = " + account.endpoint(),
                        "aws.accessKeyId = " + key.accessKeyId(),
                        "aws.secretAccessKey = " + key.secretAccessKey()));
        context.put("account", account);
    }

    /** What {@code aws ecr get-login-password} prints. */
    private static String login(AwsTestCloud account, AwsKey key) {
        try (EcrClient ecr = EcrClient.builder()
                .endpointOverride(URI.create(account.endpoint()))
                .region(Region.of(account.region()))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
                .build()) {
            String token =
                    ecr.getAuthorizationToken().authorizationData().get(0).authorizationToken();
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).substring("AWS:".length());
        }
    }
}
