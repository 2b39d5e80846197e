package io.github.registrymaven.policy.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.dockerfile.ReadDockerfile;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoodPracticeTest {
    private static final String RULE = "requireDockerfilePractice";
    private static final Judged MINIMUM = Judged.by(RULE, PolicyLevel.MINIMUM);
    private static final Judged GOOD = Judged.by(RULE, PolicyLevel.GOOD);
    private static final Judged STRICT = Judged.by(RULE, PolicyLevel.STRICT);
    private static final String KEPT = "follows the practices of its level";

    @Test
    void passesWhatIsWellWritten() {
        assertThat(STRICT.of(
                        "FROM eclipse-temurin:21-jre@sha256:" + "0".repeat(64),
                        "WORKDIR /app",
                        "COPY target/lib/ lib/",
                        "COPY --chown=10001 target/app.jar app.jar",
                        "HEALTHCHECK CMD [\"/probe\"]",
                        "USER 10001:10001",
                        "ENTRYPOINT [\"java\", \"-jar\", \"app.jar\"]"))
                .containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eclipse-temurin:latest | fail 1 begins with eclipse-temurin:latest, which is another image tomorrow (unpinned-base)",
                "eclipse-temurin        | fail 1 begins with eclipse-temurin, which is another image tomorrow (unpinned-base)",
                "${BASE}                | unknown 1 begins with ${BASE}, which is not known before the build (unpinned-base)",
                "eclipse-temurin:21     | pass 1 follows the practices of its level",
                "scratch                | pass 1 follows the practices of its level"
            })
    void asksForABaseThatStaysTheSame(String base, String expected) {
        assertThat(MINIMUM.of("FROM " + base, "USER 5")).containsExactly(expected);
    }

    @Test
    void asksForADigestAtLevelStrict() {
        assertThat(STRICT.of("FROM debian:12", "USER 5", "HEALTHCHECK NONE"))
                .containsExactly("fail 1 begins with debian:12 by a tag, which may move (unpinned-base)");
    }

    @Test
    void takesNoStageForAnImageWithoutATag() {
        assertThat(MINIMUM.of("FROM debian:12 AS base", "FROM base", "USER 5")).containsExactly("pass 2 " + KEPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debian:12;USER root          | fail 2 ends as USER root, and so runs as root (root-user)",
                "debian:12;USER 0:0           | fail 2 ends as USER 0:0, and so runs as root (root-user)",
                "debian:12;USER \"root\"      | fail 2 ends as USER \"root\", and so runs as root (root-user)",
                "debian:12                    | fail 1 names no USER, and so runs as root, as debian:12 does (root-user)",
                "gcr.io/distroless/java21:1   | fail 1 names no USER, and so runs as root, as gcr.io/distroless/java21:1 does (root-user)",
                "debian:12;USER root;USER app | pass 1 follows the practices of its level",
                "debian:12;USER ${APP_USER}   | unknown 2 ends as USER ${APP_USER}, who is not known before the build (root-user)",
                "debian:12;ARG A;USER ${A:0}  | unknown 3 ends as USER ${A:0}, who is not known before the build (root-user)",
                "debian:12;ARG A=root;USER $A | fail 3 ends as USER $A, which is root, and so runs as root (root-user)",
                "debian:12;ENV A 0;USER ${A}:$B | fail 3 ends as USER ${A}:$B, which is 0:$B, and so runs as root (root-user)",
                "debian:12;ARG A=app;USER $A:$B | pass 1 follows the practices of its level",
                "registry.example.com/base:1  | unknown 1 names no USER, and whether registry.example.com/base:1 runs as root is not known (root-user)",
                "acme/debian:12               | unknown 1 names no USER, and whether acme/debian:12 runs as root is not known (root-user)",
                "gcr.io/distroless/java21:nonroot | pass 1 follows the practices of its level"
            })
    void asksForAnOrdinaryUser(String lines, String expected) {
        assertThat(MINIMUM.of(("FROM " + lines).split(";"))).containsExactly(expected);
    }

    @Test
    void doesNotKnowWhetherADigestOfDistrolessIsTheOneOfNonroot() {
        String digest = "@sha256:" + "a".repeat(64);

        assertThat(MINIMUM.of("FROM gcr.io/distroless/java21" + digest))
                .singleElement()
                .asString()
                .startsWith("unknown 1 names no USER, and whether gcr.io/distroless/java21@sha256:");
        assertThat(MINIMUM.of("FROM gcr.io/distroless/java21:debug" + digest))
                .singleElement()
                .asString()
                .startsWith("fail 1 names no USER");
        assertThat(MINIMUM.of("FROM gcr.io/distroless/java21:nonroot" + digest)).containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENV DB_PASSWORD=hunter2",
                "ENV DB_PASSWORD hunter2",
                "ARG API_KEY=abc",
                "ENV A=1 token=pre${TOKEN}",
                "ENV API_KEY=https://me:hunter2@example.com/",
                "ENV AWS_SECRET_ACCESS_KEY=\"x y\""
            })
    void findsASecretInTheEnvironmentAndShowsItNowhere(String line) {
        assertThat(MINIMUM.of("FROM debian:12", line, "USER 5"))
                .singleElement()
                .asString()
                .startsWith("fail 2 sets ")
                .endsWith(", for whoever pulls the image to read (secret-in-environment)")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENV PASSWORD_FILE=/run/secrets/db",
                "ENV TOKEN=/run/secrets/token",
                "ENV TOKEN=",
                "ENV TOKEN=$HOME/.token X_TOKEN=file:/run/secrets/t OAUTH_TOKEN=https://login.example.com/token",
                "ENV ALLOW_EMPTY_PASSWORD=yes USE_TOKEN=header",
                "ENV TRUSTSTORE_PASSWORD=changeit",
                "ENV MYSQL_RANDOM_ROOT_PASSWORD=yes NEEDS_PASSWORD=False",
                "ENV DB_PASSWORD=$DB_PASSWORD TOKEN=${TOKEN:-}",
                "ARG NPM_TOKEN",
                "ENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D",
                "ENV TOKENIZER=fast",
                "LABEL password=none"
            })
    void takesNothingElseForASecret(String line) {
        assertThat(MINIMUM.of("FROM debian:12", line, "USER 5")).containsExactly("pass 1 " + KEPT);
    }

    @Test
    void findsASecretThatTheBuildIsGiven() {
        assertThat(MINIMUM.of("FROM debian:12", "ARG DB_PASSWORD", "ENV DB_PASSWORD=$DB_PASSWORD", "USER 5"))
                .containsExactly("fail 3 sets DB_PASSWORD by ENV, for whoever pulls the image to read"
                        + " (secret-in-environment)");
    }

    @Test
    void aSecretInAStageThatIsNotShippedStaysThere() {
        assertThat(MINIMUM.of(
                        "FROM debian:12 AS build",
                        "ENV TOKEN=x",
                        "COPY settings.xml /root/.m2/",
                        "FROM debian:12",
                        "USER 5"))
                .containsExactly("pass 4 " + KEPT);
    }

    @Test
    void findsAFileThatIsMadeToHoldLogins() {
        assertThat(MINIMUM.of("FROM debian:12", "COPY ci/.netrc keys/id_rsa /root/", "USER 5"))
                .containsExactly(
                        "fail 2 copies ci/.netrc into what is shipped, logins and all (secret-file)",
                        "fail 2 copies keys/id_rsa into what is shipped, logins and all (secret-file)");
    }

    @Test
    void takesAFolderOfTheProjectForLoginsAboveMinimumOnly() {
        String[] lines = {"FROM debian:12", "COPY .docker/ /docker/", "USER 5"};

        assertThat(MINIMUM.of(lines)).containsExactly("pass 1 " + KEPT);
        assertThat(GOOD.of(lines)).singleElement().asString().startsWith("fail 2 copies .docker/ into what is shipped");
        assertThat(MINIMUM.of("FROM debian:12", "COPY .docker/config.json /root/.docker/", "USER 5"))
                .singleElement()
                .asString()
                .startsWith("fail 2 copies .docker/config.json");
    }

    @Test
    void findsAFileThatOftenHoldsLoginsAboveMinimum() {
        String[] lines = {"FROM debian:12", "COPY ci/settings.xml /root/.m2/settings.xml", "USER 5"};

        assertThat(GOOD.of(lines))
                .containsExactly(
                        "fail 2 copies ci/settings.xml into what is shipped, with the logins that often are in it"
                                + " (secret-file)");
        assertThat(MINIMUM.of(lines)).containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN apt-get update && apt-get install -y curl | ships what apt-get needs to install (package-lists)",
                "RUN apt-get install -y --no-install-recommends curl && apt-get clean | ships what apt-get needs to install (package-lists)",
                "RUN apt-get install -y --no-install-recommends curl && rm -rf /tmp/* | ships what apt-get needs to install (package-lists)",
                "RUN apk add curl | ships what apk needs to install (package-lists)",
                "RUN microdnf install -y tar | ships what microdnf needs to install (package-lists)",
                "RUN apt-get update | updates package lists in a line of its own, which stays in the cache for ever (package-lists)",
                "ENTRYPOINT java -jar /app.jar | starts its program by a shell, which may keep the signal to stop to itself (shell-form)",
                "CMD java -jar /app.jar | starts its program by a shell, which may keep the signal to stop to itself (shell-form)",
                "ADD app.jar /app.jar | uses ADD where COPY would do (plain-add)",
                "ADD https://example.com/a.tar.gz / | fetches a file that may be another one tomorrow (plain-add)",
                "WORKDIR app | works in app, wherever the image below was (relative-workdir)"
            })
    void asksForMoreAtLevelGood(String line, String fact) {
        assertThat(GOOD.of("FROM debian:12", line, "USER 5")).containsExactly("fail 2 " + fact);
        assertThat(MINIMUM.of("FROM debian:12", line, "USER 5")).containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*",
                "RUN apt-get update; apt-get install -y --no-install-recommends curl; apt-get dist-clean",
                "RUN apt-get install -y --no-install-recommends curl && apt distclean",
                "RUN apt-get install -y -o APT::Install-Recommends=false curl && rm -rf /var/lib/apt/lists/*",
                "RUN apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt /var/cache/apt",
                "RUN apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/",
                "RUN apt-get update && ./install-tools.sh",
                "RUN apk add curl && rm -rf /var/cache/*",
                "RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl",
                "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*",
                "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg,cache,log}/",
                "RUN apk add --no-cache curl",
                "RUN microdnf install -y tar && microdnf clean all",
                "ENTRYPOINT exec java -jar /app.jar",
                "ENTRYPOINT [\"/entrypoint.sh\"]",
                "ADD jdk.tar.gz /opt/",
                "ARG DIST=NOT_SET\nADD $DIST /opt/",
                "ADD --checksum=sha256:0 https://example.com/a.bin /",
                "ADD https://github.com/acme/app.git#v1 /src",
                "WORKDIR ${HOME}/app",
                "WORKDIR C:/app"
            })
    void isContentWithWhatIsCleanAtLevelGood(String line) {
        assertThat(GOOD.of("FROM debian:12", line, "USER 5")).containsExactly("pass 1 " + KEPT);
    }

    @Test
    void findsRecommendedPackagesAtLevelStrictUnlessAConfigurationLeavesThemOut() {
        Judged strict = new Judged(RULE, PolicyLevel.STRICT, Set.of("healthcheck", "unpinned-base"), true);
        String install = "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*";

        assertThat(strict.of("FROM debian:12", install, "USER 5"))
                .containsExactly("fail 2 installs what packages only recommend (package-lists)");
        assertThat(strict.of(
                        "FROM debian:12",
                        "RUN echo 'APT::Install-Recommends \"false\";' > /etc/apt/apt.conf.d/99-lean",
                        install,
                        "USER 5"))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void asksForADockerignoreWhereTheWholeFolderIsCopied() {
        String[] lines = {"FROM debian:12", "COPY . /app", "USER 5"};

        assertThat(new Judged(RULE, PolicyLevel.GOOD, Set.of(), false).of(lines))
                .containsExactly(
                        "fail 2 ships the whole folder, sources and all, as there is no .dockerignore (whole-context)");
        assertThat(GOOD.of(lines)).containsExactly("pass 1 " + KEPT);
    }

    @Test
    void doesNotKnowWhatTheFolderIsThatAPluginOfMavenBuildsIn() {
        assertThat(DockerfileRules.judge(
                        Objects.requireNonNull(DockerfileRules.named(RULE)),
                        ReadDockerfile.of("FROM debian:12\nCOPY . /app\nUSER 5", "app/src/main/docker/Dockerfile"),
                        new DockerfileTerms(PolicyLevel.GOOD, null, Set.of(), false)))
                .extracting(Judgement::fact)
                .containsExactly("ships the whole folder that it is built in, and whether that is its own is not known"
                        + " (whole-context)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN apt-get update && apt-get install -y gosu && rm -rf /var/lib/apt/lists/*",
                "RUN apk add --no-cache 'su-exec>=0.2' bash",
                "RUN <<EOF\napk add --no-cache su-exec\nEOF",
                "RUN curl -o /usr/local/bin/gosu https://example.com/gosu-amd64",
                "COPY --from=gosu/gosu:1.17 /gosu /usr/local/bin/",
                "ENTRYPOINT [\"setpriv\", \"--reuid=5\", \"java\"]"
            })
    void doesNotKnowWhoRunsWhatStepsDownByItself(String line) {
        String unknown =
                "begins as root, and whether it goes on as somebody else is not known before it runs (root-user)";

        assertThat(MINIMUM.of("FROM eclipse-temurin:21-jre", line)).containsExactly("unknown 1 " + unknown);
        assertThat(MINIMUM.of("FROM nginx:1.27", line, "USER root"))
                .singleElement()
                .asString()
                .startsWith("unknown ")
                .endsWith(unknown);
    }

    @Test
    void namesTheNginxThatAnOrdinaryUserCanRun() {
        assertThat(MINIMUM.change("FROM docker.io/library/nginx:1.27-alpine AS web"))
                .isEqualTo("FROM nginxinc/nginx-unprivileged:1.27-alpine AS web\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcr.io/distroless/java21-debian12", "gcr.io/distroless/java-base-debian12:latest"})
    void takesANameThatSaysTheVersionForATagThatDoes(String base) {
        assertThat(GOOD.of("FROM " + base, "USER 5")).containsExactly("pass 1 " + KEPT);
        assertThat(STRICT.of("FROM " + base, "USER 5", "HEALTHCHECK NONE"))
                .containsExactly("fail 1 begins with " + base + " by a tag, which may move (unpinned-base)");
    }

    @ParameterizedTest
    @CsvSource({
        "cgr.dev/chainguard/jre:latest, FROM cgr.dev/chainguard/jre@sha256:DIGEST AS run",
        "gcr.io/distroless/java, FROM gcr.io/distroless/java@sha256:DIGEST AS run",
        "alpine, FROM alpine:VERSION AS run"
    })
    void asksForWhatAnImageCanBePinnedBy(String base, String change) {
        assertThat(MINIMUM.change("FROM " + base + " AS run", "USER 5")).isEqualTo(change + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD=vault:secret/data/app#password",
                "DB_PASSWORD=arn:aws:secretsmanager:eu-central-1:123456789012:secret:app",
                "DB_PASSWORD=ENC(abc)",
                "API_TOKEN=\"<your token>\"",
                "API_TOKEN=__FILLED_AT_START__",
                "API_TOKEN=your-token-here",
                "DB_PASSWORD=changeme",
                "DB_PASSWORD=xxxxx"
            })
    void takesNoPlaceForTheSecretThatIsKeptThere(String setting) {
        assertThat(MINIMUM.of("FROM debian:12", "ENV " + setting, "USER 5")).containsExactly("pass 1 " + KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@config.password@", "${config.password}"})
    void doesNotKnowWhatMavenPutsIn(String value) {
        assertThat(MINIMUM.of("FROM debian:12", "ENV DB_PASSWORD=" + value, "USER 5"))
                .containsExactly("unknown 2 sets DB_PASSWORD to what Maven puts in, which is not known here"
                        + " (secret-in-environment)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "CMD java -jar /app.jar                > CMD exec java ...",
                "ENTRYPOINT java $JAVA_OPTS -jar a.jar > ENTRYPOINT exec java ...",
                "CMD cd /app && ./run.sh ${NAME}.jar   > CMD cd ... && exec ./run.sh ...",
                "CMD TZ=UTC LANG=C java -jar a.jar     > CMD TZ=... LANG=... exec java ...",
                "CMD sh -c \"java -jar target/*.jar\"  > CMD exec java ...",
                "CMD nginx & java -jar a.jar           > CMD [\"PROGRAM\", \"ARGUMENT\"]",
                "CMD java -jar a.jar | tee log         > CMD [\"PROGRAM\", \"ARGUMENT\"]"
            })
    void putsExecBeforeTheLastCommand(String line, String change) {
        assertThat(GOOD.change("FROM debian:12", "USER 5", line)).isEqualTo(change + "\n");
    }

    @Test
    void passesWhatHandsOverAfterSomethingElse() {
        assertThat(GOOD.of("FROM debian:12", "USER 5", "CMD cd /app && TZ=UTC exec java -jar a.jar"))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void keepsTheOwnerWhereCopyIsToDoWhatAddDid() {
        assertThat(GOOD.change("FROM debian:12", "USER 5", "ADD --chown=5:5 --link --checksum=sha256:0 a.jar /a.jar"))
                .isEqualTo("COPY --chown=5:5 --link a.jar /a.jar\n");
    }

    @Test
    void findsAScriptThatIsRunFromTheNetworkAtLevelStrict() {
        Judged judged = new Judged(RULE, PolicyLevel.STRICT, Set.of("healthcheck", "unpinned-base"), true);

        assertThat(judged.of("FROM debian:12", "RUN curl -fsSL https://example.com/x | bash -s", "USER 5"))
                .containsExactly("fail 2 runs a script straight from the network (piped-download)");
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        assertThat(new Judged(RULE, PolicyLevel.MINIMUM, Set.of("root-user"), true).of("FROM debian:12"))
                .containsExactly("pass 1 " + KEPT);
    }

    @Test
    void asksForAHealthcheckAtLevelStrict() {
        assertThat(new Judged(RULE, PolicyLevel.STRICT, Set.of("unpinned-base"), true).of("FROM debian:12", "USER 5"))
                .containsExactly("fail 1 has no HEALTHCHECK (healthcheck)");
    }
}
