package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.diagnosis.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the command line of {@code acr purge}.
 *
 * @see <a href="https://github.com/Azure/acr-cli/blob/main/cmd/acr/purge.go">acr-cli</a>
 */
final class PurgeCommand {
    private static final Set<String> SWITCHES = Set.of("untagged", "dry-run", "include-locked");
    private static final Set<String> WITH_VALUE = Set.of(
            "filter",
            "ago",
            "keep",
            "registry",
            "username",
            "password",
            "config",
            "concurrency",
            "repository-page-size",
            "filter-timeout-seconds");
    private static final int MOST_KEPT = 1_000_000;

    private final String place;
    private final List<PurgeFilter> filters = new ArrayList<>();
    private @Nullable Duration ago;
    private int keep;
    private boolean untagged;
    private boolean dryRun;
    private boolean includeLocked;

    private PurgeCommand(String place) {
        this.place = place;
    }

    /** {@code name} is what the task is called in results. */
    static PurgeTask parse(Field line, String name) throws InvalidDocument {
        List<String> words = CommandWords.of(line.text(), line.place());
        int purge = words.indexOf("purge");
        if (purge != 1 || !(words.get(0).equals("acr") || words.get(0).contains("acr-cli"))) {
            throw line.problem("is " + Shown.quoted(line.text()) + "; it takes 'acr purge --filter ... --ago ...'");
        }
        return new PurgeCommand(line.place())
                .read(words.subList(2, words.size()))
                .task(name);
    }

    private PurgeCommand read(List<String> words) throws InvalidDocument {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String flag = flag(word);
            int sign = word.indexOf('=');
            if (SWITCHES.contains(flag)) {
                turn(flag, sign < 0 || truth(flag, word.substring(sign + 1)));
            } else if (sign >= 0) {
                take(flag, word.substring(sign + 1));
            } else if (at + 1 < words.size()) {
                take(flag, words.get(++at));
            } else {
                throw problem("has --" + flag + " without a value");
            }
        }
        return this;
    }

    private String flag(String word) throws InvalidDocument {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        String flag = switch (name) {
            case "-f" -> "filter";
            case "-r" -> "registry";
            case "-u" -> "username";
            case "-p" -> "password";
            case "-c" -> "config";
            default -> name.startsWith("--") ? name.substring(2) : "";
        };
        if (!SWITCHES.contains(flag) && !WITH_VALUE.contains(flag)) {
            List<String> known = new ArrayList<>(SWITCHES);
            known.addAll(WITH_VALUE);
            throw problem("has " + Shown.quoted(name) + ", which acr purge does not know; "
                    + Nearest.of(flag.isEmpty() ? name : flag, known));
        }
        return flag;
    }

    private void turn(String flag, boolean on) {
        switch (flag) {
            case "untagged" -> untagged = on;
            case "dry-run" -> dryRun = on;
            default -> includeLocked = on;
        }
    }

    private boolean truth(String flag, String value) throws InvalidDocument {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw problem("has --" + flag + "=" + Shown.text(value) + "; it takes true or false");
    }

    /** The other flags say how it works, not what it does. */
    private void take(String flag, String value) throws InvalidDocument {
        switch (flag) {
            case "filter" -> filters.add(PurgeFilter.parse(value, place));
            case "ago" -> {
                ago = Durations.acr(value);
                if (ago == null) {
                    throw problem(
                            "has --ago " + Shown.quoted(value) + "; it takes days and a Go duration, as 30d or 1d12h");
                }
            }
            case "keep" -> keep = count(value);
            default -> {}
        }
    }

    private int count(String value) throws InvalidDocument {
        if (value.matches("\\d{1,7}") && Integer.parseInt(value) <= MOST_KEPT) {
            return Integer.parseInt(value);
        }
        throw problem("has --keep " + Shown.quoted(value) + "; it takes a whole number 0 to " + MOST_KEPT);
    }

    private PurgeTask task(String name) throws InvalidDocument {
        if (filters.isEmpty()) {
            throw problem("has no --filter; acr purge needs one");
        }
        if (ago == null) {
            throw problem("has no --ago; acr purge needs it");
        }
        return new PurgeTask(name, filters, ago, keep, untagged, dryRun, includeLocked);
    }

    private InvalidDocument problem(String reason) {
        return new InvalidDocument(place, reason);
    }
}
