package io.github.registrymaven.session;

/** Something in the build's own configuration is wrong. The message names the input, the place and the remedy. */
public final class ConfigurationProblem extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationProblem(String message) {
        super(message);
    }

    public ConfigurationProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
