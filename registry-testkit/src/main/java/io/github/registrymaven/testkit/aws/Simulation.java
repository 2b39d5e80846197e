package io.github.registrymaven.testkit.aws;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code SimulatePrincipalPolicy}: what the policies of a user or role would say. As the real one it sees no session, no
 * repository's policy that is not handed to it, and no VPC endpoint; and it answers for the resources that are named, so
 * that {@code *} is denied to whoever is allowed only some.
 */
final class Simulation {
    private final Directory directory;
    private final Authorizer authorizer;

    Simulation(Directory directory, Authorizer authorizer) {
        this.directory = directory;
        this.authorizer = authorizer;
    }

    String answer(QueryCall call) throws AwsFailure {
        String source = call.required("PolicySourceArn");
        Caller signer = call.signer();
        authorizer.check(Service.IAM, signer, "iam:SimulatePrincipalPolicy", source);
        Identity identity = directory.byArn(source);
        if (identity == null) {
            throw unknown(source);
        }
        List<String> resources = call.members("ResourceArns");
        Xml xml = new Xml().text("IsTruncated", "false").open("EvaluationResults");
        for (String action : call.members("ActionNames")) {
            for (String resource : resources.isEmpty() ? List.of("*") : resources) {
                xml.raw(evaluated(identity, new AccessRequest(action, resource, context(call, identity)), call));
            }
        }
        return xml.close("EvaluationResults").toString();
    }

    /** An ARN that is none of a user or role, and one of nobody, are answered differently. */
    private static AwsFailure unknown(String source) {
        if (!source.matches("arn:[a-z-]+:iam::\\d{12}:(user|group|role)/.+")) {
            return new AwsFailure(
                    400,
                    "InvalidInput",
                    "Invalid Entity Arn: " + source + " does not clearly define entity type and name.");
        }
        String kind = source.contains(":role/") ? "role" : "user";
        return new AwsFailure(
                404,
                "NoSuchEntity",
                "The " + kind + " with name " + source.substring(source.lastIndexOf('/') + 1) + " cannot be found.");
    }

    private static Map<String, String> context(QueryCall call, Identity identity) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("aws:PrincipalArn", identity.arn());
        context.put("aws:PrincipalAccount", identity.account());
        for (int index = 1; call.text("ContextEntries.member." + index + ".ContextKeyName") != null; index++) {
            String prefix = "ContextEntries.member." + index + ".";
            String value = call.text(prefix + "ContextKeyValues.member.1");
            context.put(String.valueOf(call.text(prefix + "ContextKeyName")), value == null ? "" : value);
        }
        return context;
    }

    private String evaluated(Identity identity, AccessRequest request, QueryCall call) throws AwsFailure {
        Caller caller = new Caller(identity, null, null);
        List<Policy> control = authorizer.serviceControl();
        Evaluation evaluation = new Evaluation(caller, request)
                .with(PolicyType.RESOURCE, resourcePolicy(call, identity))
                .with(PolicyType.SERVICE_CONTROL, control);
        Decision decision = evaluation.decide();
        Xml xml = new Xml()
                .open("member")
                .text("EvalActionName", request.action())
                .text("EvalResourceName", request.resource())
                .text("EvalDecision", decision.outcome().simulated())
                .open("MatchedStatements");
        for (Decision.Matched matched : decision.matched()) {
            xml.open("member")
                    .text("SourcePolicyId", matched.policy().id())
                    .text("SourcePolicyType", matched.type().source())
                    .close("member");
        }
        xml.close("MatchedStatements").open("MissingContextValues");
        missing(identity, request).forEach(key -> xml.text("member", key));
        xml.close("MissingContextValues");
        if (!control.isEmpty()) {
            xml.open("OrganizationsDecisionDetail")
                    .text("AllowedByOrganizations", String.valueOf(allows(control, request)))
                    .close("OrganizationsDecisionDetail");
        }
        Policy boundary = identity.boundary();
        if (boundary != null) {
            xml.open("PermissionsBoundaryDecisionDetail")
                    .text("AllowedByPermissionsBoundary", String.valueOf(allows(List.of(boundary), request)))
                    .close("PermissionsBoundaryDecisionDetail");
        }
        return xml.close("member").toString();
    }

    /** A resource's policy counts for users only. */
    private static @Nullable Policy resourcePolicy(QueryCall call, Identity identity) throws AwsFailure {
        String text = call.text("ResourcePolicy");
        if (text == null || identity.kind() != Identity.Kind.USER) {
            return null;
        }
        try {
            return Policy.read("ResourcePolicy", null, text);
        } catch (IllegalArgumentException notAPolicy) {
            throw new AwsFailure(400, "InvalidInput", "Invalid resource policy");
        }
    }

    private static boolean allows(List<Policy> policies, AccessRequest request) {
        List<Statement> about = policies.stream()
                .flatMap(policy -> policy.statements().stream())
                .filter(statement -> statement.isAbout(request))
                .toList();
        return about.stream().allMatch(Statement::allows) && !about.isEmpty();
    }

    private static Set<String> missing(Identity identity, AccessRequest request) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(identity.policies().stream(), Stream.ofNullable(identity.boundary()))
                .flatMap(policy -> policy.statements().stream())
                .filter(statement -> statement.isAboutIfConditionsHold(request))
                .flatMap(statement -> statement.conditions().stream())
                .map(condition -> condition.missing(request))
                .forEach(key -> {
                    if (key != null) {
                        keys.add(key);
                    }
                });
        return keys;
    }
}
