package io.github.registrymaven.plugin.failed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class EarshotTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(printed, true, StandardCharsets.ISO_8859_1);
    private final Earshot earshot = new Earshot();

    @BeforeEach
    void standInForTheTerminal() {
        System.setOut(terminal);
        System.setErr(terminal);
    }

    @AfterEach
    void giveTheTerminalBack() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void hearsWhatIsPrintedAndPassesItOnAsItIs() {
        earshot.open();
        System.out.println("pushing für");
        System.err.print('x');
        System.err.printf("%d%n", 7);
        byte[] fromAProcess = "denied: no\n".getBytes(StandardCharsets.UTF_8);
        System.err.write(fromAProcess, 0, fromAProcess.length);

        assertThat(earshot.close()).isEqualTo("pushing für\nx7" + System.lineSeparator() + "denied: no\n");
        assertThat(printed.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo("pushing für" + System.lineSeparator() + "x7" + System.lineSeparator() + "denied: no\n");
    }

    @Test
    void givesTheStreamsBack() {
        earshot.open();
        earshot.close();

        assertThat(System.out).isSameAs(terminal);
        assertThat(System.err).isSameAs(terminal);
    }

    @Test
    void leavesWhatAProgramHasPutThereInstead() {
        PrintStream another = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        earshot.open();
        System.setOut(another);
        earshot.close();

        assertThat(System.out).isSameAs(another);
        assertThat(System.err).isSameAs(terminal);
    }

    @Test
    void keepsTheEndOfAnOutputWithoutEnd() {
        earshot.open();
        for (int i = 0; i < 100_000; i++) {
            System.out.println("Pushing layer " + i);
        }

        assertThat(earshot.close()).hasSizeLessThan(600 * 1024).endsWith("Pushing layer 99999\n");
    }

    @Test
    void forgetsWhatAnEarlierGoalPrinted() {
        earshot.open();
        System.out.println("denied");
        earshot.close();
        earshot.open();

        assertThat(earshot.close()).isEmpty();
    }
}
