package io.github.registrymaven.blueprint;

import java.util.List;

/**
 * What a push to Amazon ECR needs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html">IAM permissions for pushing an image</a>
 */
public final class EcrPush {
    /** For the whole account, so it can be allowed on {@code *} only. */
    public static final String TOKEN = "ecr:GetAuthorizationToken";

    /** What a push asks for first of what it needs everywhere. */
    public static final String FIRST = "ecr:InitiateLayerUpload";

    /** On the repository, by their names. */
    public static final List<String> ON_REPOSITORY = List.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            FIRST,
            "ecr:PutImage",
            "ecr:UploadLayerPart");

    private EcrPush() {}

    /** The least that pushes to just these repositories need. */
    public static String policy(List<String> repositoryArns) {
        return IamPolicy.empty()
                .allow(List.of(TOKEN), List.of("*"), null)
                .allow(ON_REPOSITORY, repositoryArns, null)
                .text();
    }
}
