package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every partition and spelling of a host leads to its own endpoint of the API. */
class PlacesTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com, api.ecr.eu-west-1.amazonaws.com, aws",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn, api.ecr.cn-north-1.amazonaws.com.cn, aws-cn",
        "111122223333.dkr.ecr.us-gov-west-1.amazonaws.com, api.ecr.us-gov-west-1.amazonaws.com, aws-us-gov",
        "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com, api.ecr-fips.us-east-1.amazonaws.com, aws",
        "111122223333.dkr-ecr.eu-west-1.on.aws, ecr.eu-west-1.api.aws, aws"
    })
    void asksTheEndpointOfTheHost(String host, String api, String partition) throws Exception {
        try (FakeAws aws = new FakeAws().repository("team/app");
                FakeAws elsewhere = new FakeAws()) {
            Build.Outcome outcome = new Build(home, elsewhere.url())
                    .without("AWS_ENDPOINT_URL")
                    .variable("AWS_ENDPOINT_URL_STS", elsewhere.url())
                    .variable("AWS_ENDPOINT_URL_IAM", elsewhere.url())
                    .endpoint(api, aws.url())
                    .images(host + "/team/app:1.0")
                    .ask();

            assertThat(aws.asked()).contains("DescribeRepositories");
            assertThat(outcome.finding("repository").summary()).isEqualTo(host + "/team/app exists");
        }
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(host + "/team/app:1.0")).reference();
        assertThat(Place.of(image).repositoryArn("team/app"))
                .startsWith("arn:" + partition + ":ecr:")
                .endsWith(":111122223333:repository/team/app");
    }

    @Test
    void prefersTheSdksOwnEndpointToTheUsers() throws Exception {
        try (FakeAws sdk = new FakeAws().repository("team/app");
                FakeAws user = new FakeAws()) {
            new Build(home, sdk.url())
                    .endpoint("api.ecr.eu-west-1.amazonaws.com", user.url())
                    .ask();

            assertThat(user.asked()).isEmpty();
            assertThat(sdk.asked()).contains("DescribeRepositories");
        }
    }
}
