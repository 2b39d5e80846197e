package io.github.registrymaven.policy.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of an ECR lifecycle policy.
 *
 * @param status which images it selects by their having a tag
 * @param tags null where the status is not {@link TagStatus#TAGGED}
 * @param archived whether it selects from archive storage
 * @param archives whether it moves to archive storage, not deletes
 */
record EcrRule(
        int priority, TagStatus status, @Nullable EcrTags tags, boolean archived, EcrCount count, boolean archives) {
    /** Whether an image must have a tag. */
    enum TagStatus {
        TAGGED,
        UNTAGGED,
        ANY
    }

    String name() {
        return Integer.toString(priority);
    }

    String shown() {
        return "rule " + priority;
    }

    boolean selects(InventoryImage image) {
        return archived == image.archived() && selects(image.tags());
    }

    boolean selects(List<String> imageTags) {
        return switch (status) {
            case ANY -> true;
            case UNTAGGED -> imageTags.isEmpty();
            case TAGGED -> tags != null && tags.select(imageTags);
        };
    }

    /** Whether it identifies every image that the other rule selects, and so leaves it none. */
    boolean covers(EcrRule other) {
        if (archived != other.archived) {
            return false;
        }
        return switch (status) {
            case ANY -> true;
            case UNTAGGED -> other.status == TagStatus.UNTAGGED;
            case TAGGED -> tags != null && other.tags != null && tags.covers(other.tags);
        };
    }

    /** Whether it selects every image with a tag. */
    boolean takesAllTagged() {
        return status == TagStatus.ANY || (tags != null && tags.selectsAll());
    }

    boolean isHopeless() {
        return tags != null && tags.isHopeless();
    }

    /** What it does, for people, after its name: {@code keeps the newest 10 images with a tag like prod*}. */
    String deed() {
        String what = switch (status) {
            case ANY -> "images";
            case UNTAGGED -> "untagged images";
            case TAGGED -> tags == null ? "images" : "images tagged like " + tags.shown();
        };
        if (count instanceof EcrCount.MoreThan more) {
            String counted = more.images() == 1 ? what.replaceFirst("images", "image") : more.images() + " " + what;
            return (archives ? "leaves out of the archive the newest " : "keeps the newest ") + counted;
        }
        EcrCount.Since since = (EcrCount.Since) count;
        return (archives ? "archives " : "deletes ") + what + " "
                + since.clock().shown() + " more than "
                + since.days() + (since.days() == 1 ? " day ago" : " days ago");
    }
}
