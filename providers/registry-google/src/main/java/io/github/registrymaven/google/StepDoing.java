package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.oci.Pause;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does steps at Google, just as they are written, and waits for their end: a repository is made by an operation that goes on after the
 * answer.
 *
 * @see <a href="https://google.aip.dev/151">AIP-151, long-running operations</a>
 */
final class StepDoing {
    private static final Pattern OPERATION =
            Pattern.compile("projects/[\\w.:-]{1,100}/locations/[\\w-]{1,60}/operations/[\\w.-]{1,200}");
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    /** That is half a minute; it usually takes a few seconds. */
    private static final int MOST_LOOKS = 100;

    private static final int ALREADY_EXISTS = 6;

    private final Api api;
    private final Session session;
    private final Pause pause;

    StepDoing(Api api, Session session, Pause pause) {
        this.api = api;
        this.session = session;
        this.pause = pause;
    }

    StepOutcome done(Step step) throws InterruptedException {
        return switch (step.call()) {
            case RepositoryPlanner.CREATE -> create(step);
            case RepositoryPlanner.UPDATE -> update(step);
            default -> new StepOutcome.NotTried(step, "it is no step of this module's");
        };
    }

    /** What it would overwrite is looked at once more before; the answer is the repository as it is then. */
    private StepOutcome update(Step step) throws InterruptedException {
        Answer<JsonObject> look = api.get(Destinations.ARTIFACT_REGISTRY, path(only(step, "name")), session);
        if (look instanceof Answer.None<JsonObject> none) {
            return failed(step, none.trouble());
        }
        RepositorySeen.There there = new RepositorySeen.There(((Answer.Given<JsonObject>) look).value());
        boolean cleanup = only(step, "updateMask").startsWith("cleanupPolicies");
        if (cleanup ? there.cleansUp() : there.keepsTags()) {
            return new StepOutcome.NotNeeded(
                    step,
                    cleanup ? "there are cleanup policies by now, which are not replaced" : "its tags stay by now");
        }
        JsonObject body = Json.object(only(step, "repository"));
        Answer<JsonObject> answer = api.patch(
                Destinations.ARTIFACT_REGISTRY,
                path(only(step, "name")) + "?updateMask=" + Place.encoded(only(step, "updateMask")),
                body == null ? new JsonObject() : body,
                session);
        return answer instanceof Answer.None<JsonObject> none
                ? failed(step, none.trouble())
                : new StepOutcome.Done(step);
    }

    private StepOutcome create(Step step) throws InterruptedException {
        JsonObject body = Json.object(only(step, "repository"));
        Answer<JsonObject> answer = api.post(
                Destinations.ARTIFACT_REGISTRY,
                path(only(step, "parent")) + "/repositories?repositoryId=" + Place.encoded(only(step, "repositoryId")),
                body == null ? new JsonObject() : body,
                session);
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (answer instanceof Answer.None<JsonObject> none) {
                return none.trouble().isPresent() ? present(step) : failed(step, none.trouble());
            }
            JsonObject operation = ((Answer.Given<JsonObject>) answer).value();
            if (Json.isTrue(operation, "done")) {
                return ended(step, Json.object(operation, "error"));
            }
            String name = Json.text(operation, "name");
            if (!OPERATION.matcher(name).matches()) {
                return failed(step, Trouble.of(Cause.UNKNOWN, "Google's answer names no operation to wait for"));
            }
            pause.of(A_MOMENT);
            answer = api.get(Destinations.ARTIFACT_REGISTRY, path(name), session);
        }
        return failed(step, Trouble.of(Cause.UNKNOWN, "it was begun, and its end was not seen within half a minute"));
    }

    private StepOutcome ended(Step step, @Nullable JsonObject error) {
        if (error == null) {
            return new StepOutcome.Done(step);
        }
        return Json.text(error, "code").equals(String.valueOf(ALREADY_EXISTS))
                ? present(step)
                : failed(
                        step,
                        Trouble.of(
                                Cause.UNKNOWN,
                                "it was begun, and ended with an error",
                                "Google says: " + Json.line(Json.text(error, "message"))));
    }

    private static StepOutcome present(Step step) {
        return new StepOutcome.NotNeeded(step, "the repository exists by now, and is left as it is");
    }

    private StepOutcome failed(Step step, Trouble trouble) {
        Trouble told = trouble.isDenied() ? trouble.mendedBy(allowed(step)) : trouble;
        return new StepOutcome.Failed(
                step,
                RepositoryPlanner.finding(
                        step.repository() + ": " + step.call() + " was not done: " + trouble.summary(), told));
    }

    /** Both are rights that no role of Google's has with little else; to create is one on the project. */
    private List<Remedy> allowed(Step step) {
        boolean creates = step.call().equals(RepositoryPlanner.CREATE);
        String[] parts = only(step, creates ? "parent" : "name").split("/", -1);
        String project = parts.length < 2 ? "PROJECT" : parts[1];
        String member = session.member() == null ? "MEMBER" : session.member();
        String role = creates ? "repositoryCreator" : "repositorySetter";
        return List.of(new Remedy(
                "Allow " + (session.member() == null ? "it" : session.words()) + " to "
                        + (creates ? "create" : "set up") + " repositories, and no more",
                List.of(
                        "gcloud iam roles create " + role + " --project=" + Words.argument(project) + " --permissions="
                                + step.call() + ",artifactregistry.repositories.get",
                        "gcloud projects add-iam-policy-binding " + Words.argument(project) + " --member="
                                + Words.argument(member) + " --role="
                                + Words.argument("projects/" + project + "/roles/" + role)),
                List.of()));
    }

    private static String only(Step step, String argument) {
        List<String> values = step.arguments().getOrDefault(argument, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String path(String name) {
        return "/v1/" + Arrays.stream(name.split("/", -1)).map(Place::encoded).collect(Collectors.joining("/"));
    }
}
