package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server of settings.xml that the user named ({@code registry.serverId}). Its password is for one registry, so it is for no
 * other: where the images are on several, it has to be said for which.
 *
 * @param text an id, or {@code host=id} pairs separated by commas
 * @param hosts those of the images at hand
 */
public record NamedServer(String text, Set<String> hosts) {
    public NamedServer {
        hosts = Set.copyOf(hosts);
    }

    /**
     * The server for images; null where the user named none.
     *
     * @param references of the images at hand
     */
    public static @Nullable NamedServer of(@Nullable String text, List<String> references) {
        return text == null ? null : new NamedServer(text, hosts(references));
    }

    /** The id for a registry; null where it is for others. */
    @Nullable
    String idFor(String host) {
        if (text.contains("=")) {
            for (String pair : text.split(",", -1)) {
                int sign = pair.indexOf('=');
                if (sign > 0 && pair.substring(0, sign).strip().equals(host)) {
                    return pair.substring(sign + 1).strip();
                }
            }
            return null;
        }
        return hosts.size() < 2 || isCalledAs(host) ? text : null;
    }

    /** The registries that references may be pushed to: what is called {@code app:1.0} is on none. */
    private static Set<String> hosts(List<String> references) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String reference : references) {
            if (ImageReference.parse(reference) instanceof ParsedReference.Valid valid
                    && !isOfDockersOwn(valid.reference())) {
                hosts.add(valid.reference().host());
            }
        }
        return hosts;
    }

    private static boolean isOfDockersOwn(ImageReference image) {
        return RegistryNames.isDockerHub(image.host()) && image.repository().startsWith("library/");
    }

    /** What it comes to for an image, to tell questions apart. */
    public String answerFor(String reference) {
        return ImageReference.parse(reference) instanceof ParsedReference.Valid valid
                ? String.valueOf(idFor(valid.reference().host())) + isAmbiguous()
                : text;
    }

    /** Whether nothing tells which of several registries it is for. */
    boolean isAmbiguous() {
        return !text.contains("=") && hosts.size() > 1 && hosts.stream().noneMatch(this::isCalledAs);
    }

    private boolean isCalledAs(String host) {
        return RegistryNames.serverIds(host).contains(text);
    }
}
