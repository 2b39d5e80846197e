package io.github.registrymaven.session;

import io.github.registrymaven.declared.Declared;
import io.github.registrymaven.declared.DeclaredSources;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;

/** What infrastructure as code declares, read once for all rules and modules of a build. */
public final class SessionDeclared {
    private final Path base;
    private final ConcurrentMap<List<Path>, Declared> known;

    public SessionDeclared(MavenSession session) {
        this.base = Path.of(session.getExecutionRootDirectory());
        this.known = SessionMap.of(session.getRepositorySession().getData(), Declared.class);
    }

    /** What these files and folders declare. */
    public Declared in(List<File> places) {
        List<Path> paths = places.stream()
                .map(place -> place.toPath().toAbsolutePath().normalize())
                .collect(Collectors.toList());
        return known.computeIfAbsent(paths, files -> new DeclaredSources(base).read(files));
    }

    /**
     * What governs images of the build, with the images that each governs; all that is declared, with none, where no image is
     * given.
     */
    public Map<RepositoryState, List<ImageReference>> governing(List<File> places, List<ImageReference> images) {
        Declared declared = in(places);
        Map<RepositoryState, List<ImageReference>> byRepository = new LinkedHashMap<>();
        if (images.isEmpty()) {
            declared.states().forEach(state -> byRepository.put(state, List.of()));
        }
        for (ImageReference image : images) {
            for (RepositoryState state : declared.governing(image)) {
                byRepository.computeIfAbsent(state, one -> new ArrayList<>()).add(image);
            }
        }
        return Collections.unmodifiableMap(byRepository);
    }
}
