package io.github.registrymaven.provision;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans for all registries of a build, and does what is planned where that is wanted. For one thread; closing it ends its requests. */
public final class Provisioning implements AutoCloseable {
    private final List<Provisioner> clouds;
    private final RegistryHttp http;
    private final Map<String, SurveyRequest> byHost = new LinkedHashMap<>();

    private Provisioning(List<Provisioner> clouds, RegistryHttp http) {
        List<Provisioner> all = new ArrayList<>(clouds);
        all.add(new AcrProvisioner());
        this.clouds = List.copyOf(all);
        this.http = http;
    }

    /** Asks nobody yet. An image whose reference does not parse is left out. */
    public static Provisioning of(PreflightRequest request, Surroundings surroundings, List<Provisioner> clouds) {
        RegistryHttp http = RegistryHttp.open(
                surroundings.network(request.insecureRegistries(), request.endpoints(), request.requestTimeout()),
                Deadline.in(request.deadline()));
        Provisioning provisioning = new Provisioning(clouds, http);
        Map<String, List<ImageReference>> images = new LinkedHashMap<>();
        for (RequestedImage image : request.images()) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                images.computeIfAbsent(valid.reference().host(), host -> new ArrayList<>())
                        .add(valid.reference());
            }
        }
        images.forEach((host, there) -> provisioning.byHost.put(
                host,
                new SurveyRequest(host, there, surroundings.machine(), http, request.endpoints(), request.profiles())));
        return provisioning;
    }

    /** One plan for each host, in the order of the images. Reads only. */
    public List<Plan> plan() throws InterruptedException {
        List<Plan> plans = new ArrayList<>();
        for (SurveyRequest request : byHost.values()) {
            Provisioner cloud = cloud(request);
            plans.add(cloud == null ? unknown(request) : cloud.plan(request));
        }
        return plans;
    }

    /** Does what a plan of this one says. */
    public List<StepOutcome> apply(Plan plan) throws InterruptedException {
        SurveyRequest request = byHost.get(plan.host());
        Provisioner cloud = request == null ? null : cloud(request);
        return request == null || cloud == null || plan.steps().isEmpty()
                ? List.of()
                : cloud.apply(request, plan.steps());
    }

    private @Nullable Provisioner cloud(SurveyRequest request) {
        return clouds.stream()
                .filter(cloud -> cloud.serves(request.images().get(0)))
                .findFirst()
                .orElse(null);
    }

    private static Plan unknown(SurveyRequest request) {
        return Plan.hinderedBy(
                request.host(),
                Finding.of(
                                "provision",
                                Stage.REPOSITORY,
                                Verdict.SKIPPED,
                                "nothing is set up at " + request.host()
                                        + ": how is not known for registries of its kind")
                        .because(Cause.UNKNOWN));
    }

    @Override
    public void close() {
        http.close();
    }
}
