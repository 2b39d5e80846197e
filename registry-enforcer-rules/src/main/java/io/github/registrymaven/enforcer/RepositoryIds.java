package io.github.registrymaven.enforcer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.RepositoryBase;
import org.apache.maven.model.Site;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Repository;
import org.jspecify.annotations.Nullable;

/** The ids of the repositories of artifacts that a module and its settings name: a server of such an id is for Maven itself. */
final class RepositoryIds {
    private final Set<String> ids = new HashSet<>();

    private RepositoryIds() {}

    static Set<String> of(MavenProject project, MavenSession session) {
        RepositoryIds found = new RepositoryIds();
        project.getRepositories().forEach(found::add);
        project.getPluginRepositories().forEach(found::add);
        DistributionManagement deployment = project.getDistributionManagement();
        if (deployment != null) {
            found.add(deployment.getRepository());
            found.add(deployment.getSnapshotRepository());
            Site site = deployment.getSite();
            found.add(site == null ? null : site.getId());
        }
        for (Mirror mirror : session.getSettings().getMirrors()) {
            found.add(mirror.getId());
        }
        for (Profile profile : session.getSettings().getProfiles()) {
            found.ofSettings(profile.getRepositories());
            found.ofSettings(profile.getPluginRepositories());
        }
        return found.ids;
    }

    private void ofSettings(List<Repository> repositories) {
        repositories.forEach(repository -> add(repository.getId()));
    }

    private void add(@Nullable RepositoryBase repository) {
        add(repository == null ? null : repository.getId());
    }

    private void add(@Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
