package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.reference.RegistryAddress.Acr;
import io.github.registrymaven.reference.RegistryAddress.ArtifactRegistry;
import io.github.registrymaven.reference.RegistryAddress.Ecr;
import io.github.registrymaven.reference.RegistryAddress.EcrPublic;
import io.github.registrymaven.reference.RegistryAddress.Gcr;
import io.github.registrymaven.reference.RegistryAddress.Ghcr;
import io.github.registrymaven.reference.RegistryAddress.Other;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAddressTest {
    private static RegistryAddress address(String written) {
        return RegistryAddress.of(Parse.valid(written));
    }

    @ParameterizedTest
    @CsvSource({
        "dkr.ecr.eu-central-1.amazonaws.com, eu-central-1, aws, false, false",
        "dkr.ecr-fips.us-east-1.amazonaws.com, us-east-1, aws, true, false",
        "dkr-ecr.eu-west-3.on.aws, eu-west-3, aws, false, true",
        "dkr-ecr-fips.us-west-2.on.aws, us-west-2, aws, true, true",
        "dkr.ecr.us-gov-west-1.amazonaws.com, us-gov-west-1, aws-us-gov, false, false",
        "dkr-ecr-fips.us-gov-east-1.on.aws, us-gov-east-1, aws-us-gov, true, true",
        "dkr.ecr.cn-north-1.amazonaws.com.cn, cn-north-1, aws-cn, false, false",
        "dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn, cn-northwest-1, aws-cn, false, true",
        "dkr.ecr.eusc-de-east-1.amazonaws.eu, eusc-de-east-1, aws-eusc, false, false",
        "dkr.ecr.us-iso-east-1.c2s.ic.gov, us-iso-east-1, aws-iso, false, false",
        "dkr.ecr.us-isob-east-1.sc2s.sgov.gov, us-isob-east-1, aws-iso-b, false, false",
        "dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk, eu-isoe-west-1, aws-iso-e, false, false",
        "dkr.ecr.us-isof-south-1.csp.hci.ic.gov, us-isof-south-1, aws-iso-f, false, false",
    })
    void readsEveryHostOfEcr(String host, String region, String partition, boolean fips, boolean dualStack) {
        ImageReference image = Parse.valid("012345678901." + host + "/team/app:1");

        assertThat(image.kind()).isEqualTo(RegistryKind.ECR);
        assertThat(RegistryAddress.of(image)).isEqualTo(new Ecr("012345678901", region, partition, fips, dualStack));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901.dkr.ecr.eu-central-1.amazonaws.com",
                "012345678901.dkr.ecr.eu-central-1.amazonaws.com.example.com",
                "012345678901.dkr.ecr.amazonaws.com",
                "a.azurecr.io.example.com",
                "my-own-registry.azurecr.io",
                "registry.westeurope.privatelink.azurecr.io",
                "europe-maven.pkg.dev",
                "docker.pkg.dev",
                "k8s.gcr.io",
                "ghcr.io.example.com",
                "localhost:5000",
                "[::1]:5000",
            })
    void knowsNoRulesForOtherHosts(String host) {
        ImageReference image = Parse.valid(host + "/team/app");

        assertThat(image.kind()).isEqualTo(RegistryKind.GENERIC);
        assertThat(RegistryAddress.of(image)).isEqualTo(new Other());
    }

    @Test
    void readsEcrPublicInBothSpellings() {
        assertThat(address("public.ecr.aws/a1b2c3d4/team/app")).isEqualTo(new EcrPublic("a1b2c3d4", "team/app"));
        assertThat(address("ecr-public.aws.com/a1b2c3d4/app")).isEqualTo(new EcrPublic("a1b2c3d4", "app"));
        assertThat(address("public.ecr.aws/a1b2c3d4")).isEqualTo(new EcrPublic("a1b2c3d4", ""));
    }

    @Test
    void readsArtifactRegistry() {
        assertThat(address("europe-west3-docker.pkg.dev/my-project/images/team/app:1"))
                .isEqualTo(new ArtifactRegistry("europe-west3", "my-project", "images", "team/app"));
        assertThat(address("us-docker.pkg.dev/example.com/my-project/images/app"))
                .isEqualTo(new ArtifactRegistry("us", "example.com:my-project", "images", "app"));
        assertThat(address("u-france-east1-docker.s3nsregistry.fr/s3ns/my-project/images"))
                .isEqualTo(new ArtifactRegistry("u-france-east1", "s3ns", "my-project", "images"));
        assertThat(address("us-docker.pkg.dev/my-project")).isEqualTo(new ArtifactRegistry("us", "my-project", "", ""));
    }

    @ParameterizedTest
    @CsvSource({"gcr.io, us", "us.gcr.io, us", "eu.gcr.io, europe", "asia.gcr.io, asia"})
    void readsTheOldHostsOfGoogle(String host, String location) {
        assertThat(address(host + "/my-project/team/app")).isEqualTo(new Gcr(location, "my-project", host, "team/app"));
        assertThat(address(host + "/example.com/my-project/app"))
                .isEqualTo(new Gcr(location, "example.com:my-project", host, "app"));
    }

    @Test
    void readsLoginServersOfAzure() {
        assertThat(address("myregistry.azurecr.io/app")).isEqualTo(new Acr("myregistry", null, "azurecr.io"));
        assertThat(address("myregistry-abcd1234abcd1234.azurecr.io/app"))
                .isEqualTo(new Acr("myregistry", "abcd1234abcd1234", "azurecr.io"));
        assertThat(address("myregistry.azurecr.cn/app")).isEqualTo(new Acr("myregistry", null, "azurecr.cn"));
        assertThat(address("MyRegistry.azurecr.us/app")).isEqualTo(new Acr("myregistry", null, "azurecr.us"));
    }

    @Test
    void readsGitHub() {
        assertThat(address("ghcr.io/owner/team/app")).isEqualTo(new Ghcr("owner", "team/app"));
    }

    @Test
    void looksAtTheHostWithoutCaseAndPort() {
        assertThat(Parse.valid("GHCR.IO:443/owner/app").kind()).isEqualTo(RegistryKind.GHCR);
        assertThat(address("EUROPE-DOCKER.PKG.DEV:443/my-project/images/app"))
                .isEqualTo(new ArtifactRegistry("europe", "my-project", "images", "app"));
    }

    @Test
    void hasNoAddressWhereNothingCanBePushed() {
        assertThat(address("mirror.gcr.io/library/alpine")).isEqualTo(new Other());
        assertThat(address("myregistry.westeurope.data.azurecr.io/app")).isEqualTo(new Other());
    }
}
