package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.AwsDenial.Policy;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Identities and policies, a line each, against repositories and tags, a column each: what the preflight says, and whether
 * a push that follows keeps its word. A fail is followed by pushes that fail, a pass or a warning by pushes that succeed, or
 * that fail for the very action or policy that the report names as not proven; ours and skopeo's each find the account as the
 * preflight did. Who pushes with the documented least may not ask whether {@code ecr:PutImage} is denied, so that no
 * preflight that writes nothing could say more. What is unknown is right either way.
 */
class TruthMatrixTest {
    private static final String OTHER_IMAGE = "sha256:" + "b".repeat(64);

    /** The columns; with a {@code !} the digest of the image at hand is known, and another than the tag has. */
    private static final List<String> TARGETS = List.of(
            "team/app:1.0",
            "team/app:moved",
            "team/fixed:2.0",
            "team/fixed:1.0",
            "team/fixed:1.0!",
            "team/fixed:dev-1",
            "team/absent:1.0",
            "made/app:1.0",
            "team/shared:1.0",
            "team/shut:1.0");

    private static final String ALL_BUT_PUT = """
            {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
             {"Effect": "Deny", "Action": "ecr:PutImage", "Resource": "*"}]}""";
    private static final String EVERYBODY = """
            {"Statement": [{"Effect": "%s", "Principal": "*", "Action": "%s"}]}""";

    @TempDir
    private Path home;

    private static AwsTestCloudBuilder described() {
        String[] asking = {
            "ecr:Describe*",
            "ecr:GetRepositoryPolicy",
            "ecr:GetRegistryPolicy",
            "iam:SimulatePrincipalPolicy",
            "iam:GetRole"
        };
        return AwsTestCloud.builder()
                .repository("team/app", it -> it.image("moved"))
                .repository("team/fixed", it -> it.immutable().except("dev-*").image("1.0", "dev-1"))
                .repository("team/shared", it -> it.policy(EVERYBODY.formatted("Allow", "ecr:*")))
                .repository("team/shut", it -> it.policy(EVERYBODY.formatted("Deny", "ecr:PutImage")))
                .createOnPush("made", it -> {})
                .user("full", who -> who.allowPush("*").allow("*", asking))
                .user("least", who -> who.allowPush("team/*"))
                .user("elsewhere", who -> who.allowPush("other/*").allow("*", asking))
                .user(
                        "noput",
                        who -> who.allowPush("*").deny("*", "ecr:PutImage").allow("*", asking))
                .user("noput-quiet", who -> who.allowPush("*").deny("*", "ecr:PutImage"))
                .user("noinit", who -> who.allowPush("*").deny("*", "ecr:InitiateLayerUpload"))
                .user(
                        "nocomplete",
                        who -> who.allowPush("*")
                                .deny("*", "ecr:CompleteLayerUpload")
                                .allow("*", asking))
                .user("nocheck", who -> who.allowPush("*").deny("*", "ecr:BatchCheckLayerAvailability"))
                .user(
                        "noget",
                        who -> who.allowPush("*").deny("*", "ecr:BatchGetImage").allow("*", asking))
                .user(
                        "reader",
                        who -> who.allow("*", "ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:Describe*"))
                .user("bound", who -> who.allow("*", "ecr:*", "iam:*").boundary("limit", ALL_BUT_PUT))
                .user("guest", who -> who.account("999900001111").allowPush("*").allow("*", asking))
                .role("ci", who -> who.path("/service/").allowPush("team/*").allow("*", asking));
    }

    /** The account, below policies that are not the caller's own. */
    private static AwsTestCloudBuilder under(String policy) {
        String deny = policy.endsWith("put") ? "ecr:PutImage" : "ecr:InitiateLayerUpload";
        String text = """
                {"Statement": [{"Effect": "Allow", %1$s"Action": "*", "Resource": "*"},
                 {"Effect": "Deny", %1$s"Action": "%2$s", "Resource": "*"}]}""";
        return switch (policy) {
            case "-" -> described();
            case "organisation:put", "organisation:init" ->
                described().serviceControlPolicy("p-limit", text.formatted("", deny));
            case "endpoint:put", "endpoint:init" ->
                described().endpointPolicy(text.formatted("\"Principal\": \"*\", ", deny));
            case "registry:all" -> described().registryPolicy(EVERYBODY.formatted("Allow", "ecr:*"));
            default -> throw new IllegalArgumentException(policy);
        };
    }

    private static AwsKey key(AwsTestCloud cloud, String who) {
        return switch (who) {
            case "root" -> cloud.rootKey();
            case "ci" -> cloud.session("ci", "build");
            case "scoped" -> cloud.session("ci", "build", ALL_BUT_PUT, Duration.ofMinutes(15));
            default -> cloud.userKey(who);
        };
    }

