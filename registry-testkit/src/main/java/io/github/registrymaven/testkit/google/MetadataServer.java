package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metadata server of a machine on Compute Engine, with one service account. */
final class MetadataServer implements GoogleService {
    private static final String ROOT = "/computeMetadata/v1/";
    private static final String ACCOUNT = ROOT + "instance/service-accounts/default/";
    private static final Duration LIFE = Duration.ofMinutes(50);

    private final GoogleState state;
    private final @Nullable String email;
    private final Set<String> scopes;
    private final String project;

    /** @param email null for a machine that has no account */
    MetadataServer(GoogleState state, @Nullable String email, Set<String> scopes, String project) {
        this.state = state;
        this.email = email;
        this.scopes = scopes;
        this.project = project;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        return request.path().startsWith(ROOT)
                ? "metadata." + request.path().substring(request.path().lastIndexOf('/') + 1)
                : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) {
        if (!request.flavor().equals("Google")) {
            return GoogleAnswer.text(403, "Missing Metadata-Flavor:Google header.");
        }
        GoogleAnswer answer = email == null && request.path().startsWith(ACCOUNT)
                ? GoogleAnswer.text(404, "Not Found")
                : told(request.path(), String.valueOf(email));
        return answer.with("Metadata-Flavor", "Google");
    }

    private GoogleAnswer told(String path, String account) {
        return switch (path) {
            case ACCOUNT + "email" -> GoogleAnswer.text(200, account);
            case ACCOUNT + "scopes" -> GoogleAnswer.text(200, String.join("\n", scopes) + "\n");
            case ACCOUNT + "token" -> token(account);
            case ROOT + "project/project-id" -> GoogleAnswer.text(200, project);
            default -> GoogleAnswer.text(404, "Not Found");
        };
    }

    private GoogleAnswer token(String account) {
        JsonObject answer = GoogleJson.object(
                "access_token",
                state.tokens().issue("serviceAccount:" + account, scopes, LIFE),
                "token_type",
                "Bearer");
        answer.addProperty("expires_in", LIFE.toSeconds());
        return GoogleAnswer.json(answer);
    }
}
