package io.github.registrymaven.testkit.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** An error in the format of {@code google.rpc.Status}, with its details. */
final class RpcFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String status;
    private final transient JsonArray details = new JsonArray();

    RpcFailure(int code, String status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    /** With {@code google.rpc.ErrorInfo}, the part that programs read. */
    RpcFailure because(String reason, String domain, JsonObject metadata) {
        JsonObject info = GoogleJson.object(
                "@type", "type.googleapis.com/google.rpc.ErrorInfo", "reason", reason, "domain", domain);
        info.add("metadata", metadata);
        details.add(info);
        return this;
    }

    /** With any other detail. */
    RpcFailure with(JsonObject detail) {
        details.add(detail);
        return this;
    }

    static RpcFailure unauthenticated(String reason) {
        return new RpcFailure(
                        401,
                        "UNAUTHENTICATED",
                        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or"
                                + " other valid authentication credential.")
                .because(reason, "googleapis.com", new JsonObject());
    }

    static RpcFailure denied(String permission, String resource) {
        return new RpcFailure(
                        403,
                        "PERMISSION_DENIED",
                        "Permission '" + permission + "' denied on resource '//artifactregistry.googleapis.com/"
                                + resource + "' (or it may not exist).")
                .because(
                        "IAM_PERMISSION_DENIED",
                        "artifactregistry.googleapis.com",
                        GoogleJson.object("permission", permission, "resource", resource));
    }

    static RpcFailure absent(String what) {
        return new RpcFailure(404, "NOT_FOUND", what);
    }

    GoogleAnswer answer() {
        JsonObject error = new JsonObject();
        error.addProperty("code", code);
        error.addProperty("message", getMessage());
        error.addProperty("status", status);
        if (!details.isEmpty()) {
            error.add("details", details);
        }
        JsonObject body = new JsonObject();
        body.add("error", error);
        return GoogleAnswer.json(code, body);
    }
}