    /** Each cell starts clouds, clients and a skopeo of its own, which keeps one core busy and waits for none. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} below {1}")
    @CsvSource({
        // identity, policy, login of unknown owner, login of the helper's
        "full,        -,                 +++?x+x+++,  +++?x+x+++",
        "root,        -,                 ~~~?x~x?~~,  ~~~?x~x?~~",
        "least,       -,                 ~~~~~~?x~~,  ~~~~~~?x~~",
        "elsewhere,   -,                 xxxxxxx?!x,  xxxxxxx?!x",
        "noput,       -,                 ????x?x???,  xxxxxxxxxx",
        "noput-quiet, -,                 ~~~~~~??~~,  ~~~~~~??~~",
        "noinit,      -,                 xxxxxx??xx,  xxxxxx??xx",
        "nocomplete,  -,                 ????x?x???,  xxxxxxxxxx",
        "nocheck,     -,                 ??????????,  ??????????",
        "noget,       -,                 ??????x???,  ??????x???",
        "reader,      -,                 xxxxxxx?~x,  xxxxxxx?~x",
        "bound,       -,                 ????x?x???,  xxxxxxxxxx",
        "guest,       -,                 xxxxxxxx!x,  xxxxxxxx!x",
        "ci,          -,                 +++?x+x?++,  +++?x+x?++",
        "scoped,      -,                 +++?x+x?++,  +++?x+x?++",
        "full,        organisation:put,  ~~~?x~x?~~,  ~~~?x~x?~~",
        "full,        organisation:init, xxxxxxx?xx,  xxxxxxx?xx",
        "full,        endpoint:put,      +++?x+x+++,  +++?x+x+++",
        "full,        endpoint:init,     xxxxxxx+xx,  xxxxxxx+xx",
        "elsewhere,   registry:all,      !!!?x!x?!!,  !!!?x!x?!!"
    })
    void saysWhatAPushThenDoes(String who, String policy, String storedLogin, String helpersLogin) throws Exception {
        String missing = Programs.missing("skopeo");
        StringBuilder stored = new StringBuilder();
        StringBuilder helpers = new StringBuilder();
        List<String> broken = new ArrayList<>();
        for (String target : TARGETS) {
            String path = target.replace("!", "");
            String digest = target.endsWith("!") ? OTHER_IMAGE : null;
            List<ImageReport> reports = new ArrayList<>();
            String ours;
            try (AwsTestCloud cloud = under(policy).start()) {
                Rehearsal rehearsal = new Rehearsal(cloud, key(cloud, who), home);
                List<String> before = images(cloud);
                reports.add(rehearsal.byStoredLogin(path, digest));
                reports.add(rehearsal.byHelper(path, digest));
                assertThat(images(cloud)).as("a preflight writes nothing").isEqualTo(before);
                ours = rehearsal.push(path);
            }
            String skopeos = missing == null ? bySkopeo(who, policy, path) : ours;
            stored.append(letter(reports.get(0)));
            helpers.append(letter(reports.get(1)));
            for (ImageReport report : reports) {
                if (!keepsItsWord(report, ours) || !keepsItsWord(report, skopeos)) {
                    broken.add(target + ": " + report.verdict() + " " + report.checks() + "\nours: " + ours
                            + "\nskopeo's: " + skopeos);
                }
            }
        }

        assertThat(broken).isEmpty();
        // + pass, ~ pass with actions that are named as not proven, ! warning, x fail, ? unknown
        assertThat(stored + " " + helpers).isEqualTo(storedLogin + " " + helpersLogin);
    }

    private String bySkopeo(String who, String policy, String path) throws Exception {
        try (AwsTestCloud cloud = under(policy).start()) {
            return new Rehearsal(cloud, key(cloud, who), home).skopeo(path);
        }
    }

    private static boolean keepsItsWord(ImageReport report, String complaint) {
        return switch (report.verdict()) {
            case FAIL -> !complaint.isEmpty();
            case PASS, WARN -> complaint.isEmpty() || isLeftOpen(report, complaint);
            default -> true;
        };
    }

    /** Whether the report names as not proven what the push then failed for. */
    private static boolean isLeftOpen(ImageReport report, String complaint) {
        Set<String> open = report.checks().stream()
                .flatMap(check -> check.unverified().stream())
                .collect(Collectors.toSet());
        AwsDenial denial = AwsDenial.in(complaint);
        if (denial == null) {
            return complaint.contains("cannot be overwritten") && open.contains("the tag may be replaced");
        }
        boolean unseen =
                EnumSet.of(Policy.RESOURCE, Policy.SESSION, Policy.VPC_ENDPOINT).contains(denial.policy());
        return open.contains(denial.action()) || (unseen && open.contains(PermissionFinding.UNSEEN_POLICIES));
    }

    /** A pass that leaves an action open is another than one that does not. */
    private static char letter(ImageReport report) {
        boolean open = report.checks().stream()
                .flatMap(check -> check.unverified().stream())
                .anyMatch(line -> line.startsWith("ecr:"));
        return switch (report.verdict()) {
            case PASS -> open ? '~' : '+';
            case WARN -> '!';
            case FAIL -> 'x';
            default -> '?';
        };
    }

    /** Without open uploads: on ECR one cannot be cancelled, it ends by itself. */
    private static List<String> images(AwsTestCloud cloud) {
        return cloud.registry().contents().stream()
                .filter(line -> !line.startsWith("upload "))
                .toList();
    }
}
