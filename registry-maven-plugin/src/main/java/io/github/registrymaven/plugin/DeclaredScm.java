package io.github.registrymaven.plugin;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where a project says that its source is kept: itself, or in a parent that lies beside it. A parent out of a repository has a project
 * of its own, and inheriting its {@code <scm>} would let that project's CI in: Spring Boot's is one.
 */
final class DeclaredScm {
    private DeclaredScm() {}

    /** As the nearest POM on disk that has them; none where no such POM says so. */
    static List<String> urls(@Nullable MavenProject project) {
        for (MavenProject each = project; each != null && isOnDisk(each); each = each.getParent()) {
            Scm written = each.getOriginalModel() == null
                    ? null
                    : each.getOriginalModel().getScm();
            if (written != null && each.getScm() != null) {
                return urls(written, each.getScm());
            }
        }
        return List.of();
    }

    /** What is written, with its properties filled in; of what is not, the effective model has the parent's. */
    private static List<String> urls(Scm written, Scm effective) {
        List<String> urls = new ArrayList<>();
        add(urls, written.getDeveloperConnection(), effective.getDeveloperConnection());
        add(urls, written.getConnection(), effective.getConnection());
        add(urls, written.getUrl(), effective.getUrl());
        return urls;
    }

    private static void add(List<String> urls, @Nullable String written, @Nullable String effective) {
        if (written != null && !written.isBlank() && effective != null) {
            urls.add(effective);
        }
    }

    /** In a repository a POM is named after what it is of. */
    private static boolean isOnDisk(MavenProject project) {
        File file = project.getFile();
        return file != null && !file.getName().equals(project.getArtifactId() + "-" + project.getVersion() + ".pom");
    }
}
