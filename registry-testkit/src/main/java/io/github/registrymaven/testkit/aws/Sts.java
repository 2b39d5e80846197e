package io.github.registrymaven.testkit.aws;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The security token service: who am I, and who may I become. */
final class Sts {
    private final Directory directory;
    private final Sessions sessions;
    private final WebIdentities webIdentities;

    Sts(Directory directory, Sessions sessions, WebIdentities webIdentities) {
        this.directory = directory;
        this.sessions = sessions;
        this.webIdentities = webIdentities;
    }

    Map<String, QueryCall.Answer> answers() {
        return Map.of(
                "GetCallerIdentity", Sts::whoAmI,
                "AssumeRole", this::assume,
                "AssumeRoleWithWebIdentity", this::assumeWithWebIdentity);
    }

    private static String whoAmI(QueryCall call) throws AwsFailure {
        Caller caller = call.signer();
        return new Xml()
                .text("Arn", caller.arn())
                .text("UserId", caller.userId())
                .text("Account", caller.account())
                .toString();
    }

    private String assume(QueryCall call) throws AwsFailure {
        Caller caller = call.signer();
        String arn = call.required("RoleArn");
        Identity role = directory.byArn(arn);
        Map<String, String> context = new LinkedHashMap<>(caller.context());
        String external = call.text("ExternalId");
        if (external != null) {
            context.put("sts:ExternalId", external);
        }
        AccessRequest request = new AccessRequest("sts:AssumeRole", arn, context);
        Policy trust = role == null ? null : role.trust();
        Decision decision = new Evaluation(caller, request)
                .ownedBy(role == null ? caller.account() : role.account())
                .with(PolicyType.RESOURCE, trust)
                .decide();
        if (role == null || trust == null || !decision.isAllowed() || !names(trust, caller, request)) {
            // Neither a missing role nor a missing trust is told apart from a missing right.
            throw new AwsFailure(
                    403,
                    "AccessDenied",
                    "User: " + caller.arn() + " is not authorized to perform: sts:AssumeRole on resource: " + arn);
        }
        return assumed(call, role);
    }

    /** A role must trust whoever becomes it, which for its own account may mean the account. */
    private static boolean names(Policy trust, Caller caller, AccessRequest request) {
        return trust.statements().stream()
                .filter(statement -> statement.allows() && statement.isAbout(request))
                .map(Statement::principals)
                .anyMatch(named -> named != null && named.closeness(caller) != Principals.Closeness.NOT);
    }

    private String assumeWithWebIdentity(QueryCall call) throws AwsFailure {
        Identity role = directory.byArn(call.required("RoleArn"));
        webIdentities.check(role, call.required("WebIdentityToken"));
        return assumed(call, role);
    }

    private String assumed(QueryCall call, @Nullable Identity role) throws AwsFailure {
        if (role == null) {
            throw new AwsFailure(403, "AccessDenied", "Not authorized to perform " + "sts:" + call.operation());
        }
        String name = call.required("RoleSessionName");
        String seconds = call.text("DurationSeconds");
        Duration lifetime = Duration.ofSeconds(seconds == null ? 3600 : Long.parseLong(seconds));
        AwsKey key;
        try {
            key = sessions.begin(role, name, call.text("Policy"), lifetime);
        } catch (IllegalArgumentException notAPolicy) {
            throw new AwsFailure(400, "MalformedPolicyDocument", "This policy contains invalid Json");
        }
        return new Xml()
                .open("Credentials")
                .text("AccessKeyId", key.accessKeyId())
                .text("SecretAccessKey", key.secretAccessKey())
                .text("SessionToken", String.valueOf(key.sessionToken()))
                .text("Expiration", String.valueOf(key.expires()))
                .close("Credentials")
                .open("AssumedRoleUser")
                .text("AssumedRoleId", role.id() + ":" + name)
                .text("Arn", key.arn())
                .close("AssumedRoleUser")
                .toString();
    }
}
