package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.image.BrokenImage;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.image.ImageWeight;
import io.github.registrymaven.image.Layer;
import io.github.registrymaven.policy.RepositoryState.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code requireMaxImageSize}: what an image weighs as a registry keeps it and everybody pulls it, compressed. Of an image for
 * several platforms each is weighed.
 *
 * @param layer how large one layer may be; null for as large as it likes
 */
public record ImageSize(ByteLimit image, @Nullable ByteLimit layer) {
    /** The rule's name, as an element of a POM. */
    public static final String NAME = "requireMaxImageSize";

    private static final int MOST_LAYERS = 3;

    /**
     * Weighs an image.
     *
     * @param source a docker-archive or an OCI layout
     * @param shown its path for people
     */
    public Judgement judge(Path source, String shown) {
        try (ImageSource opened = ImageSource.open(source)) {
            // Compressing makes nothing larger that is worth a word, so what is light as it lies need not be
            // compressed.
            List<ImageWeight> lying = ImageWeight.asItLies(opened);
            return lying.stream().allMatch(this::isLight)
                    ? pass(shown, heaviest(lying))
                    : judge(shown, ImageWeight.asPushed(opened));
        } catch (BrokenImage broken) {
            boolean missing = broken.why() == Cause.LOCAL_IMAGE_MISSING;
            return judgement(
                    shown,
                    Outcome.UNKNOWN,
                    "was not weighed: " + broken.getMessage()
                            + (missing ? ". The rule belongs into a phase after the one that builds it" : ""),
                    null,
                    List.of());
        } catch (IOException unreadable) {
            return judgement(shown, Outcome.UNKNOWN, "was not weighed: " + unreadable.getMessage(), null, List.of());
        }
    }

    private Judgement judge(String shown, List<ImageWeight> weights) {
        ImageWeight heaviest = heaviest(weights);
        if (heaviest.bytes() > image.bytes()) {
            return judgement(
                    shown,
                    Outcome.FAIL,
                    "weighs " + Layer.shown(heaviest.bytes()) + " compressed",
                    "at most " + image.written(),
                    remedies(heaviest));
        }
        for (ImageWeight weight : weights) {
            for (Layer each : weight.layers()) {
                if (layer != null && each.bytes() > layer.bytes()) {
                    return judgement(
                            shown,
                            Outcome.FAIL,
                            "has a layer of " + Layer.shown(each.bytes()) + " compressed",
                            "layers of at most " + layer.written(),
                            remedies(weight));
                }
            }
        }
        return pass(shown, heaviest);
    }

    private boolean isLight(ImageWeight weight) {
        return weight.bytes() <= image.bytes()
                && (layer == null || weight.layers().stream().allMatch(each -> each.bytes() <= layer.bytes()));
    }

    private static ImageWeight heaviest(List<ImageWeight> weights) {
        return weights.stream()
                .max(Comparator.comparingLong(ImageWeight::bytes))
                .orElse(new ImageWeight(0, List.of()));
    }

    private Judgement pass(String shown, ImageWeight weight) {
        return judgement(
                shown,
                Outcome.PASS,
                "weighs " + Layer.shown(weight.bytes()) + ", of " + image.written() + " that it may",
                null,
                List.of());
    }

    private static List<Remedy> remedies(ImageWeight weight) {
        String largest = weight.layers().stream()
                .sorted(Comparator.comparingLong(Layer::bytes).reversed())
                .limit(MOST_LAYERS)
                .map(each -> each.words(weight.layers().size()))
                .collect(Collectors.joining("; "));
        return List.of(new Remedy("Make the largest layers smaller: " + largest, List.of(), List.of()));
    }

    private static Judgement judgement(
            String shown, Outcome outcome, String fact, @Nullable String wanted, List<Remedy> remedies) {
        return new Judgement(
                NAME, "the image", shown, Source.DECLARED, outcome, PolicyLevel.MINIMUM, fact, wanted, remedies);
    }
}
