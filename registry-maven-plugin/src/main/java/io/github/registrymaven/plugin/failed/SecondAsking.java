package io.github.registrymaven.plugin.failed;

import io.github.registrymaven.catalogue.Confidence;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.discovery.DaemonTerms;
import io.github.registrymaven.explain.SecondLook;
import io.github.registrymaven.plugin.ConfiguredCheck;
import io.github.registrymaven.plugin.ConfiguredChecks;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry of the image that could not be pushed, where the text alone leaves a doubt. Only images that the project's own
 * configuration names are asked about, as a check would: no login goes to a host that merely stands in an error.
 */
final class SecondAsking {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private final ConfiguredChecks checks;

    SecondAsking(
            MavenSession session,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            RepositorySystem repositories) {
        this.session = session;
        this.decrypter = decrypter;
        this.repositories = repositories;
        this.checks = new ConfiguredChecks(session, decrypter, lifecycle, repositories);
    }

    /** Whether a project wants none of it. */
    boolean isSkipped(MavenProject project) {
        try {
            return checks.of(project).stream().allMatch(ConfiguredCheck::isSkipped);
        } catch (ConfigurationProblem wrong) {
            return false; // a parameter is wrong that only a check needs
        }
    }

    Explanation decide(Explanation read, FailedGoal goal) throws ConfigurationProblem, InterruptedException {
        boolean isPull = "pull".equals(read.facts().get("operation"));
        if (isPull || session.isOffline() || read.confidence() == Confidence.CERTAIN) {
            return read;
        }
        ImageReport answer = ask(read, goal);
        return answer == null ? read : SecondLook.at(read, answer);
    }

    /** The first answer that is a refusal, as one image of several may be the one. */
    private @Nullable ImageReport ask(Explanation read, FailedGoal goal)
            throws ConfigurationProblem, InterruptedException {
        for (ConfiguredCheck check : checks.of(goal.project())) {
            List<RequestedImage> images = check.images(remark -> {}).stream()
                    .filter(image -> isMeant(image, read, goal))
                    .collect(Collectors.toList());
            if (!check.isSkipped() && !images.isEmpty()) {
                List<ImageReport> answers = fresh(check, images);
                return answers.stream()
                        .filter(answer -> answer.verdict() == Verdict.FAIL)
                        .findFirst()
                        .orElse(answers.get(0));
            }
        }
        return null;
    }

    /** What the registry has against an image that the project's own configuration has another program push. */
    Explanation askInstead(Explanation nothing, FailedGoal goal) throws ConfigurationProblem, InterruptedException {
        String image = goal.commanded().orElse(null);
        if (image == null || session.isOffline()) {
            return nothing;
        }
        PushTerms terms = DaemonTerms.of(image, new PushLogin.Docker(null, goal.order()));
        RequestedImage requested = new RequestedImage(image, goal.name(), null, terms);
        for (ConfiguredCheck check : checks.of(goal.project())) {
            if (!check.isSkipped()) {
                return judged(nothing, fresh(check, List.of(requested)).get(0));
            }
        }
        return nothing;
    }

    private static Explanation judged(Explanation nothing, ImageReport answer) {
        Finding decisive = answer.decisive();
        if (answer.verdict() != Verdict.FAIL || decisive == null || decisive.cause() == null) {
            return nothing;
        }
        return nothing.with(
                decisive.cause(),
                Confidence.LIKELY,
                List.of(),
                "What the program said went past this plugin. Asked just now, the registry says: " + decisive.summary()
                        + ".",
                decisive.remedies());
    }

    private List<ImageReport> fresh(ConfiguredCheck check, List<RequestedImage> images)
            throws ConfigurationProblem, InterruptedException {
        try {
            return new SessionPreflight(session, decrypter, repositories)
                    .askAnew(check.request(images))
                    .images();
        } finally {
            // The session is over, and nobody closes after it what was opened here.
            Providers.of(session, repositories).close();
        }
    }

    private static boolean isMeant(RequestedImage image, Explanation read, FailedGoal goal) {
        String host = read.facts().get("host");
        String repository = read.facts().get("repository");
        ParsedReference parsed = ImageReference.parse(image.reference());
        if (repository == null || !(parsed instanceof ParsedReference.Valid)) {
            return goal.isPlace(image.foundIn());
        }
        ImageReference named = ((ParsedReference.Valid) parsed).reference();
        return named.repository().equals(repository)
                && (host == null || named.host().equals(host));
    }
}
