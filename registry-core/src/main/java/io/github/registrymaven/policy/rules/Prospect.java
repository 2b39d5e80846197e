package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Outlook;
import io.github.registrymaven.policy.lifecycle.Pushed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What will become of tags that are pushed.
 *
 * @param unless when it does not come to that, to be read after the time; empty where it does
 */
record Prospect(List<String> tags, Outlook outlook, String unless) {
    /**
     * What comes of one push. Where some of its tags move, that is two things: an image has all of its tags until the next push,
     * and from then on those that stay at it, by which other rules may take it. So a count never takes a tag that moves: what it
     * takes is old, and the tag is at the newest image.
     *
     * @param moving the tags that the next push takes along
     */
    static List<Prospect> of(LifecyclePolicy policy, Pushed pushed, List<String> moving) {
        Outlook now = policy.outlook(pushed);
        if (moving.isEmpty()) {
            return List.of(new Prospect(pushed.tags(), now, ""));
        }
        boolean byCount = now.pushes() != null;
        Pushed later = pushed.without(moving);
        if (later.tags().isEmpty()) {
            return List.of(
                    byCount
                            ? new Prospect(pushed.tags(), alongWithEachPush(now), "")
                            : new Prospect(pushed.tags(), now, " without another push"));
        }
        Outlook then = policy.outlook(later);
        if (!byCount && isSame(now, then)) {
            return List.of(new Prospect(pushed.tags(), now, ""));
        }
        List<Prospect> prospects = new ArrayList<>();
        prospects.add(new Prospect(later.tags(), afterThePush(then, now, moving), ""));
        if (!byCount && now.action() != Action.KEEP) {
            prospects.add(new Prospect(pushed.tags(), now, " without another push"));
        }
        return prospects;
    }

    private static boolean isSame(Outlook now, Outlook then) {
        return now.action() == then.action()
                && Objects.equals(now.rule(), then.rule())
                && Objects.equals(now.age(), then.age())
                && Objects.equals(now.pushes(), then.pushes());
    }

    private static Outlook alongWithEachPush(Outlook now) {
        return new Outlook(Action.KEEP, now.rule(), null, null, "each push takes it along, and " + now.reason());
    }

    /** What is only done once the next push has come is done after one push at the earliest. */
    private static Outlook afterThePush(Outlook then, Outlook now, List<String> moving) {
        if (then.action() != Action.EXPIRE && then.action() != Action.ARCHIVE) {
            return then;
        }
        Integer pushes = then.pushes();
        String once = Objects.equals(now.rule(), then.rule())
                ? ""
                : ", once " + String.join(", ", moving) + (moving.size() == 1 ? " has" : " have") + " moved on";
        return new Outlook(then.action(), then.rule(), then.age(), pushes == null ? 1 : pushes, then.reason() + once);
    }
}
