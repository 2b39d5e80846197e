package io.github.registrymaven.diagnosis;

import io.github.registrymaven.blueprint.EcrPush;
import io.github.registrymaven.blueprint.IamPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What mends a refusal by AWS: the smallest statement that adds just the missing actions on just that repository, where that
 * is the caller's to add, or whom to ask and what to send them.
 */
public final class AwsRemedies {
    private static final Pattern ROLE =
            Pattern.compile("arn:[\\w-]+:(?:sts|iam)::\\d{12}:(?:assumed-)?role/(?<path>.+)");
    private static final Pattern USER = Pattern.compile("arn:[\\w-]+:iam::\\d{12}:user/(?:.+/)?(?<name>[^/]+)");

    private static final Pattern ASSUMED =
            Pattern.compile("arn:[\\w-]+:iam::(?<account>\\d{12}):role/(?:.+/)?(?<name>[\\w+=,.@-]+)");
    private static final Pattern SESSION =
            Pattern.compile("(?<account>arn:[\\w-]+:)sts(?<number>::\\d{12}:)assumed-role/(?<role>[^/]+)/.+");

    private AwsRemedies() {}

    /** For a refusal that was told in words. */
    public static List<Remedy> of(AwsDenial denial) {
        return of(denial, List.of(denial.action()));
    }

    /**
     * For a refusal of which more is known than its words tell.
     *
     * @param missing all actions that are missing, the refused one among them
     */
    public static List<Remedy> of(AwsDenial denial, Collection<String> missing) {
        String resource = denial.resource() == null ? "*" : denial.resource();
        return switch (denial.policy()) {
            case SERVICE_CONTROL, RESOURCE_CONTROL ->
                List.of(ask(
                        "Ask whoever runs the AWS organisation: only they can change its policies", denial, missing));
            case BOUNDARY, SESSION, VPC_ENDPOINT, RESOURCE, IDENTITY, UNSAID ->
                denial.explicit() ? List.of(denied(denial, missing, resource)) : allowed(denial, missing, resource);
        };
    }

    /** What is denied stays so, whatever is allowed beside it. */
    private static Remedy denied(AwsDenial denial, Collection<String> missing, String resource) {
        String of = denial.policy() == AwsDenial.Policy.UNSAID
                ? ""
                : " of " + denial.policy().words();
        Remedy ask =
                ask("Have the statement" + of + " changed that denies it: no other outweighs a deny", denial, missing);
        return switch (denial.policy()) {
            case RESOURCE -> new Remedy(ask.title(), policyOf(resource), ask.files());
            case VPC_ENDPOINT -> new Remedy(ask.title(), List.of(endpoints(resource)), ask.files());
            default -> ask;
        };
    }

    private static List<Remedy> allowed(AwsDenial denial, Collection<String> missing, String resource) {
        return switch (denial.policy()) {
            case BOUNDARY ->
                List.of(ask("Ask whoever set the permissions boundary to allow it there, too", denial, missing));
            case SESSION ->
                List.of(new Remedy(
                        "Allow it in the session policy that is passed when the role is assumed",
                        List.of(),
                        List.of(new Remedy.File("session-policy.json", document(missing, resource, null)))));
            case VPC_ENDPOINT -> List.of(endpoint(denial, missing, resource));
            case RESOURCE -> others(denial, missing, resource);
            default -> identity(denial, missing, resource);
        };
    }

    private static List<Remedy> identity(AwsDenial denial, Collection<String> missing, String resource) {
        List<Remedy> remedies = new ArrayList<>();
        remedies.add(own(denial, missing, resource));
        String home = denial.account();
        String there = denial.resourceAccount();
        boolean across = home != null && there != null && !home.equals(there);
        // Across accounts both sides have to allow it, and a role's own policy has to say who may assume it anywhere.
        if (across || ASSUMED.matcher(resource).matches()) {
            remedies.addAll(others(denial, missing, resource));
        }
        return remedies;
    }

    /** What the side that is asked has to allow. */
    private static List<Remedy> others(AwsDenial denial, Collection<String> missing, String resource) {
        Matcher role = ASSUMED.matcher(resource);
        if (role.matches()) {
            return List.of(new Remedy(
                    "Let the trust policy of the role " + role.group("name") + " name it, in account "
                            + role.group("account"),
                    List.of("aws iam get-role --role-name " + role.group("name")
                            + " --query Role.AssumeRolePolicyDocument"),
                    List.of(new Remedy.File("trust-policy.json", document(missing, null, denial.principal())))));
        }
        return repositoryIn(resource) != null || resource.equals("*")
                ? List.of(repositoryPolicy(denial, missing, resource))
                : List.of(ask("Ask whoever owns " + resource + " to allow it there", denial, missing));
    }

