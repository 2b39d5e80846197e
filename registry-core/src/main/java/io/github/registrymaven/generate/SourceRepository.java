package io.github.registrymaven.generate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a project's source is kept, and so where its CI runs.
 *
 * @param host without a port: {@code github.com}
 * @param path {@code owner/name}, or {@code group/subgroup/name}
 */
public record SourceRepository(Forge forge, String host, String path) {
    private static final Pattern URL = Pattern.compile(
            "(?:scm:git:)?(?:[a-z+]+://)?(?:[^@/\\s]{1,100}@)?(?<host>[A-Za-z0-9.-]{1,253})(?::\\d+)?[/:](?<path>[^\\s?#]{1,500})");
    /** Pages that GitLab has behind a project's name, in old URLs without a dash; none of them can be a project's name. */
    private static final Set<String> PAGES_OF_GITLAB = Set.of("-", "tree", "blob", "raw", "commits", "blame", "wikis");

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    /** Reads the first of a POM's scm URLs that says so; null where none does. */
    public static @Nullable SourceRepository of(List<String> scmUrls) {
        for (String url : scmUrls) {
            Matcher read = URL.matcher(url.strip());
            SourceRepository source =
                    read.matches() ? of(read.group("host").toLowerCase(Locale.ROOT), read.group("path")) : null;
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    private static @Nullable SourceRepository of(String host, String path) {
        // Maven appends a module's name to the URL of its parent: behind .git, or behind the name.
        String whole = path.replaceFirst("\\.git(/.*)?$", "").replaceFirst("/+$", "");
        String[] parts = whole.replaceFirst("^/+", "").split("/", -1);
        for (String part : parts) {
            if (!PART.matcher(part).matches()) {
                return null;
            }
        }
        if (host.equals("github.com") && parts.length >= 2) {
            return new SourceRepository(Forge.GITHUB, host, parts[0] + "/" + parts[1]);
        }
        boolean gitlab = host.equals("gitlab.com") || host.startsWith("gitlab.");
        return gitlab && parts.length >= 2 ? new SourceRepository(Forge.GITLAB, host, project(parts)) : null;
    }

    /** Groups may be nested; at least one group and a name. */
    private static String project(String[] parts) {
        int end = 2;
        while (end < parts.length && !PAGES_OF_GITLAB.contains(parts[end])) {
            end++;
        }
        return String.join("/", List.of(parts).subList(0, end));
    }
}
