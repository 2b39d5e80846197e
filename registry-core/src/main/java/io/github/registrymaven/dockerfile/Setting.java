package io.github.registrymaven.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * What {@code ENV} or {@code ARG} sets.
 *
 * @param value as written, without its quotes; null where {@code ARG} leaves it to the build
 */
public record Setting(String name, @Nullable String value) {
    static Setting of(String word) {
        int equals = word.indexOf('=');
        return equals < 0
                ? new Setting(word, null)
                : new Setting(word.substring(0, equals), word.substring(equals + 1));
    }
}
