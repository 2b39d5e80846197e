package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where machines find the sessions of their roles: the metadata service of an instance, the credentials service of a
 * container, and the portal of a single sign-on.
 */
final class CredentialSources {
    private static final String CONTAINER = "/container/";
    private static final String INSTANCE = "/latest/meta-data/iam/security-credentials/";
    private static final Duration LIFETIME = Duration.ofHours(6);

    private final Directory directory;
    private final Sessions sessions;
    private final Clock clock;
    private final @Nullable String instanceRole;
    private volatile String signOnToken = UUID.randomUUID().toString();

    /**
     * The sources.
     *
     * @param instanceRole the role of the instance; null where it has none
     */
    CredentialSources(Directory directory, Sessions sessions, Clock clock, @Nullable String instanceRole) {
        this.directory = directory;
        this.sessions = sessions;
        this.clock = clock;
        this.instanceRole = instanceRole;
    }

    String signOnToken() {
        return signOnToken;
    }

    void endSignOn() {
        signOnToken = UUID.randomUUID().toString();
    }

    static String containerPath(String role) {
        return CONTAINER + role;
    }

    /** A request that was answered, by what it asked for. */
    record Given(String action, AwsAnswer answer) {}

    /** Answers a request to one of the sources; null where it is to none. */
    @Nullable
    Given answer(HttpExchange http) {
        String path = http.getRequestURI().getPath();
        if (path.equals("/latest/api/token") && http.getRequestMethod().equals("PUT")) {
            AwsAnswer answer = new AwsAnswer(
                    200, "text/plain", "metadata", "", Map.of("x-aws-ec2-metadata-token-ttl-seconds", "21600"));
            return new Given("metadata:GetToken", answer);
        }
        if (path.startsWith(INSTANCE)) {
            return new Given("metadata:GetCredentials", ofInstance(path.substring(INSTANCE.length())));
        }
        if (path.equals("/latest/dynamic/instance-identity/document")) {
            JsonObject document = EcrJson.object("region", directory.arns().region());
            document.addProperty("accountId", directory.arns().account());
            return new Given("metadata:GetIdentity", AwsAnswer.json(document.toString()));
        }
        if (path.startsWith(CONTAINER)) {
            return new Given("container:GetCredentials", ofRole(path.substring(CONTAINER.length()), "container"));
        }
        if (path.equals("/federation/credentials")) {
            return new Given("sso:GetRoleCredentials", ofSignOn(http));
        }
        return null;
    }

    private AwsAnswer ofInstance(String role) {
        if (instanceRole == null) {
            return absent();
        }
        return role.isEmpty()
                ? new AwsAnswer(200, "text/plain", instanceRole, "")
                : role.equals(instanceRole) ? ofRole(role, "i-00000000000000000") : absent();
    }

    private AwsAnswer ofRole(String name, String session) {
        AwsKey key = session(name, session);
        if (key == null) {
            return absent();
        }
        JsonObject shown = EcrJson.object("Code", "Success");
        shown.addProperty("LastUpdated", clock.instant().toString());
        shown.addProperty("Type", "AWS-HMAC");
        shown.addProperty("AccessKeyId", key.accessKeyId());
        shown.addProperty("SecretAccessKey", key.secretAccessKey());
        shown.addProperty("Token", key.sessionToken());
        shown.addProperty("Expiration", String.valueOf(key.expires()));
        return AwsAnswer.json(shown.toString());
    }

    private AwsAnswer ofSignOn(HttpExchange http) {
        String token = http.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
        if (!signOnToken.equals(token)) {
            return refused(401, "UnauthorizedException", "Session token not found or invalid");
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : String.valueOf(http.getRequestURI().getQuery()).split("&", -1)) {
            List<String> parts = List.of(pair.split("=", 2));
            query.put(parts.get(0), parts.get(parts.size() - 1));
        }
        AwsKey key = directory.arns().account().equals(query.get("account_id"))
                ? session(String.valueOf(query.get("role_name")), "someone")
                : null;
        if (key == null) {
            return refused(403, "ForbiddenException", "No access");
        }
        JsonObject credentials = EcrJson.object("accessKeyId", key.accessKeyId());
        credentials.addProperty("secretAccessKey", key.secretAccessKey());
        credentials.addProperty("sessionToken", key.sessionToken());
        Instant expires = key.expires();
        credentials.addProperty("expiration", expires == null ? 0 : expires.toEpochMilli());
        return AwsAnswer.json(EcrJson.object("roleCredentials", credentials).toString());
    }

    /** A role of single sign-on has a long name of its own, of which people see the middle. */
    private @Nullable AwsKey session(String name, String session) {
        Identity role = directory.role(name);
        if (role == null) {
            role = directory.roleOfSignOn(name);
        }
        return role == null ? null : sessions.begin(role, session, null, LIFETIME);
    }

    private static AwsAnswer absent() {
        return new AwsAnswer(404, "text/plain", "Not Found", "NotFound");
    }

    private static AwsAnswer refused(int status, String code, String message) {
        String body = EcrJson.object("message", message).toString();
        return new AwsAnswer(status, "application/json", body, code, Map.of("x-amzn-ErrorType", code));
    }
}
