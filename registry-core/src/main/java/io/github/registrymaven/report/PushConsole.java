package io.github.registrymaven.report;

import io.github.registrymaven.push.BlobCount;
import io.github.registrymaven.push.PushFailure;
import io.github.registrymaven.push.PushedImage;
import java.util.ArrayList;
import java.util.List;

/** A push for the eyes of whoever runs the build: a line where it arrived, a block where it did not. */
public final class PushConsole {
    private final String details;

    /**
     * A report for one build.
     *
     * @param details where all of it can be read, such as {@code target/registry/push.json}
     */
    public PushConsole(String details) {
        this.details = details;
    }

    /** One image. */
    public String of(PushedImage image) {
        PushFailure failure = image.failure();
        return failure == null ? Block.harmless(line(image)) : block(image, failure);
    }

    private static String line(PushedImage image) {
        String took = "in " + Quantity.seconds(image.durationMillis());
        if (image.unchanged()) {
            return named(image) + " is there already, nothing was sent, " + took;
        }
        List<String> said = new ArrayList<>();
        said.add("pushed " + named(image));
        if (image.size() != null) {
            said.add(Quantity.bytes(image.size()));
        }
        said.addAll(layers(image.layers()));
        said.add(took);
        return String.join(", ", said);
    }

    /** {@code host/repository:tag@digest}, which can be copied as it is. */
    private static String named(PushedImage image) {
        List<String> tags = image.tags();
        String name = image.host() + "/" + image.repository() + (tags.isEmpty() ? "" : ":" + tags.get(0))
                + (image.digest() == null ? "" : "@" + image.digest());
        return tags.size() < 2 ? name : name + " (also " + String.join(", ", tags.subList(1, tags.size())) + ")";
    }

    private static List<String> layers(BlobCount layers) {
        List<String> said = new ArrayList<>();
        int total = layers.total();
        String of = layers.uploaded() == total ? "" : " of " + total;
        String noun = total == 1 ? " layer sent" : " layers sent";
        if (total == 0) {
            said.add("no layer had to be sent");
        } else {
            said.add(layers.uploaded() + of + noun);
        }
        if (layers.mounted() > 0) {
            said.add(layers.mounted() + (layers.mounted() == 1 ? " was" : " were") + " mounted");
        }
        if (layers.present() > 0) {
            said.add(layers.present() + (layers.present() == 1 ? " was" : " were") + " there already");
        }
        return said;
    }

    private String block(PushedImage image, PushFailure failure) {
        return beginning(image.reference(), failure)
                .identity(image.identity())
                .remedies(failure.remedies())
                .more(details, failure.cause())
                .text();
    }

    /** A push that did not begin, as there is no image. */
    public static String notBuilt(String reference, PushFailure failure) {
        return beginning(reference, failure).remedies(failure.remedies()).text();
    }

    private static Block beginning(String reference, PushFailure failure) {
        return new Block()
                .headline(failure.summary())
                .emptyLine()
                .section("image", reference)
                .section("cause", failure.cause().id())
                .section("seen", failure.evidence());
    }
}
