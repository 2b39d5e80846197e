package io.github.registrymaven.provider;

import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;

/**
 * What looking for a provider comes to: {@link Found}, {@link Absent} or {@link Mismatch}.
 *
 * @param <T> the SPI
 */
public abstract class ProviderLookup<T> {
    private ProviderLookup() {}

    /**
     * It is there.
     *
     * @param <T> the SPI
     */
    public static final class Found<T> extends ProviderLookup<T> {
        private final T provider;

        Found(T provider) {
            this.provider = provider;
        }

        /** The provider. Each call runs with the context class loader that the libraries behind it look to. */
        public T provider() {
            return provider;
        }
    }

    /**
     * It cannot be had.
     *
     * @param <T> the SPI
     */
    public abstract static class Missing<T> extends ProviderLookup<T> {
        private final String reason;
        private final List<String> evidence;
        private final List<Remedy> remedies;

        private Missing(String reason, List<String> evidence, List<Remedy> remedies) {
            this.reason = reason;
            this.evidence = List.copyOf(evidence);
            this.remedies = List.copyOf(remedies);
        }

        /** What is wrong with which module, one sentence. */
        public String reason() {
            return reason;
        }

        /** What was seen, in the words of Maven's Resolver or of the JVM. */
        public List<String> evidence() {
            return evidence;
        }

        /** What to add to the POM, ready to copy. */
        public List<Remedy> remedies() {
            return remedies;
        }
    }

    /**
     * It is not declared, and could not be resolved or not be started.
     *
     * @param <T> the SPI
     */
    public static final class Absent<T> extends Missing<T> {
        Absent(String reason, List<String> evidence, List<Remedy> remedies) {
            super(reason, evidence, remedies);
        }
    }

    /**
     * It is declared in a version other than the plugin's own: they are made for each other, so it is not used.
     *
     * @param <T> the SPI
     */
    public static final class Mismatch<T> extends Missing<T> {
        private final String found;
        private final String wanted;

        Mismatch(String found, String wanted, String reason, List<Remedy> remedies) {
            super(reason, List.of(), remedies);
            this.found = found;
            this.wanted = wanted;
        }

        /** The version that is declared. */
        public String found() {
            return found;
        }

        /** The plugin's own version. */
        public String wanted() {
            return wanted;
        }
    }
}
