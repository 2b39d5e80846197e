package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.MotoServer;
import io.github.registrymaven.testkit.Programs;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoPolicyTest extends PolicyContract {
    private @Nullable MotoServer moto;

    @BeforeAll
    void start() throws IOException {
        String missing = Programs.missing(MotoServer.PROGRAM);
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        moto = MotoServer.start();
    }

    @AfterAll
    void stop() throws IOException {
        if (moto != null) {
            moto.close();
        }
    }

    @Override
    String[] key(String user, String policy) throws IOException {
        MotoServer server = Objects.requireNonNull(moto);
        server.enforcePolicies(false);
        AccessKey key;
        try (AwsClients admin = new AwsClients(endpoint(), "any", "any", null)) {
            IamClient iam = admin.iam();
            iam.createUser(make -> make.userName(user));
            iam.putUserPolicy(put -> put.userName(user).policyName("only").policyDocument(policy));
            key = iam.createAccessKey(make -> make.userName(user)).accessKey();
        }
        server.enforcePolicies(true);
        return new String[] {key.accessKeyId(), key.secretAccessKey()};
    }

    @Override
    String endpoint() {
        return moto == null ? "" : moto.endpoint();
    }
}
