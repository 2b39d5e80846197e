package io.github.registrymaven.testkit.aws;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class AwsTestCloudPolicyTest extends PolicyContract {
    private @Nullable AwsTestCloud cloud;

    @AfterEach
    void stop() throws IOException {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Override
    String[] key(String user, String policy) throws IOException {
        stop();
        cloud = AwsTestCloud.builder().user(user, who -> who.policy(policy)).start();
        AwsKey key = cloud.userKey(user);
        return new String[] {key.accessKeyId(), key.secretAccessKey()};
    }

    @Override
    String endpoint() {
        return cloud == null ? "" : cloud.endpoint();
    }
}
