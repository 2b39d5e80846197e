package io.github.registrymaven.plugin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The {@code <images>} that projects write into their configuration of this plugin. */
final class ConfiguredImages {
    private ConfiguredImages() {}

    /** As written, be it one element each or all in one line; null where the element is absent. */
    static @Nullable List<String> in(ConfigurationContainer place) {
        Object configuration = place.getConfiguration();
        Xpp3Dom images = configuration instanceof Xpp3Dom ? ((Xpp3Dom) configuration).getChild("images") : null;
        if (images == null) {
            return null;
        }
        Stream<String> inOneLine = images.getValue() == null
                ? Stream.of()
                : Stream.of(images.getValue().split(",", -1));
        return Stream.concat(inOneLine, Stream.of(images.getChildren()).map(Xpp3Dom::getValue))
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .collect(Collectors.toList());
    }

    /** The artifact ids of the projects that name other images than one project does, for a check or a push. */
    static List<String> beyond(@Nullable MavenProject project, List<MavenProject> projects) {
        Set<String> known = project == null ? Set.of() : of(project);
        return projects.stream()
                .filter(each -> !known.containsAll(of(each)))
                .map(MavenProject::getArtifactId)
                .collect(Collectors.toList());
    }

    private static Set<String> of(MavenProject project) {
        Set<String> images = new LinkedHashSet<>();
        for (ConfigurationContainer place : OwnPlugin.places(project)) {
            List<String> named = in(place);
            images.addAll(named == null ? List.of() : named);
        }
        return images;
    }
}
