package io.github.registrymaven.testkit.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy. A list of actions or resources that is null is not there; the resource itself is what a
 * resource's own policy is about, so that its statements name none.
 */
record Statement(
        @Nullable String sid,
        boolean allows,
        @Nullable List<String> actions,
        @Nullable List<String> notActions,
        @Nullable List<String> resources,
        @Nullable List<String> notResources,
        @Nullable Principals principals,
        List<Condition> conditions) {

    /** Whether it speaks about this request, whoever asks. */
    boolean isAbout(AccessRequest request) {
        return isAboutAction(request)
                && isAboutResource(request)
                && conditions.stream().allMatch(condition -> condition.holds(request));
    }

    /** Whether it would, if all it asks for were known. */
    boolean isAboutIfConditionsHold(AccessRequest request) {
        return isAboutAction(request) && isAboutResource(request);
    }

    private boolean isAboutAction(AccessRequest request) {
        if (actions != null) {
            return actions.stream().anyMatch(pattern -> Glob.matchesAction(pattern, request.action()));
        }
        return notActions != null
                && notActions.stream().noneMatch(pattern -> Glob.matchesAction(pattern, request.action()));
    }

    private boolean isAboutResource(AccessRequest request) {
        if (resources != null) {
            return resources.stream().anyMatch(pattern -> Glob.matches(request.filled(pattern), request.resource()));
        }
        return notResources == null
                || notResources.stream()
                        .noneMatch(pattern -> Glob.matches(request.filled(pattern), request.resource()));
    }
}
