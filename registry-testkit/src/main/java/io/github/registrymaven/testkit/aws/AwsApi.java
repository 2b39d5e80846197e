package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands each call on to whoever answers it, in the protocol of its service. */
final class AwsApi {
    private static final String UNSIGNED = "AssumeRoleWithWebIdentity";

    private final Authenticator authenticator;
    private final EcrRegions ecr;
    private final @Nullable EcrPublic ecrPublic;
    private final Map<String, QueryCall.Answer> sts;
    private final Map<String, QueryCall.Answer> iam;

    AwsApi(
            Authenticator authenticator,
            EcrRegions ecr,
            @Nullable EcrPublic ecrPublic,
            Map<String, QueryCall.Answer> sts,
            Map<String, QueryCall.Answer> iam) {
        this.authenticator = authenticator;
        this.ecr = ecr;
        this.ecrPublic = ecrPublic;
        this.sts = Map.copyOf(sts);
        this.iam = Map.copyOf(iam);
    }

    /** An answer, and whom it was given to. */
    record Given(AwsAnswer answer, String caller) {}

    Given answer(AwsRequest request) {
        Caller caller = null;
        try {
            if (!request.operation().equals(UNSIGNED)) {
                caller = authenticator.caller(request);
            }
            AwsAnswer answer = request.service().speaksJson() ? ecr(request, caller) : query(request, caller);
            return new Given(answer, name(caller));
        } catch (AwsFailure failure) {
            return new Given(AwsAnswer.failed(request.service(), failure), name(caller));
        }
    }

    private AwsAnswer ecr(AwsRequest request, @Nullable Caller caller) throws AwsFailure {
        Map<String, EcrCall.Answer> answers =
                request.service() == Service.ECR ? ecr.of(request.region()).answers() : ofPublic(request);
        EcrCall.Answer answer = answers.get(request.operation());
        if (answer == null || caller == null) {
            throw AwsFailure.ecr("UnknownOperationException", "The testkit does not know " + request.operation());
        }
        try {
            JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
            return AwsAnswer.json(
                    answer.to(new EcrCall(caller, request.operation(), body)).toString());
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException notJson) {
            throw AwsFailure.ecr("SerializationException", "The request is not the JSON that it should be");
        }
    }

    private Map<String, EcrCall.Answer> ofPublic(AwsRequest request) throws AwsFailure {
        if (!request.region().equals(EcrPublic.REGION)) {
            throw AwsFailure.ecr("InvalidSignatureException", "Credential should be scoped to a valid region.");
        }
        return ecrPublic == null ? Map.of() : ecrPublic.answers();
    }

    private AwsAnswer query(AwsRequest request, @Nullable Caller caller) throws AwsFailure {
        QueryCall.Answer answer = (request.service() == Service.STS ? sts : iam).get(request.operation());
        if (answer == null) {
            throw new AwsFailure(400, "InvalidAction", "Could not find operation " + request.operation());
        }
        String result = answer.to(new QueryCall(caller, request.operation(), request.form()));
        return AwsAnswer.xml(Xml.answer(request.service(), request.operation(), result));
    }

    private static String name(@Nullable Caller caller) {
        return caller == null ? "" : caller.arn();
    }
}
