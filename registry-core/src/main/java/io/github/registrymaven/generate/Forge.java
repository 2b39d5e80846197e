package io.github.registrymaven.generate;

/** Who runs a project's CI, and vouches for its jobs by OpenID Connect. */
public enum Forge {
    GITHUB("GitHub Actions", "github"),
    GITLAB("GitLab CI", "gitlab");

    private final String title;
    private final String id;

    Forge(String title, String id) {
        this.title = title;
        this.id = id;
    }

    public String title() {
        return title;
    }

    /** For file names. */
    String id() {
        return id;
    }
}
