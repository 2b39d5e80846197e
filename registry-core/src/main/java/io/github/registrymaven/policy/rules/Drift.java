package io.github.registrymaven.policy.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import io.github.registrymaven.json.JsonElements;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Where a live repository is not what infrastructure as code declares: somebody changed one of them by hand. */
public final class Drift {
    private final RepositoryState declared;
    private final RepositoryState live;
    private final List<String> found = new ArrayList<>();

    private Drift(RepositoryState declared, RepositoryState live) {
        this.declared = declared;
        this.live = live;
    }

    /** A sentence for each setting that was seen on both sides and differs. */
    public static List<String> between(RepositoryState declared, RepositoryState live) {
        if (!declared.namesakes().isEmpty()) {
            // The live one may be what another of them declares.
            return List.of();
        }
        Drift drift = new Drift(declared, live);
        drift.compare(
                "its tags are",
                declared.tags(),
                live.tags(),
                tags -> List.of(tags.immutable(), new HashSet<>(tags.exceptions())),
                tags -> tags.said());
        drift.compare("its lifecycle policy is", declared.lifecycle(), live.lifecycle(), Drift::meaning, Drift::words);
        drift.compare(
                "its scanning is", declared.scanning(), live.scanning(), scan -> scan.mode(), scan -> scan.said());
        drift.compare(
                "its encryption is",
                declared.encryption(),
                live.encryption(),
                Drift::isOfTheProvider,
                encryption -> encryption.said());
        drift.compare(
                "its exposure is",
                declared.exposure(),
                live.exposure(),
                open -> open.reach(),
                open -> open.reach().name());
        drift.compare(
                "its administrator's login is",
                declared.adminUser(),
                live.adminUser(),
                on -> on,
                on -> on ? "on" : "off");
        return drift.found;
    }

    private <T> void compare(
            String what, Setting<T> one, Setting<T> other, Function<T, Object> meaning, Function<T, String> words) {
        if (one instanceof Setting.Seen<T> written
                && other instanceof Setting.Seen<T> seen
                && !meaning.apply(written.value()).equals(meaning.apply(seen.value()))) {
            String before = words.apply(written.value());
            String now = words.apply(seen.value());
            found.add(live.subject() + " has drifted: " + what + " " + (before.equals(now) ? "another" : now)
                    + ", and declared as " + before + " by " + declared.subject() + " (" + written.at() + ")");
        }
    }

    /** A key of the key service is the same kind of key, whether its owner was told or not. */
    private static Object isOfTheProvider(Encryption encryption) {
        return encryption.keeper() == Encryption.Keeper.PROVIDER;
    }

    private static String words(Lifecycle lifecycle) {
        return lifecycle instanceof Lifecycle.Absent ? "none" : "a policy";
    }

    /** Two policies that differ in the order of their rules or lists, or in a blank, are one. */
    private static Object meaning(Lifecycle lifecycle) {
        if (!(lifecycle instanceof Lifecycle.Policy policy)) {
            return "none";
        }
        try {
            return List.of(policy.dryRun(), unordered(JsonElements.parse(policy.document(), Strictness.LENIENT)));
        } catch (JsonParseException notJson) {
            return policy.document();
        }
    }

    private static Object unordered(JsonElement element) {
        if (element.isJsonArray()) {
            Set<Object> items = new HashSet<>();
            element.getAsJsonArray().forEach(item -> items.add(unordered(item)));
            return items;
        }
        if (element instanceof JsonObject object) {
            Set<Object> members = new HashSet<>();
            object.entrySet().stream()
                    // What nobody evaluates may differ.
                    .filter(member -> !member.getKey().equals("description"))
                    .forEach(member -> members.add(List.of(member.getKey(), unordered(member.getValue()))));
            return members;
        }
        return element.toString();
    }
}
