package io.github.registrymaven.plugin;

import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The images named by the parameters {@code images} and {@code imagesFile}, each reference once. */
final class ImageList {
    private ImageList() {}

    /**
     * Empty where neither parameter is given; given and empty is a mistake.
     *
     * @param given whether {@code images} was given: Maven makes an empty list of nothing, too
     * @param place where, for whoever looks for it
     */
    static List<RequestedImage> read(@Nullable List<String> images, boolean given, String place, @Nullable File file)
            throws ConfigurationProblem {
        Map<String, RequestedImage> found = new LinkedHashMap<>();
        if (given) {
            add(found, fromParameter(images == null ? List.of() : images, place));
        }
        if (file != null) {
            add(found, fromFile(file));
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<String, RequestedImage> found, List<RequestedImage> images) {
        images.forEach(image -> found.putIfAbsent(image.reference(), image));
    }

    private static List<RequestedImage> fromParameter(List<String> images, String place) throws ConfigurationProblem {
        List<RequestedImage> found = new ArrayList<>();
        for (String image : images) {
            if (image != null && !image.isBlank()) {
                found.add(new RequestedImage(image.strip(), place));
            }
        }
        if (found.isEmpty()) {
            throw new ConfigurationProblem("registry.images is given, but names no image. "
                    + "It takes references separated by commas: registry.example.com/team/app:1.0");
        }
        return found;
    }

    /** Without a byte order mark, which editors of Windows put there; what PowerShell redirects into a file is UTF-16. */
    private static String text(File file) throws IOException {
        byte[] bytes = Files.readAllBytes(file.toPath());
        String text = SourceText.charset(bytes)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<RequestedImage> fromFile(File file) throws ConfigurationProblem {
        List<RequestedImage> found = new ArrayList<>();
        try {
            int number = 0;
            for (String line : text(file).lines().collect(Collectors.toList())) {
                number++;
                if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                    found.add(new RequestedImage(line.strip(), file.getName() + ":" + number));
                }
            }
        } catch (NoSuchFileException absent) {
            throw new ConfigurationProblem("registry.imagesFile is " + file + ", and there is no such file", absent);
        } catch (CharacterCodingException notText) {
            throw new ConfigurationProblem("registry.imagesFile is " + file + ", which is no text in UTF-8");
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(
                    "registry.imagesFile is " + file + ", which cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
        if (found.isEmpty()) {
            throw new ConfigurationProblem(
                    "registry.imagesFile is " + file + ", which names no image. It takes one reference a line");
        }
        return found;
    }
}
