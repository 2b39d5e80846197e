package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.OwnPlugin;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;

/**
 * Goals after which a module has no image that it had not before. What names an image may be set while the module is built: by a script,
 * or from a file of properties. These are known to set none but those that belong to their own work; of any other plugin it is not known.
 */
final class PlainGoals {
    private static final String MAVENS_OWN = "org.apache.maven.plugins";

    private static final Set<String> RUN_CODE_OF_THE_USERS = Set.of("maven-antrun-plugin", "maven-scripting-plugin");

    /** Common in parents, and looked into: jacoco 0.8.12, flatten 1.7.3, spotless 3.11.0. */
    private static final Set<String> OTHERS = Set.of(
            OwnPlugin.KEY,
            "com.diffplug.spotless:spotless-maven-plugin",
            "org.codehaus.mojo:flatten-maven-plugin",
            "org.jacoco:jacoco-maven-plugin");

    private PlainGoals() {}

    /** Whether an execution is one of them, with all that it forks. */
    static boolean is(MojoExecution execution) {
        return isPlain(execution.getGroupId(), execution.getArtifactId())
                && execution.getForkedExecutions().values().stream()
                        .flatMap(List::stream)
                        .allMatch(PlainGoals::is);
    }

    private static boolean isPlain(String groupId, String artifactId) {
        return groupId.equals(MAVENS_OWN)
                ? !RUN_CODE_OF_THE_USERS.contains(artifactId)
                : OTHERS.contains(groupId + ":" + artifactId);
    }
}
