package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    private static String plain(String raw) {
        return Passage.of(CleanText.lines(raw)).plain().replace('_', ' ');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denied: requested access",
                "\u001b[31mdenied:\u001b[0m requested \u001b[1;32maccess",
                "\\u001b[31mdenied: requested access\\u001b[0m",
                "^[[31mdenied: requested access^[[0m",
                "\u001b]0;title\u0007denied: requested access",
                "[ERROR] denied: requested access",
                "##[error]denied: requested access",
                "::error file=a::denied: requested access",
                "#21 12.34 denied: requested access",
                "Step #1 - \"build\": denied: requested access",
                "Step #0: denied: requested access",
                "2024-03-08T09:10:50.123Z denied: requested access",
                "[2024-03-08 09:10:50] denied: requested access",
                "2020/02/29 09:30:18 denied: requested access",
                "07:37:19: denied: requested access",
                "[Container] 2020/02/29 09:30:18 denied: requested access",
                "E0825 06:01:17.145356       1 push.go:50] denied: requested access",
                "FATA[0036] denied: requested access",
                "245 | denied: requested access",
                "> > denied: requested access",
                "\u2502 denied: requested access",
                "denied:\n    requested\taccess",
                "[ERROR] denied:\n[ERROR] requested access",
                "&#34;denied&#34;: &quot;requested&quot; access",
                "\\\"denied\\\": \\\\\\\"requested\\\\\\\" access",
                "\u201cdenied\u201d: \u2018requested\u2019 `access`",
                "DENIED: Requested_access",
                "u'denied': requested access",
                "denied:\\n requested access",
                "denied: requested\u0000 access",
            })
    void takesAwayWhatIsNotTheToolsOwn(String raw) {
        assertThat(plain(raw)).isEqualTo("denied: requested access");
    }

    @Test
    void joinsALineThatMailHasBroken() {
        String raw = "unauthorized: authentication required while pushing to regist=\nry.example.com";

        assertThat(plain(raw)).endsWith("to registry.example.com");
    }

    @Test
    void readsAProgressLineThatIsWrittenOverAsLines() {
        assertThat(CleanText.lines("Pushing 1\rPushing 2\r\nEOF")).containsExactly("Pushing 1", "Pushing 2", "EOF");
    }

    @Test
    void leavesAPathOfWindowsAndAnAmpersandAsTheyAre() {
        assertThat(CleanText.lines("C:\\new\\tmp & more")).containsExactly("C:\\new\\tmp & more");
    }

    @Test
    void endsWhereAnEscapeIsCut() {
        assertThat(CleanText.lines("a\u001b")).containsExactly("a");
        assertThat(CleanText.lines("a\u001b[31")).containsExactly("a");
        assertThat(CleanText.lines("a\\")).containsExactly("a\\");
        assertThat(CleanText.lines("a&#34")).containsExactly("a&#34");
    }
}
