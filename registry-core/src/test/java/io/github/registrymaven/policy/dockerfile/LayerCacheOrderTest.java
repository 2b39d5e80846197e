package io.github.registrymaven.policy.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerCacheOrderTest {
    private static final Judged MINIMUM = Judged.by("requireLayerCacheOrder", PolicyLevel.MINIMUM);
    private static final Judged GOOD = Judged.by("requireLayerCacheOrder", PolicyLevel.GOOD);
    private static final Judged STRICT = Judged.by("requireLayerCacheOrder", PolicyLevel.STRICT);
    private static final String KEPT = "does what seldom changes first";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY . .",
                "COPY target/app-1.0.jar /app.jar",
                "ADD target/*.war /webapps/",
                "COPY ./service/target/service.jar /app.jar",
                "COPY *.jar /app.jar",
                "COPY app.jar /",
                "COPY --chmod=644 ROOT.war /webapps/",
                "COPY ${JAR_FILE} /app.jar",
                "COPY [\"src\", \"/src\"]",
                "COPY --from=build /workspace/target/app.jar /app.jar",
                "COPY --from=0 /app.jar /app.jar"
            })
    void failsWherePackagesAreInstalledAfterTheApplication(String copy) {
        assertThat(MINIMUM.of(
                        "FROM maven:3.9 AS build",
                        "COPY src/ /src/",
                        "FROM debian:12",
                        "ARG JAR_FILE=target/*.jar",
                        copy,
                        "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*"))
                .containsExactly(
                        "fail 6 installs packages after the application is copied (line 5), and so in every build"
                                + " again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY --from=otel/agent:1 /javaagent.jar /agent.jar",
                "COPY opentelemetry-javaagent.jar /agent.jar",
                "COPY lib/ojdbc11.jar lib/*.jar /opt/lib/",
                "COPY mysql-connector-j-9.1.0.jar /opt/lib/",
                "COPY --from=download /tmp/driver.jar /target/ /opt/lib/",
                "COPY src/main/docker/entrypoint.sh src/main/resources/logback.xml /",
                "COPY src/main/docker/ /",
                "COPY ./src/ad/gradlew* ./src/ad/settings.gradle* ./src/ad/build.gradle ./src/ad/pom.xml ./",
                "COPY ./src/ad/gradle ./gradle",
                "COPY ${JAR_FILE} /app.jar",
                "COPY company-ca.crt /usr/local/share/ca-certificates/",
                "COPY --chmod=755 entrypoint.sh /"
            })
    void passesWhereWhatIsCopiedSeldomChanges(String copy) {
        assertThat(MINIMUM.of(
                        "FROM alpine:3 AS download",
                        "RUN wget https://example.com/driver.jar",
                        "FROM debian:12",
                        "ARG JAR_FILE",
                        copy,
                        "RUN apk add curl"))
                .containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get install -y ./target/app.deb",
                "./configure && apt-get install -y make",
                "sh install-packages.sh",
                "--mount=type=cache,target=/var/cache/apt apt-get install -y curl"
            })
    void passesWhereTheLineNeedsTheApplicationOrIsCached(String run) {
        assertThat(MINIMUM.of("FROM debian:12", "COPY . .", "RUN " + run)).containsExactly("pass 1 " + KEPT);
    }

    @Test
    void passesInTheRightOrder() {
        assertThat(GOOD.of("FROM debian:12", "RUN apt-get install -y curl", "COPY . ."))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void failsAboveMinimumWhereDependenciesAreDownloadedAfterTheSources() {
        List<String> lines = List.of("FROM maven:3.9 AS build", "COPY . .", "RUN mvn -B -q package");

        assertThat(GOOD.of(lines.toArray(String[]::new)))
                .containsExactly(
                        "fail 3 lets Maven download after all sources are copied (line 2), and so in every build"
                                + " again");
        assertThat(MINIMUM.of(lines.toArray(String[]::new))).containsExactly("pass 1 " + KEPT);
    }

    @Test
    void passesWhereThePomIsCopiedFirst() {
        assertThat(GOOD.of(
                        "FROM maven:3.9 AS build",
                        "COPY pom.xml .",
                        "RUN mvn -B dependency:go-offline",
                        "COPY src src",
                        "RUN mvn -B -o package"))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void passesWhereTheStageBelowHasDownloadedBefore() {
        assertThat(GOOD.of(
                        "FROM maven:3.9 AS deps",
                        "COPY pom.xml .",
                        "RUN mvn -B dependency:go-offline",
                        "FROM deps AS build",
                        "COPY src src",
                        "RUN mvn -B package"))
                .containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "/root/.m2, mvn package",
        "/root/.m2/repository/, ./mvnw -B verify",
        "/home/gradle/.gradle, gradle build",
        "/app/node_modules, npm install"
    })
    void passesWhereDependenciesAreCopiedFromTheStageThatDownloadedThem(String folder, String build) {
        assertThat(GOOD.of(
                        "FROM debian:12 AS deps",
                        "RUN ./download",
                        "FROM debian:12 AS build",
                        "COPY --from=deps " + folder + " " + folder,
                        "COPY . .",
                        "RUN " + build))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void looksAtNoStageThatIsNotBuilt() {
        assertThat(GOOD.of(
                        "FROM maven:3.9 AS dev",
                        "COPY . .",
                        "RUN mvn package",
                        "RUN apt-get install -y vim",
                        "FROM eclipse-temurin:21-jre",
                        "COPY target/app.jar /app.jar"))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void failsWhereTheStageBelowHasCopiedTheApplicationBefore() {
        assertThat(GOOD.of(
                        "FROM maven:3.9 AS build",
                        "COPY . .",
                        "ARG GIT_COMMIT",
                        "FROM build",
                        "RUN apk add curl && mvn package"))
                .containsExactly("fail 5 lets Maven download after all sources are copied (line 2), and so in every"
                        + " build again");
        assertThat(MINIMUM.of("FROM debian:12 AS base", "COPY . .", "FROM base", "RUN apk add curl"))
                .containsExactly("fail 4 installs packages after the application is copied (line 2), and so in every"
                        + " build again");
    }

    @Test
    void failsAboveMinimumWhereANumberOfTheBuildComesBeforePackages() {
        assertThat(GOOD.of("FROM debian:12", "ARG GIT_COMMIT=none", "RUN apk add curl"))
                .containsExactly(
                        "fail 3 installs packages after GIT_COMMIT is declared (line 2), and so in every build again");
    }

    @Test
    void asksForLayersAtLevelStrict() {
        assertThat(STRICT.of("FROM eclipse-temurin:21-jre", "COPY target/app.jar /app.jar"))
                .containsExactly(
                        "fail 2 copies the application as one archive, so every push sends its dependencies again");
        assertThat(STRICT.of(
                        "FROM eclipse-temurin:21-jre",
                        "COPY target/quarkus-app/lib/ /app/lib/",
                        "COPY target/quarkus-app/*.jar /app/"))
                .containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* | RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*",
                "apk add --no-cache \"su-exec>=0.2\" | RUN apk add --no-cache 'su-exec>=0.2'"
            })
    void theLineToMoveIsWholeAndQuoted(String commands, String moved) {
        assertThat(MINIMUM.change("FROM debian:12", "COPY . .", "RUN " + commands))
                .isEqualTo(moved + "\nCOPY ...\n");
    }

    @Test
    void callsTheWrapperAsTheLineDoes() {
        assertThat(GOOD.change("FROM debian:12", "COPY . .", "RUN ./mvnw -B package"))
                .isEqualTo("RUN --mount=type=cache,target=/root/.m2 ./mvnw ...\n");
    }

    @ParameterizedTest
    @CsvSource({
        "COPY target/shop.war /usr/local/tomcat/webapps/, /usr/local/tomcat/webapps/shop/",
        "COPY target/shop.war webapps/ROOT.war, webapps/ROOT/"
    })
    void unpacksAWarWhereItsServerWould(String copy, String folder) {
        assertThat(STRICT.change("FROM tomcat:10.1-jre21", copy))
                .isEqualTo("FROM eclipse-temurin:21 AS unpack\nCOPY target/shop.war app.war\n"
                        + "RUN mkdir -p app libraries/WEB-INF && cd app && jar -xf ../app.war"
                        + " && mv WEB-INF/lib ../libraries/WEB-INF/\n\n"
                        + "FROM tomcat:10.1-jre21\nCOPY --from=unpack libraries/ " + folder + "\n"
                        + "COPY --from=unpack app/ " + folder + "\n");
    }

    @Test
    void asksNoOldSpringBootForToolsThatItDoesNotHave() {
        assertThat(STRICT.change("FROM eclipse-temurin:8-jre", "COPY target/app.jar /app.jar"))
                .contains("RUN java -Djarmode=layertools -jar app.jar extract --destination unpacked\n");
    }

    @Test
    void takesTheArchiveApartWhereItComesFromAndInTheImageThatIsThere() {
        assertThat(STRICT.change(
                        "FROM maven:3.9 AS build",
                        "COPY src/ /src/",
                        "FROM bellsoft/liberica-openjre-alpine:17",
                        "COPY --from=build --chown=5 /target/*.jar /app.jar"))
                .startsWith("FROM bellsoft/liberica-openjre-alpine:17 AS unpack\n"
                        + "COPY --from=build /target/*.jar app.jar\nRUN java -Djarmode=tools");
    }

    @Test
    void theChangeShowsNoMoreOfALineThanItsPackages() {
        String change = MINIMUM.judgements("FROM debian:12", "COPY . .", "RUN echo s3cret && apk add curl")
                .get(0)
                .remedies()
                .get(0)
                .files()
                .get(0)
                .content();

        assertThat(change).isEqualTo("RUN apk add curl\nCOPY ...\n");
    }
}
