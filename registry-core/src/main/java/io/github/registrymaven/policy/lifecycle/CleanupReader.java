package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.lifecycle.CleanupCondition.TagState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads cleanup policies in both dialects: the API's, an object by id, also within the repository it belongs to; and that of
 * gcloud's policy files, a list with names.
 *
 * @see <a href="https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy">cleanup policies</a>
 */
final class CleanupReader {
    private static final int MOST_POLICIES = 10;
    private static final int LONGEST_ID = 127;

    private CleanupReader() {}

    static CleanupPolicies read(Field document, boolean dryRun) throws InvalidDocument {
        if (document.isList()) {
            return new CleanupPolicies(fromFile(document), dryRun);
        }
        if (!document.isObject()) {
            throw document.problem("is neither an object of policies by id, nor a list of policies with a name");
        }
        if (document.object().has("rules")) {
            throw document.required("rules")
                    .problem("is how ECR writes it; Artifact Registry takes an object of policies by id, "
                            + "or a list of policies with a name");
        }
        Field policies = document.member("cleanupPolicies");
        if (policies == null) {
            return new CleanupPolicies(byId(document), dryRun);
        }
        Field dry = document.member("cleanupPolicyDryRun");
        return new CleanupPolicies(byId(policies), dryRun || (dry != null && dry.truth()));
    }

    private static List<CleanupPolicy> byId(Field policies) throws InvalidDocument {
        List<CleanupPolicy> read = new ArrayList<>();
        for (String id : policies.object().keySet()) {
            Field policy = new Field(
                    policies.object().get(id),
                    (policies.place().isEmpty() ? "" : policies.place() + ".") + Shown.text(id));
            policy.objectOf(Set.of("id", "action", "condition", "mostRecentVersions"));
            Field again = policy.member("id");
            if (again != null && !again.text().equals(id)) {
                throw again.problem("is " + Shown.quoted(again.text()) + "; it must be as its key, " + Shown.text(id));
            }
            read.add(policy(policy, id, policy.required("action")));
        }
        return checked(policies, read);
    }

    private static List<CleanupPolicy> fromFile(Field policies) throws InvalidDocument {
        List<CleanupPolicy> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Field policy : policies.items()) {
            policy.objectOf(Set.of("name", "action", "condition", "mostRecentVersions"));
            Field name = policy.required("name");
            if (!names.add(name.text())) {
                throw name.problem("is " + Shown.quoted(name.text()) + ", which an earlier policy has already");
            }
            Field action = policy.required("action");
            read.add(policy(policy, name.text(), action.objectOf(Set.of("type")).required("type")));
        }
        return checked(policies, read);
    }

    private static List<CleanupPolicy> checked(Field policies, List<CleanupPolicy> read) throws InvalidDocument {
        if (read.size() > MOST_POLICIES) {
            throw policies.problem("has " + read.size() + " policies; a repository takes at most " + MOST_POLICIES);
        }
        return read;
    }

    private static CleanupPolicy policy(Field policy, String id, Field action) throws InvalidDocument {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw policy.problem("has a name of " + id.length() + " characters; it takes 1 to " + LONGEST_ID);
        }
        boolean keeps = action.oneOf(true, "DELETE", "KEEP").equals("KEEP");
        Field condition = policy.member("condition");
        Field newest = policy.member("mostRecentVersions");
        if (condition != null && newest != null) {
            throw newest.problem("is given beside condition; a policy takes one of them");
        }
        if (newest != null) {
            if (!keeps) {
                throw newest.problem("is given, and the action is DELETE; it can only KEEP");
            }
            newest.objectOf(Set.of("packageNamePrefixes", "keepCount"));
            return new CleanupPolicy.KeepNewest(
                    id,
                    prefixes(newest, "packageNamePrefixes"),
                    newest.required("keepCount").integer(1, Integer.MAX_VALUE));
        }
        if (condition == null) {
            throw policy.problem("has neither condition nor mostRecentVersions");
        }
        return keeps
                ? new CleanupPolicy.Keep(id, condition(condition))
                : new CleanupPolicy.Delete(id, condition(condition));
    }

    private static CleanupCondition condition(Field condition) throws InvalidDocument {
        condition.objectOf(Set.of(
                "tagState",
                "tagPrefixes",
                "versionNamePrefixes",
                "packageNamePrefixes",
                "olderThan",
                "newerThan",
                "versionAge"));
        Field older = condition.member("olderThan");
        Field age = condition.member("versionAge");
        if (older != null && age != null) {
            throw age.problem("is the old name of olderThan, which is given too");
        }
        return new CleanupCondition(
                tagState(condition.member("tagState")),
                prefixes(condition, "tagPrefixes"),
                prefixes(condition, "versionNamePrefixes"),
                prefixes(condition, "packageNamePrefixes"),
                duration(older == null ? age : older),
                duration(condition.member("newerThan")));
    }

    private static TagState tagState(@Nullable Field state) throws InvalidDocument {
        if (state == null) {
            return TagState.ANY;
        }
        String word = state.oneOf(true, "TAGGED", "UNTAGGED", "ANY", "TAG_STATE_UNSPECIFIED");
        return word.startsWith("TAG_STATE") ? TagState.ANY : TagState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> prefixes(Field in, String name) throws InvalidDocument {
        Field prefixes = in.member(name);
        return prefixes == null ? List.of() : prefixes.texts();
    }

    private static @Nullable Duration duration(@Nullable Field field) throws InvalidDocument {
        if (field == null) {
            return null;
        }
        Duration duration = Durations.google(field.text());
        if (duration == null) {
            throw field.problem(
                    "is " + Shown.quoted(field.text()) + "; it takes seconds, as 2592000s, or units, as 30d or 12h");
        }
        return duration;
    }
}
