package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an image that a stage begins with is known for, by its name: official and widely used images only.
 *
 * @param repository without its registry, in small letters: {@code eclipse-temurin}
 * @param tag empty where it has none
 * @param digested whether it is named by digest
 */
record BaseImage(String written, String repository, String tag, boolean tagImplied, boolean digested) {
    /** Images of a JDK, of which there are others with less. */
    private static final Pattern JDK =
            Pattern.compile("eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes|sapmachine|tomcat"
                    + "|adoptopenjdk(/.*)?|azul/zulu-openjdk.*|bellsoft/liberica-openjdk.*|openjdk/jdk.*|graalvm/jdk.*"
                    + "|ubi\\d+/openjdk-\\d+|java/(open)?jdk.*");

    /** {@code eclipse-temurin-17}, {@code jdk21}, {@code openjdk11}, {@code java17}. */
    private static final Pattern JAVA =
            Pattern.compile("(?:jdk|jre|java|temurin|corretto|semeru|sapmachine)-?(\\d{1,2})(?!\\d)");

    private static final Set<String> TOOLS = Set.of("maven", "gradle", "sbt", "golang", "rust", "dotnet/sdk");

    /** Their processes run as root unless told otherwise; looked up in the images' own Dockerfiles and configs. */
    private static final Set<String> ROOT = Set.of(
            "alpine",
            "amazoncorretto",
            "amazonlinux",
            "busybox",
            "centos",
            "debian",
            "eclipse-temurin",
            "fedora",
            "golang",
            "gradle",
            "httpd",
            "ibm-semeru-runtimes",
            "maven",
            "nginx",
            "node",
            "openjdk",
            "oraclelinux",
            "python",
            "rockylinux",
            "ruby",
            "rust",
            "sapmachine",
            "scratch",
            "tomcat",
            "ubuntu");

    /** Null where a stage begins with another stage, or with what is no image that is known before the build. */
    static @Nullable BaseImage of(Stage stage) {
        String base = stage.base();
        return base == null ? null : of(base);
    }

    /** Null where the text is no image, or names one that is not known before the build. */
    static @Nullable BaseImage of(String written) {
        if (!(ImageReference.parse(written) instanceof ParsedReference.Valid valid)) {
            return null;
        }
        ImageReference image = valid.reference();
        String repository = image.repository().toLowerCase(Locale.ROOT).replaceFirst("^library/", "");
        String tag = image.tag();
        return new BaseImage(
                written,
                repository,
                tag == null ? "" : tag.toLowerCase(Locale.ROOT),
                image.tagImplied(),
                image.digest() != null);
    }

    /** Nothing at all, which has no name to pin. */
    boolean isEmpty() {
        return written.equals("scratch");
    }

    /** What it holds of tools that build software: {@code a JDK}; null where none is known of. */
    @Nullable
    String tools() {
        if (TOOLS.contains(repository)) {
            return repository;
        }
        return namesJdk() && JDK.matcher(repository).matches() ? "a JDK" : null;
    }

    /** Whether it may hold a JDK, and may be something that there is with nothing less, such as a server. */
    boolean mayHoldJdk() {
        return tools() == null && namesJdk();
    }

    /** Whether its name says what others say by a tag: {@code java21-debian12} of distroless. */
    boolean isVersionInItsName() {
        return isDistroless() && repository.matches(".*\\d.*");
    }

    /** Whether its versions have tags: those of distroless and the free ones of Chainguard have none. */
    boolean hasVersionTags() {
        return !isDistroless() && !written.startsWith("cgr.dev/chainguard/");
    }

    boolean isNginx() {
        return repository.equals("nginx") && runsAsRoot();
    }

    /** What there is of nginx for an ordinary user, by the same tag. */
    String unprivileged() {
        return "nginxinc/nginx-unprivileged" + (tagImplied || tag.isEmpty() ? "" : ":" + tag);
    }

    /** What to begin with instead, as far as its name tells: the same with a JRE. */
    String withJre() {
        String name = written.replaceFirst("@.*", "");
        if (repository.startsWith("ubi")) {
            return name.replaceFirst("(openjdk-\\d+)", "$1-runtime");
        }
        if (repository.equals("tomcat")) {
            return name.replaceFirst("jdk(\\d+).*", "jre$1");
        }
        boolean temurin = repository.equals("eclipse-temurin");
        if (temurin && tag.contains("jdk")) {
            return name.replaceFirst("jdk", "jre");
        }
        if (repository.startsWith("bellsoft/liberica-openjdk")) {
            return name.replaceFirst("openjdk", "openjre");
        }
        if (repository.equals("ibm-semeru-runtimes") && tag.contains("jdk")) {
            return name.replaceFirst("jdk", "jre");
        }
        return temurin && tag.matches("\\d.*") ? name.replaceFirst(":([\\d._]+)", ":$1-jre") : jre();
    }

    /** A JRE of the Java that the name tells, on Alpine where it is on that: instructions in between may need its {@code apk}. */
    String jre() {
        int java = java();
        boolean alpine = (repository + tag).contains("alpine");
        if (repository.equals("amazoncorretto") && !alpine) {
            return "amazoncorretto:" + java + (java == 8 ? "-al2023-jre" : "-al2023-headless");
        }
        return "eclipse-temurin:" + java + "-jre" + (alpine ? "-alpine" : "");
    }

    /** The Java there is a maintained JRE of that runs what was made for the one in the name; 21 where it tells none. */
    int java() {
        Matcher named = JAVA.matcher(repository + ":" + tag);
        int java = 0;
        if (named.find()) {
            java = Integer.parseInt(named.group(1));
        } else if (JDK.matcher(repository).matches() && tag.matches("(1\\.)?\\d{1,2}(\\D.*)?")) {
            java = Integer.parseInt(tag.replaceFirst("^1\\.", "").replaceFirst("\\D.*", ""));
        }
        for (int maintained : List.of(8, 11, 17)) {
            if (java > 0 && java <= maintained) {
                return maintained;
            }
        }
        return Math.max(java, 21);
    }

    private boolean namesJdk() {
        boolean jdk = repository.contains("jdk") || tag.contains("jdk") || repository.equals("eclipse-temurin");
        return jdk && !namesJre();
    }

    private boolean namesJre() {
        return repository.contains("jre")
                || tag.contains("jre")
                || repository.endsWith("-runtime")
                || tag.contains("headless");
    }

    /** Whether its processes are known to run as an ordinary user: those of distroless, as 65532, by their tags. */
    boolean runsAsOrdinaryUser() {
        return isDistroless() && tag.contains("nonroot");
    }

    /** Whether its processes are known to run as root; of others nothing is known. */
    boolean runsAsRoot() {
        // Each digest is another variant: one alone does not tell whether it is the one of nonroot.
        boolean distroless = isDistroless() && !tag.isEmpty() && !tag.contains("nonroot");
        boolean official = written.equals(repository)
                || written.startsWith(repository + ":")
                || written.startsWith(repository + "@")
                || written.startsWith("docker.io/");
        return distroless || (official && ROOT.contains(repository));
    }

    private boolean isDistroless() {
        return written.startsWith("gcr.io/distroless/");
    }
}
