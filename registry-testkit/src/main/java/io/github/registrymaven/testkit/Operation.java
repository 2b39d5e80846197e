package io.github.registrymaven.testkit;

/** What a request wants of a repository, as fine as the distribution specification's endpoints. */
public enum Operation {
    OPEN_UPLOAD(Action.PUSH),
    SEND_UPLOAD(Action.PUSH),
    FINISH_UPLOAD(Action.PUSH),
    LOOK_AT_UPLOAD(Action.PUSH),
    /** A DELETE, and docker-registry wants that action for it. */
    CANCEL_UPLOAD(Action.DELETE),
    LOOK_FOR_BLOB(Action.PULL),
    READ_BLOB(Action.PULL),
    DELETE_BLOB(Action.DELETE),
    READ_MANIFEST(Action.PULL),
    PUT_MANIFEST(Action.PUSH),
    DELETE_MANIFEST(Action.DELETE),
    LIST_TAGS(Action.PULL),
    LIST_REFERRERS(Action.PULL);

    private final Action action;

    Operation(Action action) {
        this.action = action;
    }

    /** The right that registries ask for which know only three. */
    Action action() {
        return action;
    }

    static Operation ofUpload(String method) {
        return switch (method) {
            case "PATCH" -> SEND_UPLOAD;
            case "PUT" -> FINISH_UPLOAD;
            case "DELETE" -> CANCEL_UPLOAD;
            default -> LOOK_AT_UPLOAD;
        };
    }

    static Operation ofBlob(String method) {
        return switch (method) {
            case "HEAD" -> LOOK_FOR_BLOB;
            case "DELETE" -> DELETE_BLOB;
            default -> READ_BLOB;
        };
    }

    static Operation ofManifest(String method) {
        return switch (method) {
            case "PUT" -> PUT_MANIFEST;
            case "DELETE" -> DELETE_MANIFEST;
            default -> READ_MANIFEST;
        };
    }
}
