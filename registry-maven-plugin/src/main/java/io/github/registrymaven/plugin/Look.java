package io.github.registrymaven.plugin;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.report.Dress;
import io.github.registrymaven.session.SessionMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/**
 * Whether what we print is coloured. Decided from the facts and not asked of Maven, whose classes for it have moved in 3.10 and in 4:
 * what the user says ({@code --color}, {@code -Dstyle.color}), else colours where a terminal is, and neither {@code NO_COLOR},
 * {@code -B}, a log file nor a dumb terminal.
 */
public final class Look {
    private static final Pattern COLOR = Pattern.compile("(?:^|\\s)--color[=\\s](\\w+)");
    private static final Pattern LOG_FILE = Pattern.compile("(?:^|\\s)(?:-l|--log-file)(?:[=\\s]|$)");

    private Look() {}

    /** For all goals of a session alike. */
    public static Dress of(MavenSession session) {
        return SessionMap.<String, Dress>of(session.getRepositorySession().getData(), Dress.class)
                .computeIfAbsent("", unasked -> of(session, Machine.current(), Terminal.isTerminal(System.console())));
    }

    static Dress of(MavenSession session, Machine machine, boolean terminal) {
        return new Dress(isColoured(session, machine, terminal), isAscii(machine.properties()));
    }

    private static boolean isColoured(MavenSession session, Machine machine, boolean terminal) {
        String typed = machine.properties().getOrDefault("sun.java.command", "");
        String wish = wish(session, typed);
        if (wish.equals("always") || wish.equals("yes") || wish.equals("force")) {
            return true;
        }
        if (wish.equals("never") || wish.equals("no") || wish.equals("none")) {
            return false;
        }
        String noColor = machine.environment().getOrDefault("NO_COLOR", "");
        return terminal
                && noColor.isEmpty()
                && !"dumb".equals(machine.environment().get("TERM"))
                && session.getRequest().isInteractiveMode()
                && !LOG_FILE.matcher(typed).find();
    }

    private static String wish(MavenSession session, String typed) {
        Matcher option = COLOR.matcher(typed);
        String wish = option.find()
                ? option.group(1)
                : session.getRequest().getUserProperties().getProperty("style.color", "auto");
        return wish.toLowerCase(Locale.ROOT);
    }

    /** Whether the output's encoding knows no more. What is not known is taken for one that does. */
    private static boolean isAscii(Map<String, String> properties) {
        for (String name : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String encoding = properties.getOrDefault(name, "").toUpperCase(Locale.ROOT);
            if (!encoding.isEmpty()) {
                return encoding.equals("US-ASCII") || encoding.equals("ASCII") || encoding.startsWith("ANSI_X3.4");
            }
        }
        return false;
    }
}
