package io.github.registrymaven.aws;

import java.util.List;

/**
 * The actions that a push needs, in the order in which it needs them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html">IAM permissions for pushing</a>
 */
enum PushAction {
    GET_AUTHORIZATION_TOKEN("ecr:GetAuthorizationToken", false),
    BATCH_CHECK_LAYER_AVAILABILITY("ecr:BatchCheckLayerAvailability", true),
    INITIATE_LAYER_UPLOAD("ecr:InitiateLayerUpload", true),
    UPLOAD_LAYER_PART("ecr:UploadLayerPart", true),
    COMPLETE_LAYER_UPLOAD("ecr:CompleteLayerUpload", true),
    PUT_IMAGE("ecr:PutImage", true),
    /** In the documentation since some time; a push of a new tag does without it. */
    BATCH_GET_IMAGE("ecr:BatchGetImage", false);

    private final String id;
    private final boolean vital;

    PushAction(String id, boolean vital) {
        this.id = id;
        this.vital = vital;
    }

    /** As a policy names it. */
    String id() {
        return id;
    }

    /** Whether no push at all works without it. A login that is there already needs no further token. */
    boolean isVital() {
        return vital;
    }

    /** Those that are granted on a repository. */
    static List<PushAction> onRepository() {
        return List.of(values()).stream()
                .filter(action -> action != GET_AUTHORIZATION_TOKEN)
                .toList();
    }
}
