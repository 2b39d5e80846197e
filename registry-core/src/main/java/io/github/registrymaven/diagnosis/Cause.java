package io.github.registrymaven.diagnosis;

import java.util.Locale;

/** Why a push fails: the one vocabulary of every output. The names are part of the contract with users. */
public enum Cause {
    CREDENTIALS_MISSING,
    CREDENTIALS_EXPIRED,
    CREDENTIALS_REJECTED,
    CREDENTIAL_HELPER_FAILED,
    PERMISSION_DENIED,
    REPOSITORY_NOT_FOUND,
    PROJECT_OR_ACCOUNT_NOT_FOUND,
    INVALID_IMAGE_REFERENCE,
    REGISTRY_UNREACHABLE_DNS,
    CONNECTION_REFUSED,
    CONNECTION_TIMEOUT,
    TLS_HANDSHAKE_TIMEOUT,
    TLS_UNTRUSTED_CERTIFICATE,
    HTTP_HTTPS_MISMATCH,
    PROXY_FAILURE,
    DEADLINE_EXCEEDED,
    CONNECTION_RESET,
    BLOB_UPLOAD_UNKNOWN,
    BLOB_UNKNOWN,
    DIGEST_MISMATCH,
    PAYLOAD_TOO_LARGE,
    MANIFEST_INVALID,
    MANIFEST_UNKNOWN,
    TAG_IMMUTABLE,
    RATE_LIMITED,
    QUOTA_EXCEEDED,
    DAEMON_UNREACHABLE,
    LOCAL_IMAGE_MISSING,
    DISK_FULL,
    REGISTRY_SERVER_ERROR,
    API_DISABLED,
    NETWORK_RESTRICTED,
    ADMIN_USER_DISABLED,
    UNKNOWN;

    /** The name in every output, such as {@code permission-denied}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
