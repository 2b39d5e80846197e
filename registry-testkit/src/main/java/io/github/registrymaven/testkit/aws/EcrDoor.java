package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.BasicLogin;
import io.github.registrymaven.testkit.ControlPlane;
import io.github.registrymaven.testkit.Operation;
import io.github.registrymaven.testkit.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Amazon ECR says to docker-style clients: the same policies and settings as behind its API. */
final class EcrDoor implements ControlPlane {
    private final EcrRegistry registry;
    private final DockerTokens tokens;
    private final Authorizer authorizer;

    EcrDoor(EcrRegistry registry, DockerTokens tokens, Authorizer authorizer) {
        this.registry = registry;
        this.tokens = tokens;
        this.authorizer = authorizer;
    }

    @Override
    public void admit(@Nullable String authorization) throws Refused {
        caller(authorization);
    }

    @Override
    public void allow(@Nullable String authorization, String repository, Operation operation) throws Refused {
        Caller caller = caller(authorization);
        if (operation == Operation.CANCEL_UPLOAD) {
            // The API has no call that ends an upload; what is begun lapses by itself.
            throw new Refused(405, "UNSUPPORTED", "The operation is unsupported.");
        }
        EcrRepository known = registry.find(repository);
        String denial = authorizer.denial(caller, "ecr:" + action(operation), repository, known);
        if (denial != null) {
            throw new Refused(403, "DENIED", denial);
        }
        if (known == null && !createsNow(repository, operation)) {
            throw new Refused(404, "NAME_UNKNOWN", registry.absent(repository));
        }
    }

    private boolean createsNow(String repository, Operation operation) {
        if (operation != Operation.OPEN_UPLOAD) {
            return false;
        }
        Optional<CreationTemplate> template = registry.templateOnPush(repository);
        template.ifPresent(found -> registry.create(repository, found.settings()));
        return template.isPresent();
    }

    @Override
    public void checkTagMoves(String repository, String tag) throws Refused {
        EcrRepository known = registry.find(repository);
        if (known != null && !known.mutability().mayMove(tag)) {
            throw new Refused(400, "TAG_INVALID", immutable(repository, tag));
        }
    }

    @Override
    public boolean mountsBlobs() {
        // A setting of the account, which is off unless somebody turns it on.
        return false;
    }

    static String immutable(String repository, String tag) {
        return "The image tag '" + tag + "' already exists in the '" + repository
                + "' repository and cannot be overwritten because the tag is immutable.";
    }

    /** The right that each request asks for, as AWS documents it for pushing and pulling. */
    static String action(Operation operation) {
        return switch (operation) {
            case OPEN_UPLOAD -> "InitiateLayerUpload";
            case SEND_UPLOAD, LOOK_AT_UPLOAD -> "UploadLayerPart";
            case FINISH_UPLOAD -> "CompleteLayerUpload";
            case LOOK_FOR_BLOB -> "BatchCheckLayerAvailability";
            case READ_BLOB -> "GetDownloadUrlForLayer";
            case READ_MANIFEST -> "BatchGetImage";
            case PUT_MANIFEST -> "PutImage";
            case DELETE_MANIFEST, DELETE_BLOB, CANCEL_UPLOAD -> "BatchDeleteImage";
            case LIST_TAGS -> "ListImages";
            case LIST_REFERRERS -> "ListImageReferrers";
        };
    }

    private Caller caller(@Nullable String authorization) throws Refused {
        BasicLogin login = BasicLogin.of(authorization);
        if (login == null) {
            throw Refused.challenge(
                    "Basic realm=\"https://" + registry.arns().host() + "/\",service=\"ecr.amazonaws.com\"",
                    "Not Authorized\n");
        }
        DockerTokens.Token token = login.user().equals(DockerTokens.USER) ? tokens.find(login.password()) : null;
        if (token == null) {
            throw new Refused(400, "DENIED", "Your Authorization Token is invalid.");
        }
        if (tokens.isExpired(token)) {
            throw new Refused(403, "DENIED", "Your authorization token has expired. Reauthenticate and try again.");
        }
        return token.caller();
    }
}