    private static Remedy own(AwsDenial denial, Collection<String> missing, String resource) {
        Remedy.File policy = new Remedy.File("policy.json", document(missing, resource, null));
        String name = policyName(resource);
        Matcher user = USER.matcher(denial.principal());
        if (user.matches()) {
            return new Remedy(
                    "Allow the user " + user.group("name") + " just that",
                    List.of("aws iam put-user-policy --user-name " + user.group("name") + " --policy-name " + name
                            + " --policy-document file://policy.json"),
                    List.of(policy));
        }
        String role = roleName(denial.principal());
        if (role == null) {
            return new Remedy("Allow " + denial.principal() + " just that", List.of(), List.of(policy));
        }
        return role.startsWith("AWSReservedSSO_")
                ? new Remedy(
                        "Ask whoever runs IAM Identity Center to add just that to the permission set "
                                + permissionSet(role),
                        List.of(),
                        List.of(policy))
                : new Remedy(
                        "Allow the role " + role + " just that",
                        List.of("aws iam put-role-policy --role-name " + role + " --policy-name " + name
                                + " --policy-document file://policy.json"),
                        List.of(policy));
    }

    /** Setting a repository's policy replaces the one that is there, so no command here does. */
    private static Remedy repositoryPolicy(AwsDenial denial, Collection<String> missing, String resource) {
        String account = denial.resourceAccount();
        TreeSet<String> actions = new TreeSet<>(missing);
        // Nobody but its account sees what else it leaves out, and who may not begin an upload may seldom end one.
        if (actions.contains(EcrPush.FIRST)) {
            actions.addAll(EcrPush.ON_REPOSITORY);
        }
        return new Remedy(
                "Add this statement to the repository's own policy"
                        + (account == null ? "" : ", in account " + account),
                policyOf(resource),
                List.of(new Remedy.File("repository-policy.json", document(actions, null, denial.principal()))));
    }

    private static List<String> policyOf(String resource) {
        String repository = repositoryIn(resource);
        return repository == null
                ? List.of()
                : List.of("aws ecr get-repository-policy" + regionOf(resource) + " --repository-name " + repository
                        + " --query policyText --output text");
    }

    private static Remedy endpoint(AwsDenial denial, Collection<String> missing, String resource) {
        return new Remedy(
                "Add this statement to the policies of the VPC endpoints for ECR, or have their owner do it",
                List.of(endpoints(resource)),
                List.of(new Remedy.File("endpoint-policy.json", document(missing, resource, denial.principal()))));
    }

    private static String endpoints(String resource) {
        return "aws ec2 describe-vpc-endpoints" + regionOf(resource)
                + " --query \"VpcEndpoints[?contains(ServiceName, '.ecr.')].[VpcEndpointId,ServiceName,PolicyDocument]\"";
    }

    private static Remedy ask(String title, AwsDenial denial, Collection<String> missing) {
        String text = denial.principal() + "\nneeds " + String.join(", ", new TreeSet<>(missing)) + "\non "
                + (denial.resource() == null ? "the repository" : denial.resource())
                + "\nto push container images. AWS refuses "
                + denial.action() + (denial.explicit() ? ": denied by " : ": not allowed by ")
                + denial.policy().words() + ".\n";
        return new Remedy(title, List.of(), List.of(new Remedy.File("message.txt", text)));
    }

    /** An IAM policy; with a principal it is one of a resource, which names no resource where it is the repository's own. */
    private static String document(Collection<String> actions, @Nullable String resource, @Nullable String principal) {
        TreeSet<String> rest = new TreeSet<>(actions);
        IamPolicy policy = IamPolicy.empty();
        boolean token = rest.remove(EcrPush.TOKEN);
        if (!rest.isEmpty()) {
            allow(policy, rest, resource == null ? List.of() : List.of(resource), principal);
        }
        // A repository's policy cannot grant the token: it is the account's.
        if (token && (principal == null || resource != null)) {
            allow(policy, List.of(EcrPush.TOKEN), List.of("*"), principal);
        }
        return policy.text();
    }

    /** A policy grants to a role, not to the sessions of it. */
    private static void allow(
            IamPolicy policy, Collection<String> actions, List<String> resources, @Nullable String principal) {
        Matcher session = SESSION.matcher(principal == null ? "" : principal);
        if (session.matches()) {
            String root = session.group("account") + "iam" + session.group("number") + "root";
            policy.allowRole(actions, resources, root, session.group("role"));
        } else {
            policy.allow(actions, resources, principal);
        }
    }

    private static @Nullable String roleName(String principal) {
        Matcher role = ROLE.matcher(principal);
        if (!role.matches()) {
            return null;
        }
        String[] path = role.group("path").split("/", -1);
        return principal.contains(":assumed-role/") ? path[0] : path[path.length - 1];
    }

    /** {@code AWSReservedSSO_NAME_16HEX}. */
    private static String permissionSet(String role) {
        return role.replaceFirst("^AWSReservedSSO_", "").replaceFirst("_[0-9a-f]{16}$", "");
    }

    private static @Nullable String repositoryIn(String resource) {
        int at = resource.indexOf(":repository/");
        return at < 0 ? null : resource.substring(at + ":repository/".length());
    }

    private static String regionOf(String resource) {
        String[] parts = resource.split(":", 6);
        return parts.length == 6 && !parts[3].isEmpty() ? " --region " + parts[3] : "";
    }

    private static String policyName(String resource) {
        Matcher role = ASSUMED.matcher(resource);
        if (role.matches()) {
            return "assume-" + role.group("name");
        }
        String repository = repositoryIn(resource);
        String name = repository == null || repository.contains("*") ? "images" : repository;
        return "push-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+=,.@_-]", "-");
    }
}
