package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DressTest {
    private static final String BLOCK = """
            localhost:5000/team/app refuses pushes from ci

                cause     permission-denied
                seen      POST answered 401
                fix       - Allow ci to push
                              allow --user ci
                more      target/registry/preflight.json""";

    private final Dress terminal = new Dress(true, false);

    /** With the codes as they are named, to be read. */
    private static String visible(String text) {
        return text.replace("\u001B[1m", "<bold>")
                .replace("\u001B[36m", "<cyan>")
                .replace("\u001B[32m", "<green>")
                .replace("\u001B[33m", "<yellow>")
                .replace("\u001B[1;31m", "<red>")
                .replace("\u001B[2m", "<faint>")
                .replace("\u001B[0m", "<end>");
    }

    @Test
    void leavesATextAsItIsWhereThereIsNoTerminal() {
        assertThat(Dress.PLAIN.of(BLOCK)).isEqualTo(BLOCK);
    }

    @Test
    void coloursTheTitleAndTheLabels() {
        assertThat(visible(terminal.of(BLOCK))).isEqualTo("""
                <bold>localhost:5000/team/app refuses pushes from ci<end>

                    <cyan>cause<end>     permission-denied
                    <cyan>seen<end>      POST answered 401
                    <cyan>fix<end>       - Allow ci to push
                                  allow --user ci
                    <cyan>more<end>      target/registry/preflight.json""");
    }

    @Test
    void coloursTheWordOfEachRung() {
        String ladder = """
                this machine
                  ok      java                 Java 17
                  warn    login-files          plain
                  FAIL    trust-store          gone
                  unknown oidc-identity        none
                  skip    clock                offline""";

        assertThat(visible(terminal.of(ladder))).isEqualTo("""
                <bold>this machine<end>
                  <green>ok<end>      java                 Java 17
                  <yellow>warn<end>    login-files          plain
                  <red>FAIL<end>    trust-store          gone
                  <yellow>unknown<end> oidc-identity        none
                  <faint>skip<end>    clock                offline""");
    }

    @Test
    void keepsProseWithinAHundredColumnsAndWhatIsToBeCopiedWhole() {
        String command = "aws ecr " + "put-registry-policy --policy-text file://policy.json ".repeat(4);
        String text = "title\n\n    seen      " + "some words ".repeat(20) + "\n              "
                + "more words ".repeat(20) + "\n    fix       - Do it\n                  " + command;

        String shown = terminal.of(text).replaceAll("\u001B\\[[;\\d]*m", "");

        assertThat(shown).contains(command);
        assertThat(shown.lines().filter(line -> !line.contains("aws ecr"))).allMatch(line -> line.length() <= 100);
        assertThat(shown.replaceAll("\\s+", " ")).isEqualTo(text.replaceAll("\\s+", " "));
    }

    @Test
    void leavesASingleLineAlone() {
        assertThat(terminal.of("localhost:5000/team/app:1.0 would be taken, as ci"))
                .isEqualTo("localhost:5000/team/app:1.0 would be taken, as ci");
    }

    @Test
    void saysItInAsciiWhereTheEncodingHasNothingElse() {
        assertThat(new Dress(false, true).of("layers 1 \u2026 5 \u2192 \u201Cbase\u201D"))
                .isEqualTo("layers 1 ... 5 -> \"base\"");
    }
}
