package io.github.registrymaven.azure;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, as far as a token tells.
 *
 * @param name for people: a user's name, or an application's client id
 * @param objectId by which roles are assigned; null where it is not known
 * @param isUser null where that is not known
 */
record Who(
        String name,
        @Nullable String objectId,
        @Nullable String clientId,
        @Nullable String tenant,
        @Nullable Boolean isUser) {
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Of a token of Entra's (its page "Access token claims reference"). */
    static Who ofEntra(Json claims) {
        String client = claims.text("appid") == null ? claims.text("azp") : claims.text("appid");
        String upn = claims.text("upn") == null ? claims.text("preferred_username") : claims.text("upn");
        String objectId = guid(claims.text("oid"));
        String kind = claims.text("idtyp");
        Boolean user = kind == null ? (upn == null ? null : Boolean.TRUE) : Boolean.valueOf(kind.equals("user"));
        String name = upn != null ? upn : client != null ? client : objectId == null ? "somebody" : objectId;
        return new Who(name, objectId, Boolean.TRUE.equals(user) ? null : guid(client), guid(claims.text("tid")), user);
    }

    /** Of a token of the registry's (AAD-OAuth.md): its subject is a user's name, or something that Azure chose. */
    static Who ofRegistry(Json claims) {
        String subject = claims.text("sub") == null ? "somebody" : String.valueOf(claims.text("sub"));
        boolean user = subject.contains("@");
        return new Who(subject, null, guid(subject), claims.text("tenant"), user ? Boolean.TRUE : null);
    }

    /** An application that logs in with its id. */
    static Who ofApplication(String clientId) {
        return new Who(clientId, null, clientId.toLowerCase(Locale.ROOT), null, false);
    }

    static boolean isGuid(String text) {
        return GUID.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static @Nullable String guid(@Nullable String text) {
        return text != null && isGuid(text) ? text.toLowerCase(Locale.ROOT) : null;
    }

    /** Whether both are the same for certain. */
    boolean isSame(Who other) {
        return (objectId != null && objectId.equals(other.objectId))
                || (clientId != null && clientId.equals(other.clientId))
                || (objectId != null && Objects.equals(objectId, other.clientId))
                || (clientId != null && Objects.equals(clientId, other.objectId))
                || (Boolean.TRUE.equals(isUser)
                        && Boolean.TRUE.equals(other.isUser)
                        && name.equalsIgnoreCase(other.name));
    }

    String words() {
        return Boolean.TRUE.equals(isUser) ? name : clientId != null ? "the application " + clientId : name;
    }
}
