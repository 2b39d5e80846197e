package io.github.registrymaven.testkit.google;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all services look at: projects, accounts, bindings, tokens. */
final class GoogleState {
    private final Clock clock;
    private final Roles roles = new Roles();
    private final Bindings bindings = new Bindings(roles);
    private final AccessTokens tokens;
    private final Map<String, GoogleProject> projects = new ConcurrentHashMap<>();
    private final Set<String> accounts = ConcurrentHashMap.newKeySet();

    GoogleState(Clock clock) {
        this.clock = clock;
        this.tokens = new AccessTokens(clock);
    }

    Clock clock() {
        return clock;
    }

    Roles roles() {
        return roles;
    }

    Bindings bindings() {
        return bindings;
    }

    AccessTokens tokens() {
        return tokens;
    }

    /** The e-mail addresses of the service accounts there are. */
    Set<String> accounts() {
        return accounts;
    }

    void add(GoogleProject project) {
        projects.put(project.id(), project);
    }

    @Nullable
    GoogleProject project(String id) {
        return projects.get(id);
    }

    /** A project, if it can be spoken to at all. */
    GoogleProject project(String id, String service) throws RpcFailure {
        GoogleProject project = projects.get(id);
        if (project == null) {
            // Absent and foreign projects are not told apart.
            throw new RpcFailure(403, "PERMISSION_DENIED", "Permission denied on resource project " + id + ".")
                    .because(
                            "CONSUMER_INVALID",
                            "googleapis.com",
                            GoogleJson.object("service", service, "consumer", "projects/" + id));
        }
        project.check(service);
        return project;
    }

    /** Refuses whoever may not do something. */
    void require(String member, String resource, String permission) throws RpcFailure {
        if (!bindings.allow(member, resource, permission)) {
            throw RpcFailure.denied(permission, resource);
        }
    }
}
