package io.github.registrymaven.artifact;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where and how an image is built; nothing of it gets into the image.
 *
 * @param target the folder that the layout is written into
 * @param cache a folder in which layers are kept from one build to the next
 * @param offline whether only what is in the cache may be used of the base image
 * @param insecure whether the base image's registry may be spoken to over http, or with a certificate that is not trusted
 * @param credential the login for the base image, where there is one
 * @param proxies on the way to the base image, beyond those of the JVM; absent where there are none
 * @param told gets a line for each step, for people; called by several threads
 */
public record Workplace(
        Path target,
        Path cache,
        boolean offline,
        boolean insecure,
        @Nullable Credential credential,
        @Nullable ProxiesUnknownToJvm proxies,
        Consumer<String> told) {}
