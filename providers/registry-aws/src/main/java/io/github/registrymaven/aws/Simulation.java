package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.AwsDenial.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * What IAM's simulation says of a caller's own policies. It does not see everything: neither a repository's policy, nor what a
 * session was scoped down to, nor VPC endpoints; and it takes a user or a role, never a session of one.
 *
 * @param words by action and the ARN of the repository
 * @param silence why there are none, or not all
 */
record Simulation(Map<String, Word> words, @Nullable String silence) {
    /** An answer is at most a megabyte; this many repositories stay below it. */
    private static final int MOST_RESOURCES = 50;

    private static final int MOST_PAGES = 10;

    /**
     * One decision.
     *
     * @param policy what kind of policy denies
     * @param lacking what the conditions of the caller's own policies are about, and the simulation was not told
     */
    record Word(boolean allowed, boolean explicit, Policy policy, List<String> lacking) {
        public Word {
            lacking = List.copyOf(lacking);
        }

        /**
         * Whether nothing could turn it around within the caller's own policies. The simulation trips over conditions in service
         * control policies (aws-sdk #102), so it is not believed there.
         */
        boolean sure() {
            return lacking.isEmpty() && policy != Policy.SERVICE_CONTROL;
        }
    }

    @Nullable
    Word about(PushAction action, String arn) {
        return words.get(action.id() + " " + arn);
    }

    static Simulation silent(String why) {
        return new Simulation(Map.of(), why);
    }

    /** Asks for all actions on all repositories. */
    static Simulation of(IamClient iam, Arn caller, List<String> repositories) throws InterruptedException {
        if (caller.isRoot()) {
            return silent("the account's root user cannot be simulated");
        }
        String source = caller.isUser() ? caller.text() : role(iam, caller);
        if (source == null) {
            return silent("IAM simulates users and roles, and " + caller.text() + " is neither");
        }
        Map<String, Word> words = new HashMap<>();
        for (int from = 0; from < repositories.size(); from += MOST_RESOURCES) {
            Trouble trouble = ask(
                    iam,
                    source,
                    repositories.subList(from, Math.min(repositories.size(), from + MOST_RESOURCES)),
                    words);
            if (trouble != null) {
                return new Simulation(words, "IAM's simulation was not to be had: " + trouble.summary());
            }
        }
        return new Simulation(words, null);
    }

    /** The path of a role, which SSO roles always have, is not in the ARN of its sessions. */
    private static @Nullable String role(IamClient iam, Arn caller) throws InterruptedException {
        String name = caller.role();
        if (name == null) {
            return null;
        }
        Answer<String> arn = Answer.to(
                () -> iam.getRole(GetRoleRequest.builder().roleName(name).build())
                        .role()
                        .arn());
        return arn instanceof Answer.Given<String> given ? given.value() : caller.roleWithoutPath();
    }

    private static @Nullable Trouble ask(
            IamClient iam, String source, List<String> repositories, Map<String, Word> words)
            throws InterruptedException {
        String marker = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = marker;
            Answer<SimulatePrincipalPolicyResponse> answer =
                    Answer.to(() -> iam.simulatePrincipalPolicy(SimulatePrincipalPolicyRequest.builder()
                            .policySourceArn(source)
                            .actionNames(PushAction.onRepository().stream()
                                    .map(PushAction::id)
                                    .toList())
                            .resourceArns(repositories)
                            .marker(from)
                            .build()));
            if (answer instanceof Answer.None<SimulatePrincipalPolicyResponse> none) {
                return none.trouble();
            }
            SimulatePrincipalPolicyResponse response = ((Answer.Given<SimulatePrincipalPolicyResponse>) answer).value();
            response.evaluationResults().forEach(result -> read(result, words));
            marker = response.marker();
            if (!Boolean.TRUE.equals(response.isTruncated()) || marker == null) {
                return null;
            }
        }
        return null;
    }

    /** Several resources come as results of one result, or as results of their own. */
    private static void read(EvaluationResult result, Map<String, Word> words) {
        String action = result.evalActionName();
        boolean organisation = result.organizationsDecisionDetail() != null
                && Boolean.FALSE.equals(result.organizationsDecisionDetail().allowedByOrganizations());
        if (result.evalResourceName() != null) {
            boolean boundary = result.permissionsBoundaryDecisionDetail() != null
                    && Boolean.FALSE.equals(
                            result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
            put(
                    words,
                    action,
                    result.evalResourceName(),
                    result.evalDecision(),
                    result.missingContextValues(),
                    organisation,
                    boundary);
        }
        for (ResourceSpecificResult one : result.resourceSpecificResults()) {
            boolean boundary = one.permissionsBoundaryDecisionDetail() != null
                    && Boolean.FALSE.equals(
                            one.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
            put(
                    words,
                    action,
                    one.evalResourceName(),
                    one.evalResourceDecision(),
                    one.missingContextValues(),
                    organisation,
                    boundary);
        }
    }

    private static void put(
            Map<String, Word> words,
            String action,
            String resource,
            PolicyEvaluationDecisionType decision,
            List<String> missing,
            boolean organisation,
            boolean boundary) {
        boolean allowed = decision == PolicyEvaluationDecisionType.ALLOWED;
        boolean explicit = decision == PolicyEvaluationDecisionType.EXPLICIT_DENY;
        if (!allowed && !explicit && decision != PolicyEvaluationDecisionType.IMPLICIT_DENY) {
            return;
        }
        Policy policy = organisation ? Policy.SERVICE_CONTROL : boundary ? Policy.BOUNDARY : Policy.IDENTITY;
        words.put(action + " " + resource, new Word(allowed, explicit, policy, missing));
    }
}
