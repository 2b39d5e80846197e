package io.github.registrymaven.aws;

import java.util.List;

/**
 * The actions that a push needs, in the order in which it needs them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html">IAM permissions for pushing</a>
 */
enum PushAction {
    /** A login that is there already needs no further one. */
    GET_AUTHORIZATION_TOKEN("ecr:GetAuthorizationToken", Need.SELDOM),
    /** docker and skopeo end where they may not look for a layer; our own push sends it then. */
    BATCH_CHECK_LAYER_AVAILABILITY("ecr:BatchCheckLayerAvailability", Need.BY_MOST_TOOLS),
    INITIATE_LAYER_UPLOAD("ecr:InitiateLayerUpload", Need.ALWAYS),
    UPLOAD_LAYER_PART("ecr:UploadLayerPart", Need.ALWAYS),
    COMPLETE_LAYER_UPLOAD("ecr:CompleteLayerUpload", Need.ALWAYS),
    PUT_IMAGE("ecr:PutImage", Need.ALWAYS),
    /** In the documentation since some time; a push of a new tag does without it. */
    BATCH_GET_IMAGE("ecr:BatchGetImage", Need.SELDOM);

    /** Which pushes need it. */
    enum Need {
        SELDOM,
        BY_MOST_TOOLS,
        ALWAYS
    }

    private final String id;
    private final Need need;

    PushAction(String id, Need need) {
        this.id = id;
        this.need = need;
    }

    /** As a policy names it. */
    String id() {
        return id;
    }

    /** Whether no push at all works without it. */
    boolean isVital() {
        return need == Need.ALWAYS;
    }

    /** Whether it depends on the tool that pushes, which is not known here. */
    boolean dependsOnTheTool() {
        return need == Need.BY_MOST_TOOLS;
    }

    /** Those that are granted on a repository. */
    static List<PushAction> onRepository() {
        return List.of(values()).stream()
                .filter(action -> action != GET_AUTHORIZATION_TOKEN)
                .toList();
    }
}
