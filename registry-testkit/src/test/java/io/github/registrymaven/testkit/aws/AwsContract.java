package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.EncryptionType;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.LayerFailureCode;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RegistryPolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RegistryScanningRule;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.ScanFrequency;
import software.amazon.awssdk.services.ecr.model.ScanType;
import software.amazon.awssdk.services.ecr.model.ScanningRepositoryFilter;
import software.amazon.awssdk.services.ecr.model.Tag;
import software.amazon.awssdk.services.ecr.model.UploadNotFoundException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * What Amazon ECR, STS and IAM do, as far as somebody else's idea of them, moto, does it too: the same tests run against
 * both, through the SDK.
 */
abstract class AwsContract {
    private static final String ACCOUNT = "123456789012";
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String LIFECYCLE =
            "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\","
                    + "\"countUnit\":\"days\",\"countNumber\":14},\"action\":{\"type\":\"expire\"}}]}";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ACCOUNT
                    + "\"},\"Action\":\"ecr:BatchGetImage\"}]}";

    private static final String POLICY_OF_REGISTRY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"replication\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                    + ACCOUNT + "\"},\"Action\":\"ecr:ReplicateImage\",\"Resource\":\"*\"}]}";

    abstract String endpoint();

    /** The clients of somebody who may do everything. */
    abstract AwsClients admin();

    /** The clients of a new user of this name. */
    abstract AwsClients user(String name);

    /** Makes a role that everybody of the account may become. */
    abstract void role(String path, String name);

    /** Skips a test that pushes, where the other side cannot take layers. */
    void needsLayers() {}

