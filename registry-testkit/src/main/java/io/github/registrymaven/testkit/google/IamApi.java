package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code iam.googleapis.com} and {@code iamcredentials.googleapis.com}: tokens of service accounts for whoever may have them,
 * who may, and what roles hold.
 */
final class IamApi implements GoogleService {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Pattern ACCOUNT =
            Pattern.compile("/v1/projects/[^/]+/serviceAccounts/([^/:]+):(generateAccessToken|testIamPermissions)");
    private static final Pattern ROLE = Pattern.compile("/v1/((?:projects/[^/]+/)?roles/[^/:]+)");

    private final GoogleState state;

    IamApi(GoogleState state) {
        this.state = state;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        Matcher account = ACCOUNT.matcher(request.path());
        if (account.matches()) {
            return account.group(2).equals("generateAccessToken")
                    ? "iamcredentials.serviceAccounts.generateAccessToken"
                    : "iam.serviceAccounts.testIamPermissions";
        }
        return ROLE.matcher(request.path()).matches() ? "iam.roles.get" : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) throws RpcFailure {
        String member = caller.member();
        Matcher account = ACCOUNT.matcher(request.path());
        if (!account.matches()) {
            return role(request);
        }
        String email = GoogleRequest.decoded(account.group(1));
        return account.group(2).equals("generateAccessToken")
                ? minted(request, member, email)
                : tested(request, member, email);
    }

    /** The resource whose bindings say who may act as an account. */
    static String resource(String email) {
        String project = email.substring(email.indexOf('@') + 1).replace(".iam.gserviceaccount.com", "");
        return "projects/" + project + "/serviceAccounts/" + email;
    }

    private GoogleAnswer minted(GoogleRequest request, String member, String email) throws RpcFailure {
        String permission = "iam.serviceAccounts.getAccessToken";
        if (!state.accounts().contains(email) || !state.bindings().allow(member, resource(email), permission)) {
            throw new RpcFailure(
                            403,
                            "PERMISSION_DENIED",
                            "Permission '" + permission + "' denied on resource (or it may not exist).")
                    .because(
                            "IAM_PERMISSION_DENIED", "iam.googleapis.com", GoogleJson.object("permission", permission));
        }
        Set<String> scopes = Set.copyOf(GoogleJson.texts(request.json(), "scope"));
        String token = state.tokens().issue("serviceAccount:" + email, scopes, LIFE);
        return GoogleAnswer.json(GoogleJson.object(
                "accessToken",
                token,
                "expireTime",
                state.tokens().expires(token).toString()));
    }

    private GoogleAnswer tested(GoogleRequest request, String member, String email) throws RpcFailure {
        if (!state.accounts().contains(email)) {
            throw RpcFailure.absent("Unknown service account");
        }
        List<String> granted = GoogleJson.texts(request.json(), "permissions").stream()
                .filter(permission -> state.bindings().allow(member, resource(email), permission))
                .toList();
        return permissions(granted);
    }

    /** Where nothing is granted, nothing is in the answer. */
    static GoogleAnswer permissions(List<String> granted) {
        JsonObject answer = new JsonObject();
        if (!granted.isEmpty()) {
            answer.add("permissions", GoogleJson.array(granted));
        }
        return GoogleAnswer.json(answer);
    }

    private GoogleAnswer role(GoogleRequest request) throws RpcFailure {
        String name = request.path().substring("/v1/".length());
        Set<String> held = state.roles().of(name);
        if (held.isEmpty()) {
            throw RpcFailure.absent("The role named " + name + " was not found.");
        }
        JsonObject answer = GoogleJson.object("name", name, "stage", "GA");
        answer.add("includedPermissions", GoogleJson.array(held));
        return GoogleAnswer.json(answer);
    }
}
