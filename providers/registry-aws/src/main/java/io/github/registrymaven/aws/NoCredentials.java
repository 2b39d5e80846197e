package io.github.registrymaven.aws;

/** A source of credentials that has none to give, in words that can be shown. */
final class NoCredentials extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    NoCredentials(Trouble trouble) {
        super(trouble.summary());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
