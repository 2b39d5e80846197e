package io.github.registrymaven.enforcer;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.PreflightParameters;
import io.github.registrymaven.session.PushForecast;
import io.github.registrymaven.session.SessionPreflight;
import java.util.List;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * A rule about what the preflight of an image comes to. Asks the network only in builds that will push, and never when offline;
 * what cannot be found out breaks nothing, unless {@code onUnknown} says so. Rules of a build that ask the same share the answer.
 */
abstract class PreflightRule extends RegistryRule {
    /**
     * The images, as complete references; where the element is not there, those that the module's plugins will
     * push. An empty {@code <image>} is a module without one.
     */
    private @Nullable List<Image> images;

    /** The id of the {@code <server>} in settings.xml that holds the login. */
    private @Nullable String serverId;

    /** Hosts that may be spoken to over plain http, or with an untrusted certificate. */
    private @Nullable List<String> insecureRegistries;

    /** Where hosts are really reached, as {@code host=url} pairs. */
    private @Nullable List<String> endpoints;

    /** Which profile of {@code ~/.aws} a cloud is asked with about a registry, as {@code host=profile} pairs. */
    private @Nullable List<String> profiles;

    /** How push permission is proven: {@code upload} or {@code token}. */
    private String probe = "upload";

    /** Seconds for one request. */
    private int requestTimeout = 10;

    /** Seconds for all of it. */
    private int deadline = 60;

    /** When the network is asked: {@code push}, in builds that will push; {@code always}. */
    private String when = "push";

    /** What a verdict of unknown does: {@code warn} or {@code fail}. */
    private String onUnknown = "warn";

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    PreflightRule(String name, JudgedModule module) {
        super(name, module);
    }

    /** What the rule says of an image. */
    abstract Verdict verdict(ImageReport image);

    /** What is told of an image that the rule does not pass. */
    String told(ImageReport image) {
        return new ConsoleReport("mvn io.github.registrymaven:registry-maven-plugin:doctor").of(image);
    }

    @Override
    public final void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        boolean unknownFails = Telling.oneOf(name(), "onUnknown", onUnknown, List.of("warn", "fail"))
                .equals("fail");
        boolean always =
                Telling.oneOf(name(), "when", when, List.of("push", "always")).equals("always");
        if (!(always || PushForecast.buildPushes(module().session()))) {
            return;
        }
        List<RequestedImage> requested = module().requested(images, name(), remark -> getLog().warn(remark));
        if (requested.isEmpty()) {
            return;
        }
        if (module().session().isOffline()) {
            getLog().info(name() + ": offline, no registry was asked");
            return;
        }
        judge(preflight(requested), unknownFails);
    }

    private PreflightReport preflight(List<RequestedImage> requested) throws EnforcerRuleError {
        try {
            return new SessionPreflight(module().session(), module().decrypter(), module().repositories())
                    .run(new PreflightParameters()
                            .probe(probe)
                            .serverId(serverId)
                            .insecureRegistries(insecureRegistries)
                            .endpoints(endpoints)
                            .profiles(profiles)
                            .requestTimeout(requestTimeout)
                            .deadline(deadline)
                            .request(requested));
        } catch (ConfigurationProblem problem) {
            throw new EnforcerRuleError(name() + ": " + problem.getMessage(), problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EnforcerRuleError(name() + " was interrupted", interrupted);
        }
    }

    private void judge(PreflightReport report, boolean unknownFails) throws EnforcerRuleException {
        StringBuilder broken = new StringBuilder();
        for (ImageReport image : report.images()) {
            Verdict verdict = verdict(image);
            if (verdict == Verdict.FAIL || (verdict == Verdict.UNKNOWN && unknownFails)) {
                broken.append(broken.length() == 0 ? "" : "\n\n").append(told(image));
            } else if (verdict != Verdict.PASS) {
                getLog().warn(told(image));
            }
        }
        if (broken.length() > 0) {
            throw new EnforcerRuleException((message == null ? "" : message + "\n") + broken);
        }
    }

    @Override
    public final String toString() {
        return name() + "[images=" + images + ", probe=" + probe + ", when=" + when + ", onUnknown=" + onUnknown + "]";
    }
}
