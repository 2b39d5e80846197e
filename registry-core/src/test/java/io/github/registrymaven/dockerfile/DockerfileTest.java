package io.github.registrymaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DockerfileTest {
    private static Dockerfile read(String... lines) throws UnreadableDockerfile {
        return Dockerfile.of(String.join("\n", lines), "Dockerfile");
    }

    private static Instruction last(Dockerfile file) {
        Stage stage = Objects.requireNonNull(file.shipped(null));
        return stage.instructions().get(stage.instructions().size() - 1);
    }

    @Test
    void joinsLinesThatGoOnAndPassesOverCommentsBetweenThem() throws Exception {
        Dockerfile file = read(
                "FROM debian:12",
                "run apt-get update \\",
                "  # what the build needs",
                "",
                "  && apt-get install -y \\  ",
                "     curl",
                "CMD [\"curl\"]");

        Instruction run = file.stages().get(0).instructions().get(0);
        assertThat(run.line()).isEqualTo(2);
        assertThat(run.keyword()).isEqualTo("RUN");
        assertThat(ShellCommands.of(run))
                .containsExactly(List.of("apt-get", "update"), List.of("apt-get", "install", "-y", "curl"));
        assertThat(last(file).line()).isEqualTo(7);
        assertThat(last(file).exec()).containsExactly("curl");
    }

    @Test
    void takesTheEscapeThatADirectiveNames() throws Exception {
        Dockerfile file = read("# escape=`", "FROM windows:1", "COPY a `", "  C:\\", "RUN dir");

        assertThat(last(file).text()).isEqualTo("dir");
    }

    @Test
    void readsFlagsBeforeArguments() throws Exception {
        Instruction run = last(read(
                "FROM a:1",
                "RUN --mount=type=cache,target=/root/.m2 --mount=type=secret,id=x --network=none mvn -q package"));

        assertThat(run.flags().get("mount")).isEqualTo("type=cache,target=/root/.m2\ntype=secret,id=x");
        assertThat(run.flags()).containsEntry("network", "none");
        assertThat(run.text()).isEqualTo("mvn -q package");
    }

    @Test
    void readsCommandsOfAHereDocument() throws Exception {
        Dockerfile file =
                read("FROM a:1", "RUN <<-EOF", "\tset -e", "\tapk add curl \\", "\t  jq # both", "\tEOF", "USER 1000");

        Instruction run = file.stages().get(0).instructions().get(0);
        assertThat(ShellCommands.of(run)).containsExactly(List.of("set", "-e"), List.of("apk", "add", "curl", "jq"));
        assertThat(last(file).is("USER")).isTrue();
    }

    @Test
    void takesNoProgramOfAnotherLanguageForAShells() throws Exception {
        Instruction run = last(read("FROM a:1", "RUN python3 <<EOF", "mvn = 1", "EOF"));

        assertThat(ShellCommands.of(run)).containsExactly(List.of("python3", "<<EOF"));
    }

    @Test
    void takesNothingInQuotesForAHereDocument() throws Exception {
        Dockerfile file = read("FROM a:1", "RUN echo 'cat <<EOF' > /x", "USER 5");

        assertThat(last(file).text()).isEqualTo("5");
    }

    @Test
    void splitsCommandsAsAShellDoes() throws Exception {
        Instruction run =
                last(read("FROM a:1", "RUN X=1 sudo a 'b;c' && (d \"e && f\" | g) ; if true; then exec ./mvnw -q; fi"));

        assertThat(ShellCommands.of(run))
                .containsExactly(
                        List.of("a", "b;c"),
                        List.of("d", "e && f"),
                        List.of("g"),
                        List.of("true"),
                        List.of("./mvnw", "-q"),
                        List.of("fi"));
    }

    @Test
    void fillsInWhatArgumentsSayBeforeTheFirstStage() throws Exception {
        Dockerfile file = read(
                "ARG JAVA=21",
                "ARG VARIANT=$JAVA-jre",
                "ARG REGISTRY",
                "FROM eclipse-temurin:${VARIANT} AS Base",
                "FROM ${REGISTRY:-docker.io}/base:1",
                "FROM ${REGISTRY}/other:1",
                "FROM base",
                "FROM ${project.artifactId}:1");

        assertThat(file.stages().stream().map(Stage::base))
                .containsExactly("eclipse-temurin:21-jre", "docker.io/base:1", null, "base", null);
        assertThat(file.lineage(file.stages().get(3))).extracting(Stage::number).containsExactly(0, 3);
    }

    @Test
    void fillsInWhatAStageDeclaresWhereDockerDoes() throws Exception {
        Dockerfile file = read(
                "ARG DIR=target",
                "ARG UNSEEN=x",
                "FROM a:1 AS base",
                "ARG DIR",
                "ENV NAME=app FILE=${NAME}",
                "FROM base",
                "ENV FILE=$DIR/$NAME.jar",
                "COPY ${FILE} '$DIR' \\$DIR ${UNSEEN:-y} $OTHER /",
                "RUN $FILE");

        List<Instruction> instructions = file.stages().get(1).instructions();
        assertThat(instructions.get(1).text()).isEqualTo("target/app.jar '$DIR' \\$DIR ${UNSEEN:-y} $OTHER /");
        assertThat(instructions.get(1).written()).startsWith("${FILE} ");
        assertThat(instructions.get(2).text()).isEqualTo("$FILE");
    }

    @Test
    void fillsInNothingThatWouldBeReadAsOtherWords() throws Exception {
        assertThat(last(read("FROM a:1", "ARG A=\"x y\"", "COPY $A /z")).text()).isEqualTo("$A /z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${docker-base.image}",
                "${docker-image}",
                "${docker.image:-x}",
                "${V:+x}",
                "${V+x}",
                "${V%-*}",
                "${V#*-}",
                "${V/-/_}",
                "${V:?-}",
                "${V:-${W}}",
                "${V:-x",
                "${1:-x}",
                "${-x}"
            })
    void doesNotTakeWhatOnlyLooksLikeADefaultForOne(String base) throws Exception {
        assertThat(read("ARG W", "FROM " + base).stages().get(0).base()).isNull();
    }

    @Test
    void fillsInDefaultsOfDefaults() throws Exception {
        Dockerfile file = read("ARG A=", "ARG B=b", "FROM ${A:-${B}:${C:-1}}", "FROM ${A-x}y", "FROM ${B-x}");

        assertThat(file.stages().stream().map(Stage::base)).containsExactly("b:1", "y", "b");
    }

    @Test
    void findsTheStageThatIsShipped() throws Exception {
        Dockerfile file = read("FROM a:1 AS build", "FROM b:1 as Run", "FROM c:1");

        assertThat(Objects.requireNonNull(file.shipped("RUN")).number()).isEqualTo(1);
        assertThat(Objects.requireNonNull(file.shipped("0")).name()).isEqualTo("build");
        assertThat(Objects.requireNonNull(file.shipped(null)).number()).isEqualTo(2);
        assertThat(file.shipped("test")).isNull();
    }

    @Test
    void knowsWhichStagesAreBuiltForOne() throws Exception {
        Dockerfile file = read(
                "FROM a:1 AS deps",
                "FROM a:1 AS dev",
                "FROM deps AS build",
                "FROM b:1 AS tools",
                "FROM c:1",
                "RUN --mount=type=cache,target=/x --mount=type=bind,from=tools,target=/t t",
                "COPY --from=build /a /a",
                "COPY --from=other/image:1 /b /b",
                "FROM dev");

        assertThat(file.needed(file.stages().get(4))).hasToString("{0, 2, 3, 4}");
        assertThat(file.needed(file.stages().get(5))).hasToString("{1, 5}");
    }

    @Test
    void nothingIsBuiltUponItself() throws Exception {
        Dockerfile file = read("FROM a AS a", "FROM a AS a");

        assertThat(file.lineage(file.stages().get(1))).extracting(Stage::number).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN ls             | 1 | expected FROM or ARG first, found RUN",
                "FROM a:1;FORM b:1  | 2 | expected an instruction such as RUN or COPY, found 'FORM'",
                "FROM a:1 build     | 1 | expected FROM image [AS name], found FROM a:1 build",
                "# only a comment   | 1 | has no FROM",
                "# syntax=acme/x:1;FROM a | 1 | is written in a syntax of its own, which is not read here",
                "# escape=x;FROM a  | 1 | expected escape=\\ or escape=`"
            })
    void saysAtWhichLineItIsNoDockerfile(String lines, int line, String message) {
        assertThatThrownBy(() -> read(lines.split(";")))
                .isInstanceOf(UnreadableDockerfile.class)
                .hasMessage(message)
                .extracting(broken -> ((UnreadableDockerfile) broken).line())
                .isEqualTo(line);
    }

    @Test
    void readsTheUsualSyntaxInAllItsVersions() throws Exception {
        assertThat(read("# syntax=docker/dockerfile:1.7-labs", "# check=error=true", "FROM a")
                        .stages())
                .hasSize(1);
    }
}
