package io.github.registrymaven.report;

import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.Fate;
import io.github.registrymaven.policy.lifecycle.Remark;
import io.github.registrymaven.policy.lifecycle.Simulation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a lifecycle policy does, for the eyes: tag, action, rule, date, why. */
public final class LifecycleConsole {
    private static final int MOST_LINES = 200;
    private static final int WIDEST_NAME = 40;

    private final String details;

    /**
     * A table for one simulation.
     *
     * @param details where all images can be read, such as {@code target/registry/lifecycle.json}
     */
    public LifecycleConsole(String details) {
        this.details = details;
    }

    /** A line that counts the images, and where there are any, the table with a line for each. */
    public String of(Simulation simulation) {
        List<Fate> fates = simulation.fates();
        if (fates.isEmpty()) {
            return total(simulation, fates);
        }
        List<Fate> shown = fates.subList(0, Math.min(MOST_LINES, fates.size()));
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"image", "action", "rule", "at", "because"});
        for (Fate fate : shown) {
            rows.add(row(fate, simulation.now()));
        }
        StringBuilder text = new StringBuilder(total(simulation, fates)).append("\n\n");
        int[] widths = widths(rows);
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder("    ");
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(Math.max(0, widths[i] - row[i].length()) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        if (shown.size() < fates.size()) {
            text.append("    ... and ").append(fates.size() - shown.size()).append(" more\n");
        }
        return text.append("    all in ").append(Block.harmless(details)).toString();
    }

    /** What about the policy is probably not meant. */
    public String of(Remark remark) {
        return Block.harmless(remark.place() + " " + remark.text());
    }

    private static String total(Simulation simulation, List<Fate> fates) {
        StringBuilder total = new StringBuilder();
        for (Action action : Action.values()) {
            long count = fates.stream().filter(fate -> fate.action() == action).count();
            if (count > 0) {
                total.append(total.length() == 0 ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(action.id());
            }
        }
        return String.format(
                Locale.ROOT,
                "%s, %d image%s at %s: %s",
                simulation.provider().id(),
                fates.size(),
                fates.size() == 1 ? "" : "s",
                simulation.now(),
                total.length() == 0 ? "nothing to do" : total);
    }

    private static String[] row(Fate fate, Instant now) {
        Instant at = fate.at();
        String rule = fate.rule();
        return new String[] {
            name(fate),
            fate.action().id(),
            rule == null ? "-" : Block.harmless(rule),
            at == null
                    ? "-"
                    : at.equals(now)
                            ? "now"
                            : at.truncatedTo(ChronoUnit.SECONDS).toString(),
            Block.harmless(fate.reason())
        };
    }

    private static String name(Fate fate) {
        List<String> tags = fate.image().tags();
        String name = Block.harmless(tags.isEmpty() ? fate.image().digest() : String.join(", ", tags));
        return name.length() <= WIDEST_NAME ? name : name.substring(0, WIDEST_NAME - 3) + "...";
    }

    private static int[] widths(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return widths;
    }
}
