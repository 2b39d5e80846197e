package io.github.registrymaven.testkit.aws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class AwsTestCloudContractTest extends AwsContract {
    private static final String TRUSTS_ITS_ACCOUNT =
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},"
                    + "\"Action\":\"sts:AssumeRole\"}]}";

    private final List<AwsClients> clients = new ArrayList<>();
    private AwsTestCloud cloud;

    @BeforeAll
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .user("admin", who -> who.allow("*", "*"))
                .user("whoami", who -> {})
                .user("known", who -> {})
                .role("builder", who -> who.path("/service-role/").trust(TRUSTS_ITS_ACCOUNT))
                .role("deployer", who -> who.path("/service-role/").trust(TRUSTS_ITS_ACCOUNT))
                .start();
    }

    @AfterAll
    void stop() throws IOException {
        clients.forEach(AwsClients::close);
        cloud.close();
    }

    @Override
    AwsClients admin() {
        return user("admin");
    }

    @Override
    AwsClients user(String name) {
        AwsClients made = AwsClients.of(cloud, cloud.userKey(name));
        clients.add(made);
        return made;
    }

    @Override
    void role(String path, String name) {
        // Described above: a cloud knows its roles from the start.
    }

    @Override
    String endpoint() {
        return cloud.endpoint();
    }
}
