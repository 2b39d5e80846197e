package io.github.registrymaven.google;

import java.util.List;

/**
 * The permissions that a push asks for.
 *
 * @see <a href="https://cloud.google.com/artifact-registry/docs/access-control">Artifact Registry, roles and permissions</a>
 */
enum PushPermission {
    UPLOAD("artifactregistry.repositories.uploadArtifacts"),
    /** Clients look for layers before they send them. */
    DOWNLOAD("artifactregistry.repositories.downloadArtifacts"),
    /** That tags need rights of their own is told by denials, and documented nowhere. */
    TAG_CREATE("artifactregistry.tags.create"),
    TAG_UPDATE("artifactregistry.tags.update");

    static final String CREATE_ON_PUSH = "artifactregistry.repositories.createOnPush";

    private final String id;

    PushPermission(String id) {
        this.id = id;
    }

    /** As a role holds it. */
    String id() {
        return id;
    }

    static List<String> ids() {
        return List.of(values()).stream().map(PushPermission::id).toList();
    }
}
