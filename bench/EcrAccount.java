import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;

/**
 * An AWS account on loopback: EcrAccount API_PORT REGISTRY_PORT REPOSITORIES. Prints the registry's host, and for each of two
 * users, {@code least} with the rights of a push and {@code seeing} who may also ask for more, a line with its name, key,
 * secret and docker login. Then each line that it reads is answered with the calls since the last one; it ends with its input.
 */
final class EcrAccount {
    public static void main(String[] arguments) throws Exception {
        AwsTestCloudBuilder described = AwsTestCloud.builder()
                .port(Integer.parseInt(arguments[0]))
                .registry(it -> it.port(Integer.parseInt(arguments[1])))
                .user("least", who -> who.allowPush("bench/*"))
                .user("seeing", who -> who.allowPush("bench/*").allow("*", "ecr:Describe*", "iam:Simulate*"));
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            described.repository("bench/image" + i);
        }
        try (AwsTestCloud cloud = described.start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(cloud.registryHost());
            for (String user : List.of("least", "seeing")) {
                AwsKey key = cloud.userKey(user);
                System.out.println(
                        user + " " + key.accessKeyId() + " " + key.secretAccessKey() + " " + login(cloud, key));
            }
            cloud.forgetCalls();
            int requests = cloud.registry().requests().size();
            while (in.readLine() != null) {
                int now = cloud.registry().requests().size();
                System.out.println(cloud.calls().size() + " calls of AWS " + cloud.counts() + ", " + (now - requests)
                        + " requests to the registry");
                requests = now;
                cloud.forgetCalls();
            }
        }
    }

    private static String login(AwsTestCloud cloud, AwsKey key) {
        try (EcrClient ecr = EcrClient.builder()
                .endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.of(cloud.region()))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
                .build()) {
            return ecr.getAuthorizationToken().authorizationData().get(0).authorizationToken();
        }
    }
}
