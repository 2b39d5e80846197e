package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.MotoServer;
import io.github.registrymaven.testkit.Programs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoContractTest extends AwsContract {
    private static final String TRUSTS_ITS_ACCOUNT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                    + "\"arn:aws:iam::123456789012:root\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final List<AwsClients> clients = new ArrayList<>();
    private @Nullable MotoServer moto;

    @BeforeAll
    void start() throws IOException {
        String missing = Programs.missing(MotoServer.PROGRAM);
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        moto = MotoServer.start();
    }

    @AfterAll
    void stop() throws IOException {
        clients.forEach(AwsClients::close);
        if (moto != null) {
            moto.close();
        }
    }

    @Override
    AwsClients admin() {
        return clients("any", "any");
    }

    @Override
    AwsClients user(String name) {
        IamClient iam = admin().iam();
        iam.createUser(make -> make.userName(name));
        AccessKey key = iam.createAccessKey(make -> make.userName(name)).accessKey();
        return clients(key.accessKeyId(), key.secretAccessKey());
    }

    private AwsClients clients(String keyId, String secret) {
        AwsClients made = new AwsClients(endpoint(), keyId, secret, null);
        clients.add(made);
        return made;
    }

    @Override
    void role(String path, String name) {
        admin().iam().createRole(make -> make.roleName(name).path(path).assumeRolePolicyDocument(TRUSTS_ITS_ACCOUNT));
    }

    @Override
    void needsLayers() {
        EcrClient ecr = admin().ecr();
        if (ecr.describeRepositories().repositories().stream()
                .noneMatch(repository -> repository.repositoryName().equals("probe"))) {
            ecr.createRepository(make -> make.repositoryName("probe"));
        }
        try {
            String id = ecr.initiateLayerUpload(begin -> begin.repositoryName("probe"))
                    .uploadId();
            ecr.uploadLayerPart(part -> part.repositoryName("probe")
                    .uploadId(id)
                    .partFirstByte(0L)
                    .partLastByte(0L)
                    .layerPartBlob(SdkBytes.fromUtf8String("x")));
        } catch (EcrException notImplemented) {
            Assumptions.abort("this moto_server is older than 5.2.5 and takes no layers");
        }
    }

    @Override
    String endpoint() {
        return moto == null ? "" : moto.endpoint();
    }
}
