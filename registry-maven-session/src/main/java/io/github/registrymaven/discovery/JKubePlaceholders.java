package io.github.registrymaven.discovery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Those of JKube. What it takes for the project's properties holds the command line's and the JVM's too, and a name may
 * speak of these in expressions.
 *
 * @see <a href="https://github.com/eclipse-jkube/jkube">MavenUtil, ImageNameFormatter, JKubeFileInterpolator</a>
 */
final class JKubePlaceholders extends Placeholders {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]+)}");
    private static final int NESTED_AT_MOST = 10;
    private static final int LONGEST_TAG = 128;

    private final Configured jkube;

    JKubePlaceholders(Configured jkube) {
        super(jkube.project());
        this.jkube = jkube;
    }

    @Override
    String fill(String name) {
        return super.fill(expanded(name));
    }

    @Override
    @Nullable
    String user() {
        return jkube.systemOrProject("jkube.image.user");
    }

    @Override
    String version(String letter) {
        if (!"vlt".contains(letter)) {
            throw unknown(letter);
        }
        String given = jkube.systemOrProject("jkube.image.tag");
        if (given != null && !given.isBlank()) {
            return given;
        }
        String version = jkube.project().getVersion();
        int plus = version.indexOf('+');
        boolean isSnapshot = (plus < 0 ? version : version.substring(0, plus)).endsWith("-SNAPSHOT");
        if (letter.equals("v") || !isSnapshot) {
            return valid(version);
        }
        return (letter.equals("l") ? "latest" : "${%t}") + (plus < 0 ? "" : valid(version.substring(plus)));
    }

    /** A plus, as semantic versions have it, is in no tag. */
    private String valid(String version) {
        String given = jkube.systemOrProject("jkube.image.tag.semver_plus_substitution");
        String instead = given == null || given.strip().equals("+") ? "-" : given.strip();
        String tag = version.replaceAll("[^\\p{L}\\p{Nd}_.+-]", "-").replace("+", instead);
        return tag.length() > LONGEST_TAG ? tag.substring(0, LONGEST_TAG) : tag;
    }

    /** What is not set anywhere stays an expression. */
    private String expanded(String name) {
        String value = name;
        for (int depth = 0; depth < NESTED_AT_MOST && value.contains("${"); depth++) {
            value = EXPRESSION.matcher(value).replaceAll(match -> {
                String set = jkube.systemOrProject(match.group(1));
                String found = set == null ? jkube.environment(match.group(1)) : set;
                return Matcher.quoteReplacement(found == null ? match.group() : found);
            });
        }
        return value;
    }
}
