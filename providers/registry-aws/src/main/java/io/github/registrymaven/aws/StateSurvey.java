package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.policy.RepositoryState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.GetLifecyclePolicyRequest;
import software.amazon.awssdk.services.ecr.model.GetRepositoryPolicyRequest;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Asks AWS how the repositories of one registry are set up. What can be asked of many at once is; the two policies are asked
 * for each repository, some at a time.
 */
final class StateSurvey {
    private static final int AT_ONCE = 8;

    private final Place place;
    private final Clients clients;
    private final Caller.Known caller;
    private final String profile;

    StateSurvey(Access.Open access) {
        this.place = access.place();
        this.clients = access.clients();
        this.caller = access.caller();
        this.profile = access.settings().profileName();
    }

    /** One state for each repository that exists, or that a push would create; the rest is left out. */
    List<RepositoryState> states(List<String> names) throws InterruptedException {
        try (Questions questions = new Questions(AT_ONCE);
                StsClient sts = clients.sts(caller.provider());
                EcrClient ecr = clients.ecr(caller.provider())) {
            Future<Map<String, RepositorySeen>> looking =
                    questions.ask(() -> new RepositoryLookup(ecr, place.account()).look(names));
            Answer<GetCallerIdentityResponse> whoami = Answer.to(sts::getCallerIdentity);
            if (whoami instanceof Answer.None<GetCallerIdentityResponse> none) {
                String why = Access.isNobody(caller, none.trouble())
                        ? Caller.Unusable.nobody(profile, List.of()).summary()
                        : none.trouble().words("sts:GetCallerIdentity");
                return names.stream().map(name -> place.unseen(name, why)).toList();
            }
            String account = String.valueOf(
                    ((Answer.Given<GetCallerIdentityResponse>) whoami).value().account());
            return states(names, Questions.result(looking), account.equals(place.account()), ecr, questions);
        }
    }

    /** @param own whether the caller is of the registry's account: what is set for all of it is not told to others */
    private List<RepositoryState> states(
            List<String> names, Map<String, RepositorySeen> seen, boolean own, EcrClient ecr, Questions questions)
            throws InterruptedException {
        List<String> there = names.stream()
                .filter(name -> !(seen.get(name) instanceof RepositorySeen.Absent))
                .toList();
        ScanSurvey scanning = own ? new ScanSurvey(ecr, there, questions) : null;
        Map<String, Future<Answer<String>>> lifecycles = new HashMap<>();
        Map<String, Future<Answer<String>>> policies = new HashMap<>();
        for (String name : there) {
            if (isWorthAsking(seen.get(name))) {
                lifecycles.put(name, questions.ask(() -> lifecycle(ecr, name)));
                policies.put(name, questions.ask(() -> policy(ecr, name)));
            }
        }
        Creation creation = there.size() == names.size()
                ? Creation.notAsked()
                : own ? Creation.ask(ecr, place.account()) : Creation.otherAccount();
        StateOf state = new StateOf(place, scanning == null ? Scans.notAsked(others()) : scanning.result());
        List<RepositoryState> states = new ArrayList<>();
        for (String name : names) {
            Future<Answer<String>> lifecycle = lifecycles.get(name);
            Future<Answer<String>> policy = policies.get(name);
            RepositorySeen one = seen.get(name);
            if (lifecycle != null && policy != null) {
                states.add(state.existing(name, one, Questions.result(lifecycle), Questions.result(policy)));
            } else if (one instanceof RepositorySeen.Hidden hidden) {
                states.add(place.unseen(name, hidden.trouble().words("ecr:DescribeRepositories")));
            } else {
                RepositoryCreationTemplate template = creation.byPush(name);
                if (template != null) {
                    states.add(state.fromTemplate(name, template));
                }
            }
        }
        return states;
    }

    /** Who may not see a repository may still see its policies; whom AWS does not answer it will not answer those either. */
    private static boolean isWorthAsking(@Nullable RepositorySeen seen) {
        return !(seen instanceof RepositorySeen.Hidden hidden)
                || hidden.trouble().isDenied();
    }

    private static Trouble others() {
        return new Trouble(
                Cause.UNKNOWN,
                "it answers about the caller's own registry, and this one is another's",
                List.of(),
                null,
                "");
    }

    private Answer<String> lifecycle(EcrClient ecr, String name) throws InterruptedException {
        return Answer.to(() -> Answer.told(ecr.getLifecyclePolicy(GetLifecyclePolicyRequest.builder()
                        .registryId(place.account())
                        .repositoryName(name)
                        .build())
                .lifecyclePolicyText()));
    }

    private Answer<String> policy(EcrClient ecr, String name) throws InterruptedException {
        return Answer.to(() -> Answer.told(ecr.getRepositoryPolicy(GetRepositoryPolicyRequest.builder()
                        .registryId(place.account())
                        .repositoryName(name)
                        .build())
                .policyText()));
    }
}
