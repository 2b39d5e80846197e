package io.github.registrymaven.policy.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.dockerfile.ReadDockerfile;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MultiStageTest {
    private static final Judged MINIMUM = Judged.by("requireMultiStageDockerfile", PolicyLevel.MINIMUM);
    private static final Judged GOOD = Judged.by("requireMultiStageDockerfile", PolicyLevel.GOOD);
    private static final Judged STRICT = Judged.by("requireMultiStageDockerfile", PolicyLevel.STRICT);

    @Test
    void failsWhereTheBuildIsShipped() {
        assertThat(MINIMUM.of(
                        "FROM maven:3.9-eclipse-temurin-21", "COPY . .", "RUN --mount=type=cache mvn -q -B package"))
                .containsExactly("fail 3 runs mvn package in what is shipped, and so ships sources and tools with it");
    }

    @Test
    void failsWhereTheBuildIsInAStageThatTheLastOneIsBuiltUpon() {
        assertThat(MINIMUM.of("FROM debian:12 AS build", "RUN ./gradlew bootJar", "FROM build", "USER 5"))
                .containsExactly(
                        "fail 2 runs gradlew bootJar in what is shipped, and so ships sources and tools with it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"npm run build", "go build ./...", "bash -c 'cargo build'", "javac A.java", "./mvnw verify"})
    void knowsOtherBuildsToo(String command) {
        assertThat(MINIMUM.of("FROM debian:12", "RUN " + command))
                .first()
                .asString()
                .startsWith("fail 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn --version",
                "npm install -g serve",
                "go version",
                "apt-get install -y maven",
                "echo mvn package"
            })
    void takesNothingElseForABuild(String command) {
        assertThat(MINIMUM.of("FROM debian:12", "RUN " + command))
                .containsExactly("pass 1 builds nothing in the stage that is shipped");
    }

    @Test
    void passesWhereMavenBuiltBeforeAndOneStageCopies() {
        assertThat(GOOD.of("FROM eclipse-temurin:21-jre", "COPY target/app.jar /app.jar"))
                .containsExactly("pass 1 builds nothing in the stage that is shipped");
    }

    @Test
    void passesWhereAnotherStageBuilds() {
        assertThat(STRICT.of(
                        "FROM maven:3.9 AS build",
                        "RUN mvn package",
                        "FROM eclipse-temurin:21-jre",
                        "COPY --from=build /target/app.jar /app.jar"))
                .containsExactly("pass 3 builds nothing in the stage that is shipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eclipse-temurin:21",
                "openjdk:17-slim",
                "azul/zulu-openjdk:21",
                "tomcat:10.1-jdk21",
                "library/amazoncorretto:21-alpine-jdk",
                "registry.access.redhat.com/ubi9/openjdk-21:1.20",
                "maven:3.9",
                "mcr.microsoft.com/openjdk/jdk:17-ubuntu"
            })
    void failsAboveMinimumWhereTheJdkIsShipped(String base) {
        assertThat(GOOD.of("FROM " + base)).first().asString().startsWith("fail 1 ships ");
        assertThat(MINIMUM.of("FROM " + base)).first().asString().startsWith("pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quay.io/wildfly/wildfly:31.0.1.Final-jdk17",
                "thingsboard/openjdk11:bullseye-slim",
                "payara/server-full:6.2024.1-jdk17",
                "jenkins/jenkins:lts-jdk21"
            })
    void doesNotKnowWhetherWhatRunsOnAJdkCouldDoWithLess(String base) {
        assertThat(GOOD.of("FROM " + base))
                .containsExactly(
                        "unknown 1 begins with " + base + ", and whether that holds a JDK without need is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "eclipse-temurin:21, eclipse-temurin:21-jre",
        "docker.io/library/eclipse-temurin:21.0.3_9-jdk-alpine, docker.io/library/eclipse-temurin:21.0.3_9-jre-alpine",
        "eclipse-temurin:21-ubi9-minimal, eclipse-temurin:21-jre-ubi9-minimal",
        "registry.access.redhat.com/ubi9/openjdk-21:1.20, registry.access.redhat.com/ubi9/openjdk-21-runtime:1.20",
        "tomcat:9-jdk8-corretto, tomcat:9-jre8",
        "openjdk:17-jdk-slim, eclipse-temurin:17-jre",
        "openjdk:8u212-jdk-alpine, eclipse-temurin:8-jre-alpine",
        "openjdk:1.8, eclipse-temurin:8-jre",
        "openjdk:15, eclipse-temurin:17-jre",
        "openjdk:25-ea, eclipse-temurin:25-jre",
        "adoptopenjdk/openjdk11:latest, eclipse-temurin:11-jre",
        "amazoncorretto:11-alpine-jdk, eclipse-temurin:11-jre-alpine",
        "amazoncorretto:17-al2-jdk, amazoncorretto:17-al2023-headless",
        "amazoncorretto:8-jdk, amazoncorretto:8-al2023-jre",
        "bellsoft/liberica-openjdk-alpine:17, bellsoft/liberica-openjre-alpine:17",
        "ibm-semeru-runtimes:open-17-jdk-focal, ibm-semeru-runtimes:open-17-jre-focal",
        "maven:3.9, eclipse-temurin:21-jre",
        "maven:3.9.6-eclipse-temurin-17-alpine, eclipse-temurin:17-jre-alpine",
        "gradle:8.10.2-jdk25, eclipse-temurin:25-jre"
    })
    void namesTheSameWithAJreWhereThereIsOne(String base, String instead) {
        assertThat(GOOD.change("FROM " + base)).isEqualTo("FROM " + instead + "\n");
    }

    @Test
    void keepsTheNameOfAStageThatIsToBeginWithAJre() {
        assertThat(GOOD.change("FROM eclipse-temurin:21 AS runtime"))
                .isEqualTo("FROM eclipse-temurin:21-jre AS runtime\n");
    }

    @Test
    void shipsWhatWasBuiltWithTheJavaItWasBuiltBy() {
        assertThat(MINIMUM.change("FROM gradle:8-jdk17-alpine", "WORKDIR /home/gradle/src", "RUN gradle bootJar"))
                .isEqualTo("""
                        FROM gradle:8-jdk17-alpine AS build
                        # what is here today, up to the build

                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=build /home/gradle/src/build/libs/app.jar /app.jar
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """);
    }

    @Test
    void namesNoJavaForWhatIsNone() {
        assertThat(MINIMUM.change("FROM node:20-alpine", "RUN npm ci && npm run build"))
                .endsWith("FROM IMAGE_THAT_RUNS_IT\nCOPY --from=build WHAT_WAS_BUILT /app/\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eclipse-temurin:21-jre-alpine",
                "bellsoft/liberica-openjre-alpine:21",
                "registry.access.redhat.com/ubi9/openjdk-21-runtime:1.20",
                "ibm-semeru-runtimes:open-21-jre",
                "gcr.io/distroless/java21-debian12",
                "amazoncorretto:21-al2023-headless"
            })
    void knowsAJreWhereItSeesOne(String base) {
        assertThat(GOOD.of("FROM " + base)).containsExactly("pass 1 builds nothing in the stage that is shipped");
    }

    @Test
    void asksForTwoStagesAtLevelStrict() {
        assertThat(STRICT.of("FROM eclipse-temurin:21-jre", "COPY target/app.jar /"))
                .containsExactly("fail 1 has one stage");
    }

    @Test
    void doesNotKnowABaseThatTheBuildIsGiven() {
        assertThat(GOOD.of("ARG BASE", "FROM ${BASE}"))
                .containsExactly("unknown 2 begins with ${BASE}, which is not known before the build");
    }

    @Test
    void looksAtTheStageThatIsNamed() {
        ReadDockerfile read =
                ReadDockerfile.of("FROM debian:12 AS run\nFROM debian:12 AS test\nRUN mvn verify", "Dockerfile");
        DockerfileRule rule = Objects.requireNonNull(DockerfileRules.named("requireMultiStageDockerfile"));

        assertThat(DockerfileRules.judge(rule, read, new DockerfileTerms(PolicyLevel.MINIMUM, "run", Set.of(), true)))
                .extracting(judgement -> judgement.outcome().id())
                .containsExactly("pass");
        assertThat(DockerfileRules.judge(rule, read, new DockerfileTerms(PolicyLevel.MINIMUM, "prod", Set.of(), true)))
                .extracting(judgement -> judgement.message())
                .containsExactly("Dockerfile has no stage 'prod' to be shipped");
    }

    @Test
    void doesNotKnowWhatIsNoDockerfile() {
        assertThat(MINIMUM.of("FROM a:1", "RUNN x"))
                .containsExactly("unknown 2 was not read: expected an instruction such as RUN or COPY, found 'RUNN'");
    }
}
