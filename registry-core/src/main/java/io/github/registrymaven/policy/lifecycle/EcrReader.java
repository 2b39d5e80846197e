package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.json.JsonElements;
import io.github.registrymaven.policy.lifecycle.EcrCount.Clock;
import io.github.registrymaven.policy.lifecycle.EcrRule.TagStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ECR lifecycle policy as ECR does: what it does not know, it refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">the properties</a>
 */
final class EcrReader {
    private static final int LONGEST = 30_720;
    private static final int MOST_RULES = 50;
    private static final int MOST_WILDCARDS = 4;
    private static final int LEAST_DAYS_IN_ARCHIVE = 90;

    private EcrReader() {}

    static EcrPolicy read(Field document, boolean dryRun) throws InvalidDocument {
        document.withoutNull("ECR refuses that, so leave it out");
        document.objectOf(Set.of("rules"));
        List<Field> written = document.required("rules").items();
        int length = JsonElements.compact(document.value()).length();
        if (length > LONGEST) {
            throw document.problem("has " + length + " characters; ECR takes at most " + LONGEST);
        }
        if (written.isEmpty()) {
            throw document.required("rules").problem("is empty; a policy has at least one rule");
        }
        if (written.size() > MOST_RULES) {
            throw document.required("rules")
                    .problem("has " + written.size() + " rules; ECR takes at most " + MOST_RULES);
        }
        List<Written> rules = new ArrayList<>();
        for (Field rule : written) {
            rules.add(new Written(rule(rule), rule));
        }
        EcrConsistency.check(rules);
        return new EcrPolicy(
                rules.stream()
                        .map(Written::rule)
                        .sorted(Comparator.comparingInt(EcrRule::priority))
                        .toList(),
                dryRun);
    }

    /** A rule, and where it is written. */
    record Written(EcrRule rule, Field at) {}

    private static EcrRule rule(Field rule) throws InvalidDocument {
        rule.objectOf(Set.of("rulePriority", "description", "selection", "action"));
        int priority = rule.required("rulePriority").integer(1, Integer.MAX_VALUE);
        Field description = rule.member("description");
        if (description != null) {
            description.text();
        }
        Field selection = rule.required("selection")
                .objectOf(Set.of(
                        "tagStatus",
                        "tagPatternList",
                        "tagPrefixList",
                        "storageClass",
                        "countType",
                        "countUnit",
                        "countNumber"));
        TagStatus status = TagStatus.valueOf(selection
                .required("tagStatus")
                .oneOf(false, "tagged", "untagged", "any")
                .toUpperCase(Locale.ROOT));
        EcrTags tags = tags(selection, status);
        EcrCount count = count(selection);
        boolean archived = archived(selection, count);
        boolean archives = archives(rule.required("action"), count);
        return new EcrRule(priority, status, tags, archived, count, archives);
    }

    private static @Nullable EcrTags tags(Field selection, TagStatus status) throws InvalidDocument {
        Field patterns = selection.member("tagPatternList");
        Field prefixes = selection.member("tagPrefixList");
        if (status != TagStatus.TAGGED) {
            Field list = patterns == null ? prefixes : patterns;
            if (list != null) {
                throw list.problem("is given, and tagStatus is not tagged; leave one of them out");
            }
            return null;
        }
        if (patterns != null && prefixes != null) {
            throw prefixes.problem("is given beside tagPatternList; a rule takes one of them");
        }
        Field list = patterns == null ? prefixes : patterns;
        if (list == null) {
            throw selection.problem("has neither tagPatternList nor tagPrefixList; tagStatus tagged needs one of them");
        }
        if (list.items().isEmpty()) {
            throw list.problem("is empty; name at least one");
        }
        if (patterns != null) {
            for (Field pattern : patterns.items()) {
                if (pattern.text().chars().filter(c -> c == '*').count() > MOST_WILDCARDS) {
                    throw pattern.problem("is " + Shown.quoted(pattern.text()) + "; ECR takes at most " + MOST_WILDCARDS
                            + " wildcards in a pattern");
                }
            }
        }
        return new EcrTags(list.texts(), patterns == null);
    }

    private static EcrCount count(Field selection) throws InvalidDocument {
        Field type = selection.required("countType");
        String word = type.oneOf(
                false, "imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned");
        Field unit = selection.member("countUnit");
        Field number = selection.required("countNumber");
        int count = number.integer(1, Integer.MAX_VALUE);
        for (Clock clock : Clock.values()) {
            if (clock.word().equals(word)) {
                if (unit == null) {
                    throw new InvalidDocument(selection.place() + ".countUnit", "is missing; " + word + " needs days");
                }
                unit.oneOf(false, "days");
                if (clock == Clock.TRANSITIONED && count < LEAST_DAYS_IN_ARCHIVE) {
                    throw number.problem("is " + count + "; images stay in the archive for at least "
                            + LEAST_DAYS_IN_ARCHIVE + " days");
                }
                return new EcrCount.Since(clock, count);
            }
        }
        if (unit != null) {
            throw unit.problem("is given, and countType is imageCountMoreThan, which counts images; leave it out");
        }
        return new EcrCount.MoreThan(count);
    }

    private static boolean archived(Field selection, EcrCount count) throws InvalidDocument {
        Field storage = selection.member("storageClass");
        boolean archived =
                storage != null && storage.oneOf(false, "standard", "archive").equals("archive");
        boolean counts = count instanceof EcrCount.Since since && since.clock() == Clock.TRANSITIONED;
        if (storage != null && archived && !counts) {
            throw storage.problem("is archive; there only countType sinceImageTransitioned is taken");
        }
        if (counts && !archived) {
            throw new InvalidDocument(
                    selection.place() + ".storageClass",
                    (storage == null ? "is missing" : "is standard") + "; sinceImageTransitioned needs archive");
        }
        return archived;
    }

    private static boolean archives(Field action, EcrCount count) throws InvalidDocument {
        action.objectOf(Set.of("type", "targetStorageClass"));
        Field type = action.required("type");
        boolean archives = type.oneOf(false, "expire", "transition").equals("transition");
        Field target = action.member("targetStorageClass");
        if (archives) {
            action.required("targetStorageClass").oneOf(false, "archive");
        } else if (target != null) {
            throw target.problem("is given, and the action is expire; leave it out");
        }
        if (count instanceof EcrCount.Since since) {
            if (since.clock() == Clock.PULLED && !archives) {
                throw type.problem("is expire; sinceImagePulled only takes transition");
            }
            if (since.clock() == Clock.TRANSITIONED && archives) {
                throw type.problem("is transition; sinceImageTransitioned only takes expire");
            }
        }
        return archives;
    }
}
