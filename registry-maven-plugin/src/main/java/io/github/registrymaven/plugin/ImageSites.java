package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.report.Site;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where the images of some projects are named: a line of {@code imagesFile}; where the plugin that pushes it is declared, which
 * may be in a parent; otherwise where this plugin is.
 */
public final class ImageSites implements Site.Finder {
    private static final String OURS = "registry-maven-plugin";
    private static final Pattern LINE_OF_FILE = Pattern.compile("(.+):(\\d{1,9})");
    private static final Pattern PLUGIN_AND_GOAL = Pattern.compile("([\\w.-]+):[\\w-]+ \\(.*");

    private final Path root;
    private final List<MavenProject> projects;
    private final @Nullable File imagesFile;

    public ImageSites(MavenSession session, List<MavenProject> projects, @Nullable File imagesFile) {
        this.root = Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
        this.projects = List.copyOf(projects);
        this.imagesFile = imagesFile;
    }

    /** Those of the project that a goal is run for. */
    static ImageSites of(AbstractPreflightMojo goal) {
        MavenProject current = goal.session().getCurrentProject();
        return new ImageSites(
                goal.session(),
                current == null || current.getFile() == null ? List.of() : List.of(current),
                goal.imagesFile);
    }

    @Override
    public Site of(ImageReport image) {
        Matcher line = LINE_OF_FILE.matcher(image.foundIn());
        if (imagesFile != null && line.matches() && imagesFile.getName().equals(line.group(1))) {
            return new Site(relative(imagesFile.toPath()), Integer.valueOf(line.group(2)));
        }
        Matcher plugin = PLUGIN_AND_GOAL.matcher(image.foundIn());
        Site declared = declared(plugin.matches() ? plugin.group(1) : OURS);
        if (declared != null) {
            return declared;
        }
        return new Site(
                projects.isEmpty()
                        ? "pom.xml"
                        : relative(projects.get(0).getFile().toPath()),
                null);
    }

    private @Nullable Site declared(String artifactId) {
        for (MavenProject project : projects) {
            for (Plugin plugin : project.getBuildPlugins()) {
                InputLocation location = plugin.getLocation("artifactId");
                if (artifactId.equals(plugin.getArtifactId()) && location != null && location.getSource() != null) {
                    Path file = file(location.getSource().getLocation());
                    // What a parent from a repository says is no line of the user's.
                    if (file != null && file.toAbsolutePath().startsWith(root)) {
                        return new Site(relative(file), location.getLineNumber());
                    }
                }
            }
        }
        return null;
    }

    /** Maven 4 names a POM by its URI, Maven 3 by its path. */
    private static @Nullable Path file(@Nullable String location) {
        if (location == null) {
            return null;
        }
        try {
            return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
        } catch (IllegalArgumentException noFile) {
            return null;
        }
    }

    private String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName();
        return shown.toString().replace(File.separatorChar, '/');
    }
}
