package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Images that one and the same thing is wrong with, a login or a host's certificate, and one and the same thing mends: forty
 * modules of a reactor need one block. What is mended image by image is told image by image.
 *
 * @param images at least one; where nothing is wrong, no more than one
 */
public record SameTrouble(List<ImageReport> images) {
    public SameTrouble {
        images = List.copyOf(images);
    }

    /** All images of a report, each once, in the order of the first of each trouble. */
    public static List<SameTrouble> in(List<ImageReport> images) {
        List<List<ImageReport>> all = new ArrayList<>();
        Map<Essence, List<ImageReport>> alike = new HashMap<>();
        for (ImageReport image : images) {
            List<ImageReport> alone = new ArrayList<>();
            Finding trouble = image.trouble();
            Cause cause = trouble == null ? null : trouble.cause();
            List<ImageReport> same = trouble == null || cause == null
                    ? alone
                    : alike.computeIfAbsent(Essence.of(image, trouble, cause), absent -> alone);
            same.add(image);
            if (same == alone) {
                all.add(same);
            }
        }
        return all.stream().map(SameTrouble::new).toList();
    }

    /** The one that is told in full. */
    public ImageReport first() {
        return images.get(0);
    }

    List<ImageReport> others() {
        return images.subList(1, images.size());
    }

    /** What is left of a trouble without the image's own name; what is to be done is compared with it. */
    private record Essence(
            @Nullable String host,
            Verdict verdict,
            Cause cause,
            String summary,
            List<String> evidence,
            @Nullable Identity identity,
            List<Remedy> remedies) {
        static Essence of(ImageReport image, Finding trouble, Cause cause) {
            String name = image.repository();
            return new Essence(
                    image.host(),
                    trouble.verdict(),
                    cause,
                    without(name, trouble.summary()),
                    trouble.evidence().stream().map(line -> without(name, line)).toList(),
                    image.identity(),
                    trouble.remedies());
        }

        private static String without(@Nullable String name, String text) {
            return name == null ? text : text.replaceAll("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", "");
        }
    }
}
