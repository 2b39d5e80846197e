package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingRulesTest {
    private static NamingRemark remark(String written) {
        List<NamingRemark> remarks = NamingRules.check(Parse.valid(written));
        assertThat(remarks).as(written).hasSize(1);
        return remarks.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.example.com/app:null", "ghcr.io/owner/app:undefined"})
    void warnsOfATagThatIsWhatIsWrittenWhereAValueIsMissing(String written) {
        NamingRemark remark = remark(written);

        assertThat(remark.level()).isEqualTo(NamingRemark.Level.WARN);
        assertThat(remark.problem().position()).isEqualTo(written.indexOf(':') + 1);
        assertThat(remark.problem().message()).contains("where a property or a variable has no value");
    }

    /** A false alarm breaks a build that worked, so this is the list that matters most. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "team/app",
                "registry/app:1.0",
                "docker.io/team/app",
                "index.docker.io/team/app",
                "registry-1.docker.io/team/app",
                "localhost/app",
                "localhost:5000/app",
                "127.0.0.1:5000/a/b/c/d",
                "[::1]:65535/app",
                "r.example.com:1/app",
                "r.example.com:00443/app",
                "Registry.example.com/app",
                "my_company/my__app",
                "012345678901.dkr.ecr.eu-central-1.amazonaws.com/ab",
                "012345678901.dkr.ecr.eu-central-1.amazonaws.com/1-team/a--b/c__d:latest",
                "vpce-0a1b-2c3d.dkr.ecr.eu-central-1.vpce.amazonaws.com/app",
                "000000000000.dkr.ecr.us-east-1.localhost.localstack.cloud:4566/app",
                "1234.registry.example.com/app",
                "public.ecr.aws/a1b2c3d4/app",
                "europe-west3-docker.pkg.dev/my-project/images/app",
                "europe-west3-docker.pkg.dev/my-project/images/team/app",
                "europe-docker.pkg.dev/example.com/my-project/images/app",
                "europe-docker.pkg.dev/my-project/eu.gcr.io/app",
                "gcr.io/my-project/app",
                "eu.gcr.io/example.com/my-project/app",
                "myregistry.azurecr.io/app",
                "myregistry-abcd1234abcd1234.azurecr.io/team/app",
                "myregistry.azurecr.cn/app",
                "myregistry.westeurope.geo.azurecr.io/app",
                "ghcr.io/owner/app",
                "ghcr.io/owner/team/app",
                "quay.io/team/app",
                "registry.gitlab.com/group/project/app",
            })
    void saysNothingAboutANameThatWorks(String written) {
        assertThat(NamingRules.check(Parse.valid(written))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "my-app:1.0 | 0 | names no registry, so it means docker.io/library/my-app | -",
                "docker.io/my-app:1.0 | 10 | means docker.io/library/my-app, and library/ takes pushes of Docker alone | -",
                "docker.io/library/my-app | 10 | means docker.io/library/my-app, and library/ takes pushes of Docker alone | -",
                "library/my-app | 0 | names no registry, so it means docker.io/library/my-app | -",
                "myhost/team/app | 0 | names no registry, so it means docker.io/myhost/team/app, too deep a path for Docker Hub | -",
                "ghcr/team/app:1 | 0 | names no registry, so it means docker.io/ghcr/team/app, too deep a path for Docker Hub | ghcr.io/team/app:1",
                "docker.io/a/b/c | 13 | Docker Hub has OWNER/NAME and no deeper path | -",
                "r.example.com:65536/app | 14 | no host has a port 65536 | -",
                "r.example.com:0/app | 14 | no host has a port 0 | -",
                "r.example.com:99999999999999999999/app | 14 | no host has a port 99999999999999999999 | -",
                "europe-docker.pkg.dev/my-project | 32 | the repository and the image are missing: Artifact Registry has PROJECT/REPOSITORY/IMAGE | -",
                "europe-docker.pkg.dev/my-project/images:1 | 39 | the image is missing: Artifact Registry has PROJECT/REPOSITORY/IMAGE | -",
                "europe-docker.pkg.dev/example.com | 33 | the project, the repository and the image are missing: Artifact Registry has PROJECT/REPOSITORY/IMAGE | -",
                "europe-docker.pkg.dev/example.com/my-project/images | 51 | the image is missing: Artifact Registry has PROJECT/REPOSITORY/IMAGE | -",
                "mirror.gcr.io/library/alpine | 0 | mirror.gcr.io is a cache of Docker Hub that nobody can push to | -",
                "myregistry.westeurope.data.azurecr.io/app:1 | 0 | this host is a registry's data endpoint, and pushes go to its login server | myregistry.azurecr.io/app:1",
            })
    void failsANameThatItsRegistryRefusesForCertain(String written, int position, String message, String suggestion) {
        NamingRemark remark = remark(written);

        assertThat(remark.level()).isEqualTo(NamingRemark.Level.FAIL);
        assertThat(remark.problem().message()).isEqualTo(message);
        assertThat(remark.problem().position()).isEqualTo(position);
        assertThat(remark.problem().suggestion()).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "MyTeam/app:1 | 0 | upper case makes MyTeam the registry's host | myteam/app:1",
                "gcr.io/my-project | 17 | the image is missing: gcr.io has PROJECT/IMAGE | -",
                "public.ecr.aws/app | 15 | the registry's alias is missing: ECR Public has ALIAS/REPOSITORY | -",
                "012345678901.dkr.ecr.eu-central-1.amazonaws.com/a | 48 | a repository in ECR has a name of at least 2 characters | -",
                "12345678901.dkr.ecr.eu-central-1.amazonaws.com/app:1 | 11 | an AWS account has 12 digits, and 12345678901 has 11 | 012345678901.dkr.ecr.eu-central-1.amazonaws.com/app:1",
                "1234567890123.dkr.ecr.eu-central-1.amazonaws.com/app | 12 | an AWS account has 12 digits, and 1234567890123 has 13 | -",
                "registry-1.docker.io/app | 21 | the owner is missing: Docker Hub has OWNER/NAME | -",
                "europe-docker.pkg.dev/p/images/app | 22 | this does not look like the ID of a Google Cloud project | -",
                "europe-docker.pkg.dev/my-project/my_images/app | 33 | this does not look like a repository of Artifact Registry | -",
                "public.ecr.aws/a1b2c3d4/my__app | 27 | ECR Public may refuse two separators in a row | -",
                "abc.azurecr.io/app | 0 | the name of a registry in Azure has from 5 to 50 characters | -",
                "MyRegistry.azurecr.io/app | 0 | a login server is written in lower case | myregistry.azurecr.io/app",
                "my-own-registry.azurecr.io/app | 0 | no login server of Azure has such a name | -",
                "myregistry.privatelink.azurecr.io/app | 0 | a private link's name is no login server | myregistry.azurecr.io/app",
                "ghcr.io/app | 8 | the owner is missing: ghcr.io has OWNER/IMAGE | -",
                "github.com/owner/app | 0 | github.com is a website, and the registry is ghcr.io | ghcr.io/owner/app",
                "hub.docker.com/team/app:1 | 0 | hub.docker.com is a website, and the registry is docker.io | docker.io/team/app:1",
                "docker.pkg.dev/my-project/images/app | 0 | the location is missing: Artifact Registry has LOCATION-docker.pkg.dev | -",
                "us-maven.pkg.dev/my-project/images/app | 0 | us-maven.pkg.dev takes other packages than images | us-docker.pkg.dev/my-project/images/app",
            })
    void warnsWhereTheRegistryMayRefuse(String written, int position, String message, String suggestion) {
        NamingRemark remark = remark(written);

        assertThat(remark.level()).isEqualTo(NamingRemark.Level.WARN);
        assertThat(remark.problem().message()).isEqualTo(message);
        assertThat(remark.problem().position()).isEqualTo(position);
        assertThat(remark.problem().suggestion()).isEqualTo(suggestion);
    }

    @Test
    void fillsInWhatWasWritten() {
        assertThat(remark("my-app:1.0").problem().expected())
                .isEqualTo("HOST/my-app:1.0, or OWNER/my-app:1.0 on Docker Hub");
        assertThat(remark("us-docker.pkg.dev/my-project:2").problem().expected())
                .isEqualTo("us-docker.pkg.dev/my-project/REPOSITORY/IMAGE:2");
        assertThat(remark("gcr.io/example.com:2").problem().expected()).isEqualTo("gcr.io/example.com/PROJECT/IMAGE:2");
        assertThat(remark("public.ecr.aws/app@sha256:" + "0".repeat(64))
                        .problem()
                        .expected())
                .isEqualTo("public.ecr.aws/ALIAS/app@sha256:" + "0".repeat(64));
    }

    @Test
    void tellsFirstWhatFails() {
        List<NamingRemark> remarks = NamingRules.check(Parse.valid("ABC.azurecr.io:70000/app"));

        assertThat(remarks)
                .extracting(NamingRemark::level)
                .containsExactly(NamingRemark.Level.FAIL, NamingRemark.Level.WARN, NamingRemark.Level.WARN);
    }
}
