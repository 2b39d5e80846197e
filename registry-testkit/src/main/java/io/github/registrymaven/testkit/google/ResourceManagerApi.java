package io.github.registrymaven.testkit.google;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code cloudresourcemanager.googleapis.com}: what somebody may do to a whole project. */
final class ResourceManagerApi implements GoogleService {
    private static final Pattern PROJECT = Pattern.compile("/v3/projects/([^/]+):testIamPermissions");

    private final GoogleState state;

    ResourceManagerApi(GoogleState state) {
        this.state = state;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        return PROJECT.matcher(request.path()).matches() ? "cloudresourcemanager.projects.testIamPermissions" : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) throws RpcFailure {
        String member = caller.member();
        Matcher path = PROJECT.matcher(request.path());
        String project = path.matches() ? GoogleRequest.decoded(path.group(1)) : "";
        if (state.project(project) == null) {
            throw new RpcFailure(403, "PERMISSION_DENIED", "The caller does not have permission");
        }
        List<String> granted = GoogleJson.texts(request.json(), "permissions").stream()
                .filter(permission -> state.bindings().allow(member, "projects/" + project, permission))
                .toList();
        return IamApi.permissions(granted);
    }
}
