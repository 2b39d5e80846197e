package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.doctor.Fact;
import io.github.registrymaven.preflight.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorConsoleTest {
    private final DoctorConsole console = new DoctorConsole();
    private final Fact well = new Fact("java", Verdict.PASS, "Java 17", List.of("not to be shown"), "");
    private final Fact warned =
            new Fact("login-files", Verdict.WARN, "keeps logins", List.of("for\u001b[31m a host"), "Use a helper");
    private final Fact broken = new Fact("trust-store", Verdict.FAIL, "is gone", List.of(), "Mend it");
    private final Fact notRun = new Fact("clock", Verdict.SKIPPED, "not compared: Maven is offline", List.of(), "");

    @Test
    void hasALineForEachFactAndDetailsOfWhatIsNotWell() {
        assertThat(console.machine(List.of(well, warned, broken, notRun))).isEqualTo("""
                this machine
                  ok      java               Java 17
                  warn    login-files        keeps logins
                                             for?[31m a host
                  FAIL    trust-store        is gone
                  skip    clock              not compared: Maven is offline""");
    }

    @Test
    void staysWithinAHundredColumns() {
        Fact longOne = new Fact("proxy", Verdict.WARN, "many words ".repeat(30), List.of("more words ".repeat(30)), "");

        assertThat(console.machine(List.of(longOne)).lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void putsTheMachineBeforeTheImage() {
        assertThat(console.first(List.of(warned, broken), List.of(Reports.refused())))
                .isEqualTo("do first: is gone\n    Mend it");
    }

    @Test
    void putsAPushThatFailsBeforeAWarning() {
        assertThat(console.first(List.of(warned), List.of(Reports.taken(), Reports.refused())))
                .isEqualTo("do first: localhost:5000/team/app refuses pushes from ci\n    Allow ci to push\n"
                        + "      allow --user ci\n      acl.json, as shown above");
    }

    @Test
    void saysWhereThereIsNothingToDo() {
        assertThat(console.first(List.of(well, notRun), List.of(Reports.taken())))
                .isEqualTo("do first: nothing, every push here would be taken");
        assertThat(console.first(List.of(well), List.of()))
                .isEqualTo("do first: nothing that can be known without a registry");
        assertThat(console.first(List.of(well), List.of(Reports.notAsked())))
                .isEqualTo("do first: nothing that can be known without a registry");
    }
}
