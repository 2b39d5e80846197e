package io.github.registrymaven.testkit.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether somebody may do something, with all policies of the account in view. */
final class Authorizer {
    private final Arns arns;
    private final List<Policy> serviceControl;
    private final @Nullable Policy endpoint;
    private final @Nullable EcrRegistry registry;

    /**
     * Who decides.
     *
     * @param registry whose policy bears on everything that Amazon ECR is asked; null where it is not about one
     */
    Authorizer(Arns arns, List<Policy> serviceControl, @Nullable Policy endpoint, @Nullable EcrRegistry registry) {
        this.registry = registry;
        this.arns = arns;
        this.serviceControl = List.copyOf(serviceControl);
        this.endpoint = endpoint;
    }

    List<Policy> serviceControl() {
        return serviceControl;
    }

    /** Refuses what policies do not allow, and says why as the service does. */
    void check(Service service, Caller caller, String action, String resource) throws AwsFailure {
        String denial = denial(caller, action, resource);
        if (denial != null) {
            throw service.speaksJson()
                    ? AwsFailure.ecr("AccessDeniedException", denial)
                    : new AwsFailure(403, "AccessDenied", denial);
        }
    }

    /** Why somebody may not do this; null where he may. */
    @Nullable
    String denial(Caller caller, String action, String resource) {
        return denial(caller, action, resource, null, caller.account(), Map.of());
    }

    /** Why somebody may not do this to a repository, which may not exist; null where he may. */
    @Nullable
    String denial(Caller caller, String action, String name, @Nullable EcrRepository repository) {
        Map<String, String> context = new LinkedHashMap<>();
        if (repository != null) {
            repository.tags().forEach((key, value) -> {
                context.put("aws:ResourceTag/" + key, value);
                context.put("ecr:ResourceTag/" + key, value);
            });
        }
        Policy policy = repository == null ? null : repository.policy();
        return denial(caller, action, arns.repository(name), policy, arns.account(), context);
    }

    /** Refuses what policies do not allow somebody to do to a repository. */
    void checkRepository(Caller caller, String action, String name, @Nullable EcrRepository repository)
            throws AwsFailure {
        String denial = denial(caller, action, name, repository);
        if (denial != null) {
            throw AwsFailure.ecr("AccessDeniedException", denial);
        }
    }

    private @Nullable String denial(
            Caller caller,
            String action,
            String resource,
            @Nullable Policy resourcePolicy,
            String owner,
            Map<String, String> more) {
        Map<String, String> context = new LinkedHashMap<>(caller.context());
        context.put("aws:RequestedRegion", arns.region());
        context.put("aws:ResourceAccount", owner);
        context.putAll(more);
        AccessRequest request = new AccessRequest(action, resource, context);
        Evaluation evaluation = new Evaluation(caller, request)
                .ownedBy(owner)
                // The endpoint leads to Amazon ECR and to nothing else.
                .with(PolicyType.VPC_ENDPOINT, action.startsWith("ecr:") ? endpoint : null)
                .with(PolicyType.RESOURCE, resourcePolicy)
                .with(PolicyType.RESOURCE, registry == null ? null : registry.policy());
        if (caller.account().equals(arns.account())) {
            evaluation.with(PolicyType.SERVICE_CONTROL, serviceControl);
        }
        Decision decision = evaluation.decide();
        return decision.isAllowed() ? null : decision.denial(caller.arn(), request);
    }
}
