package io.github.registrymaven.provider;

/** Stands for an SPI of the engine. */
public interface Greeter {
    String greet();
}
