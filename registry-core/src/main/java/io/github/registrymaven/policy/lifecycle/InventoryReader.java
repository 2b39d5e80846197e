package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads inventories. Whatever is in them is bounded, and what is not as it must be is refused by its place. */
final class InventoryReader {
    private static final int MOST_IMAGES = 200_000;
    private static final int MOST_TAGS = 10_000;
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+");
    /** Wider than what registries take: AWS's own examples have a tag with a blank. */
    private static final Pattern TAG = Pattern.compile("[ -~]{1,128}");

    private static final Set<String> IMAGE = Set.of(
            "digest",
            "package",
            "tags",
            "pushedAt",
            "pulledAt",
            "storageClass",
            "archivedAt",
            "activatedAt",
            "locked",
            "manifests");

    private InventoryReader() {}

    static Inventory read(String text) throws InvalidDocument {
        if (text.length() > Inventory.LONGEST) {
            throw new InvalidDocument("", "has more than " + Inventory.LONGEST / (1024 * 1024) + " million characters");
        }
        Field root = Field.parse(text, "").objectOf(Set.of("provider", "now", "policy", "dryRun", "images"));
        Provider provider = provider(root.required("provider"));
        Instant now = Instants.of(root.required("now"));
        Field dryRun = root.member("dryRun");
        LifecyclePolicy policy = provider.read(policy(root.required("policy")), dryRun != null && dryRun.truth());
        List<Field> written = root.required("images").items();
        if (written.size() > MOST_IMAGES) {
            throw root.required("images")
                    .problem("has " + written.size() + " images; at most " + MOST_IMAGES + " are read");
        }
        List<InventoryImage> images = new ArrayList<>(written.size());
        Map<String, String> places = new HashMap<>();
        for (Field image : written) {
            InventoryImage read = image(image, now);
            String other = places.putIfAbsent(read.key(), image.place());
            if (other != null) {
                throw image.required("digest").problem("is that of " + other + ", too; an image is there once");
            }
            images.add(read);
        }
        checkTags(images, written);
        return new Inventory(provider, policy, now, images);
    }

    /** Some APIs give the policy as a text. */
    private static Field policy(Field policy) throws InvalidDocument {
        return policy.isText() ? Field.parse(policy.text(), policy.place()) : policy;
    }

    private static Provider provider(Field field) throws InvalidDocument {
        String word = field.oneOf(false, Provider.ECR.id(), Provider.ARTIFACT_REGISTRY.id(), Provider.ACR.id());
        for (Provider provider : Provider.values()) {
            if (provider.id().equals(word)) {
                return provider;
            }
        }
        throw field.problem("is not known");
    }

    private static InventoryImage image(Field image, Instant now) throws InvalidDocument {
        image.objectOf(IMAGE);
        Field packageName = image.member("package");
        Field storage = image.member("storageClass");
        boolean archived =
                storage != null && storage.oneOf(true, "standard", "archive").equals("archive");
        Field locked = image.member("locked");
        return new InventoryImage(
                digest(image.required("digest")),
                packageName == null ? null : packageName.text(),
                tags(image.member("tags")),
                past(image.required("pushedAt"), now),
                optionalPast(image.member("pulledAt"), now),
                archived,
                optionalPast(image.member("archivedAt"), now),
                optionalPast(image.member("activatedAt"), now),
                locked != null && locked.truth(),
                digests(image.member("manifests")));
    }

    private static String digest(Field digest) throws InvalidDocument {
        if (!DIGEST.matcher(digest.text()).matches()) {
            throw digest.problem("is " + Shown.quoted(digest.text()) + "; it takes a digest, as sha256:2c26b46b...");
        }
        return digest.text();
    }

    private static List<String> digests(@Nullable Field manifests) throws InvalidDocument {
        List<String> digests = new ArrayList<>();
        for (Field digest : manifests == null ? List.<Field>of() : manifests.items()) {
            digests.add(digest(digest));
        }
        return digests;
    }

    private static List<String> tags(@Nullable Field tags) throws InvalidDocument {
        Set<String> read = new LinkedHashSet<>();
        List<Field> written = tags == null ? List.of() : tags.items();
        if (tags != null && written.size() > MOST_TAGS) {
            throw tags.problem("has " + written.size() + " tags; at most " + MOST_TAGS + " are read");
        }
        for (Field tag : written) {
            if (!TAG.matcher(tag.text()).matches()) {
                throw tag.problem("is " + Shown.quoted(tag.text()) + ", which is no tag");
            }
            if (!read.add(tag.text())) {
                throw tag.problem("is " + Shown.quoted(tag.text()) + ", which is there already");
            }
        }
        return List.copyOf(read);
    }

    private static @Nullable Instant optionalPast(@Nullable Field field, Instant now) throws InvalidDocument {
        return field == null ? null : past(field, now);
    }

    private static Instant past(Field field, Instant now) throws InvalidDocument {
        Instant instant = Instants.of(field);
        if (instant.isAfter(now)) {
            throw field.problem("is " + instant + ", which is after now, " + now);
        }
        return instant;
    }

    /** A tag of a package names one image. */
    private static void checkTags(List<InventoryImage> images, List<Field> written) throws InvalidDocument {
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            InventoryImage image = images.get(i);
            for (int j = 0; j < image.tags().size(); j++) {
                String tag = image.tags().get(j);
                String other = places.putIfAbsent(
                        image.packageName() + ":" + tag, written.get(i).place());
                if (other != null) {
                    throw new InvalidDocument(
                            written.get(i).place() + ".tags[" + j + "]",
                            "is " + Shown.quoted(tag) + ", which " + other + " has; a tag names one image");
                }
            }
        }
    }
}