    @Test
    void describesARepositoryAsItWasMade() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("described/app")
                .imageTagMutability(ImageTagMutability.IMMUTABLE_WITH_EXCLUSION)
                .imageTagMutabilityExclusionFilters(ImageTagMutabilityExclusionFilter.builder()
                        .filter("latest")
                        .filterType("WILDCARD")
                        .build())
                .imageScanningConfiguration(scanning -> scanning.scanOnPush(true))
                .encryptionConfiguration(
                        encryption -> encryption.encryptionType("KMS").kmsKey("alias/images")));

        Repository described = ecr.describeRepositories(ask -> ask.repositoryNames("described/app"))
                .repositories()
                .get(0);

        assertThat(described.repositoryArn())
                .isEqualTo("arn:aws:ecr:eu-central-1:" + ACCOUNT + ":repository/described/app");
        assertThat(described.registryId()).isEqualTo(ACCOUNT);
        assertThat(described.repositoryUri()).isEqualTo(ACCOUNT + ".dkr.ecr.eu-central-1.amazonaws.com/described/app");
        assertThat(described.createdAt()).isNotNull();
        assertThat(described.imageTagMutability()).isEqualTo(ImageTagMutability.IMMUTABLE_WITH_EXCLUSION);
        assertThat(described.imageTagMutabilityExclusionFilters())
                .extracting(filter -> filter.filter() + " " + filter.filterTypeAsString())
                .containsExactly("latest WILDCARD");
        assertThat(described.imageScanningConfiguration().scanOnPush()).isTrue();
        assertThat(described.encryptionConfiguration().encryptionType()).isEqualTo(EncryptionType.KMS);
        assertThat(described.encryptionConfiguration().kmsKey()).isEqualTo("alias/images");
    }

    @Test
    void describesDefaults() {
        EcrClient ecr = admin().ecr();

        Repository made =
                ecr.createRepository(make -> make.repositoryName("plain/app")).repository();

        assertThat(made.imageTagMutability()).isEqualTo(ImageTagMutability.MUTABLE);
        assertThat(made.imageScanningConfiguration().scanOnPush()).isFalse();
        assertThat(made.encryptionConfiguration().encryptionType()).isEqualTo(EncryptionType.AES256);
    }

    @Test
    void describesAllRepositoriesWhereNoneIsNamed() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("all/one"));
        ecr.createRepository(make -> make.repositoryName("all/two"));

        assertThat(ecr.describeRepositories().repositories())
                .extracting(Repository::repositoryName)
                .contains("all/one", "all/two");
    }

    @Test
    void saysThatARepositoryIsAbsent() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("present/app"));

        assertThatThrownBy(() -> ecr.describeRepositories(ask -> ask.repositoryNames("present/app", "absent/app")))
                .isInstanceOf(RepositoryNotFoundException.class)
                .hasMessageContaining("The repository with name 'absent/app' does not exist in the registry with id '"
                        + ACCOUNT + "'");
        assertThatThrownBy(() -> ecr.getLifecyclePolicy(ask -> ask.repositoryName("absent/app")))
                .isInstanceOf(RepositoryNotFoundException.class);
    }

    @Test
    void makesARepositoryOnlyOnce() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("once/app"));

        assertThatThrownBy(() -> ecr.createRepository(make -> make.repositoryName("once/app")))
                .isInstanceOf(RepositoryAlreadyExistsException.class)
                .hasMessageContaining("The repository with name 'once/app' already exists");
    }

    @Test
    void refusesNamesAndSettingsThatCannotBe() {
        EcrClient ecr = admin().ecr();

        assertThatThrownBy(() -> ecr.createRepository(make -> make.repositoryName("No/Capitals")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("repositoryName");
        assertThatThrownBy(() -> ecr.createRepository(make -> make.repositoryName("wrong/mode")
                        .imageTagMutability(ImageTagMutability.MUTABLE_WITH_EXCLUSION)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("imageTagMutabilityExclusionFilters");
    }

    @Test
    void changesWhetherTagsCanBeMoved() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("changed/app"));

        ecr.putImageTagMutability(
                put -> put.repositoryName("changed/app").imageTagMutability(ImageTagMutability.IMMUTABLE));

        assertThat(ecr.describeRepositories(ask -> ask.repositoryNames("changed/app"))
                        .repositories()
                        .get(0)
                        .imageTagMutability())
                .isEqualTo(ImageTagMutability.IMMUTABLE);
    }

    @Test
    void keepsALifecyclePolicy() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("lifecycle/app"));

        assertThatThrownBy(() -> ecr.getLifecyclePolicy(ask -> ask.repositoryName("lifecycle/app")))
                .isInstanceOf(LifecyclePolicyNotFoundException.class)
                .hasMessageContaining("Lifecycle policy does not exist for the repository with name 'lifecycle/app'");

        ecr.putLifecyclePolicy(put -> put.repositoryName("lifecycle/app").lifecyclePolicyText(LIFECYCLE));

        assertThat(ecr.getLifecyclePolicy(ask -> ask.repositoryName("lifecycle/app"))
                        .lifecyclePolicyText())
                .isEqualTo(LIFECYCLE);
    }

    @Test
    void keepsARepositoryPolicy() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("policy/app"));

        assertThatThrownBy(() -> ecr.getRepositoryPolicy(ask -> ask.repositoryName("policy/app")))
                .isInstanceOf(RepositoryPolicyNotFoundException.class)
                .hasMessageContaining("Repository policy does not exist for the repository with name 'policy/app'");
        assertThatThrownBy(() -> ecr.setRepositoryPolicy(
                        set -> set.repositoryName("policy/app").policyText("{\"Statement\":\"none\"}")))
                .isInstanceOf(InvalidParameterException.class);

        ecr.setRepositoryPolicy(set -> set.repositoryName("policy/app").policyText(POLICY));

        assertThat(ecr.getRepositoryPolicy(ask -> ask.repositoryName("policy/app"))
                        .policyText())
                .isEqualTo(POLICY);
    }

    @Test
    void keepsAPolicyOfTheWholeRegistry() {
        EcrClient ecr = admin().ecr();
        assertThatThrownBy(() -> ecr.getRegistryPolicy(ask -> {}))
                .isInstanceOf(RegistryPolicyNotFoundException.class)
                .hasMessageContaining("Registry policy does not exist in the registry with id");

        ecr.putRegistryPolicy(put -> put.policyText(POLICY_OF_REGISTRY));

        assertThat(ecr.getRegistryPolicy(ask -> {}).policyText()).isEqualTo(POLICY_OF_REGISTRY);
        ecr.deleteRegistryPolicy(delete -> {});
    }

    @Test
    void scansAsTheRegistrySaysAndNotTheRepository() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("scanned/app"));
        ecr.createRepository(make -> make.repositoryName("other/app"));

        ecr.putRegistryScanningConfiguration(put -> put.scanType(ScanType.BASIC)
                .rules(RegistryScanningRule.builder()
                        .scanFrequency(ScanFrequency.SCAN_ON_PUSH)
                        .repositoryFilters(ScanningRepositoryFilter.builder()
                                .filter("scanned/*")
                                .filterType("WILDCARD")
                                .build())
                        .build()));

        assertThat(ecr.getRegistryScanningConfiguration(ask -> {})
                        .scanningConfiguration()
                        .rules()
                        .get(0)
                        .scanFrequency())
                .isEqualTo(ScanFrequency.SCAN_ON_PUSH);
        assertThat(ecr.batchGetRepositoryScanningConfiguration(ask -> ask.repositoryNames("scanned/app", "other/app"))
                        .scanningConfigurations())
                .extracting(
                        RepositoryScanningConfiguration::repositoryName, RepositoryScanningConfiguration::scanFrequency)
                .containsExactlyInAnyOrder(
                        tuple("scanned/app", ScanFrequency.SCAN_ON_PUSH), tuple("other/app", ScanFrequency.MANUAL));
        assertThat(ecr.batchGetRepositoryScanningConfiguration(ask -> ask.repositoryNames("absent/app"))
                        .failures())
                .extracting(failure -> failure.failureCodeAsString())
                .containsExactly("REPOSITORY_NOT_FOUND");
    }

    @Test
    void givesATokenForDockerStyleClients() {
        AuthorizationData data =
                admin().ecr().getAuthorizationToken().authorizationData().get(0);

        assertThat(new String(Base64.getDecoder().decode(data.authorizationToken()), StandardCharsets.UTF_8))
                .startsWith("AWS:")
                .hasSizeGreaterThan(4);
        assertThat(data.proxyEndpoint()).isEqualTo("https://" + ACCOUNT + ".dkr.ecr.eu-central-1.amazonaws.com");
        assertThat(data.expiresAt()).isNotNull();
    }

    @Test
    void takesAnImageInPartsAndGivesItBack() {
        needsLayers();
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("pushed/app"));

        Image image = push(ecr, "pushed/app", "1.0", "layer of pushed/app");

        BatchGetImageResponse got =
                ecr.batchGetImage(ask -> ask.repositoryName("pushed/app").imageIds(tag("1.0")));
        assertThat(got.failures()).isEmpty();
        assertThat(got.images().get(0).imageId().imageDigest())
                .isEqualTo(image.imageId().imageDigest());
        assertThat(got.images().get(0).imageManifest()).isEqualTo(image.imageManifest());
        assertThat(ecr.listImages(ask -> ask.repositoryName("pushed/app")).imageIds())
                .extracting(id -> id.imageTag())
                .containsExactly("1.0");
        ImageDetail detail = ecr.describeImages(ask -> ask.repositoryName("pushed/app"))
                .imageDetails()
                .get(0);
        assertThat(detail.imageDigest()).isEqualTo(image.imageId().imageDigest());
        assertThat(detail.imageTags()).containsExactly("1.0");
        assertThat(detail.imagePushedAt()).isNotNull();
    }

    @Test
    void saysThatAnImageIsAbsent() {
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("empty/app"));

        assertThat(ecr.batchGetImage(ask -> ask.repositoryName("empty/app").imageIds(tag("1.0")))
                        .failures())
                .extracting(
                        failure -> failure.failureCode(),
                        failure -> failure.imageId().imageTag())
                .containsExactly(tuple(ImageFailureCode.IMAGE_NOT_FOUND, "1.0"));
        assertThatThrownBy(() -> ecr.describeImages(
                        ask -> ask.repositoryName("empty/app").imageIds(tag("1.0"))))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("The image with imageId {imageDigest:'null', imageTag:'1.0'} does not exist"
                        + " within the repository with name 'empty/app'");
    }

    @Test
    void knowsWhichLayersAreThere() {
        needsLayers();
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("layers/app"));
        String present = layer(ecr, "layers/app", "layer of layers/app");
        String absent = "sha256:" + "0".repeat(64);

        var checked = ecr.batchCheckLayerAvailability(
                ask -> ask.repositoryName("layers/app").layerDigests(present, absent, "nonsense"));

        assertThat(checked.layers())
                .filteredOn(layer -> layer.layerDigest().equals(present))
                .extracting(layer -> layer.layerAvailabilityAsString())
                .containsExactly("AVAILABLE");
        assertThat(checked.layers())
                .noneMatch(layer -> layer.layerDigest().equals(absent)
                        && layer.layerAvailabilityAsString().equals("AVAILABLE"));
        assertThat(checked.failures())
                .filteredOn(failure -> failure.layerDigest().equals("nonsense"))
                .extracting(failure -> failure.failureCode())
                .containsExactly(LayerFailureCode.INVALID_LAYER_DIGEST);
    }

    @Test
    void saysThatAnUploadIsAbsent() {
        needsLayers();
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("upload/app"));
        String id = "00000000-0000-4000-8000-000000000000";

        assertThatThrownBy(() -> ecr.uploadLayerPart(part -> part.repositoryName("upload/app")
                        .uploadId(id)
                        .partFirstByte(0L)
                        .partLastByte(0L)
                        .layerPartBlob(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(UploadNotFoundException.class)
                .hasMessageContaining("Upload with id '" + id + "' could not be found");
        assertThatThrownBy(() -> ecr.completeLayerUpload(complete ->
                        complete.repositoryName("upload/app").uploadId(id).layerDigests("sha256:" + "0".repeat(64))))
                .isInstanceOf(UploadNotFoundException.class);
    }

    @Test
    void movesAMutableTag() {
        needsLayers();
        EcrClient ecr = admin().ecr();
        ecr.createRepository(make -> make.repositoryName("moved/app"));
        push(ecr, "moved/app", "1.0", "first layer");

        Image second = push(ecr, "moved/app", "1.0", "second layer");

        assertThat(ecr.batchGetImage(ask -> ask.repositoryName("moved/app").imageIds(tag("1.0")))
                        .images())
                .extracting(image -> image.imageId().imageDigest())
                .containsExactly(second.imageId().imageDigest());
    }

    @Test
    void keepsResourceTags() {
        EcrClient ecr = admin().ecr();
        String arn = ecr.createRepository(make -> make.repositoryName("tagged/app")
                        .tags(Tag.builder().key("team").value("blue").build()))
                .repository()
                .repositoryArn();

        ecr.tagResource(tag -> tag.resourceArn(arn)
                .tags(Tag.builder().key("stage").value("test").build()));

        assertThat(ecr.listTagsForResource(ask -> ask.resourceArn(arn)).tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactlyInAnyOrder("team=blue", "stage=test");
    }

    @Test
    void saysWhoAUserIs() {
        GetCallerIdentityResponse identity = user("whoami").sts().getCallerIdentity();

        assertThat(identity.account()).isEqualTo(ACCOUNT);
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/whoami");
        assertThat(identity.userId()).isNotEmpty();
    }

    @Test
    void saysWhoASessionIsWithoutThePathOfItsRole() {
        role("/service-role/", "builder");
        StsClient sts = admin().sts();

        AssumeRoleResponse assumed =
                sts.assumeRole(ask -> ask.roleArn("arn:aws:iam::" + ACCOUNT + ":role/service-role/builder")
                        .roleSessionName("build-7"));

        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::" + ACCOUNT + ":assumed-role/builder/build-7");
        assertThat(assumed.credentials().expiration()).isNotNull();
        assertThat(clients(assumed).sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::" + ACCOUNT + ":assumed-role/builder/build-7");
    }

    private AwsClients clients(AssumeRoleResponse assumed) {
        return new AwsClients(
                endpoint(),
                assumed.credentials().accessKeyId(),
                assumed.credentials().secretAccessKey(),
                assumed.credentials().sessionToken());
    }

    @Test
    void findsTheWholeArnOfARole() {
        role("/service-role/", "deployer");

        Role role = admin().iam().getRole(ask -> ask.roleName("deployer")).role();

        assertThat(role.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":role/service-role/deployer");
        assertThat(role.path()).isEqualTo("/service-role/");
        assertThat(role.assumeRolePolicyDocument()).isNotEmpty();
    }

    @Test
    void saysThatARoleOrUserIsAbsent() {
        assertThatThrownBy(() -> admin().iam().getRole(ask -> ask.roleName("nobody")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> admin().iam().getUser(ask -> ask.userName("nobody")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The user with name nobody cannot be found.");
    }

    @Test
    void findsAUser() {
        user("known");

        assertThat(admin().iam().getUser(ask -> ask.userName("known")).user().arn())
                .isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/known");
    }

    private static ImageIdentifier tag(String tag) {
        return ImageIdentifier.builder().imageTag(tag).build();
    }

    private static String layer(EcrClient ecr, String repository, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String id = ecr.initiateLayerUpload(begin -> begin.repositoryName(repository))
                .uploadId();
        ecr.uploadLayerPart(part -> part.repositoryName(repository)
                .uploadId(id)
                .partFirstByte(0L)
                .partLastByte(bytes.length - 1L)
                .layerPartBlob(SdkBytes.fromByteArray(bytes)));
        return ecr.completeLayerUpload(complete ->
                        complete.repositoryName(repository).uploadId(id).layerDigests(List.of(Sha256.digest(bytes))))
                .layerDigest();
    }

    static Image push(EcrClient ecr, String repository, String tag, String layer) {
        String digest = layer(ecr, repository, layer);
        String config = layer(ecr, repository, "{}");
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST_TYPE
                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + config
                + "\",\"size\":2},\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\""
                + digest + "\",\"size\":" + layer.length() + "}]}";
        return ecr.putImage(put -> put.repositoryName(repository)
                        .imageTag(tag)
                        .imageManifest(manifest)
                        .imageManifestMediaType(MANIFEST_TYPE))
                .image();
    }
}
