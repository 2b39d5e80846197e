package io.github.registrymaven.testkit.azure;

import io.github.registrymaven.testkit.CertificateAuthority;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Describes an {@link AzureTestCloud}. The order of words does not matter. */
public final class AzureTestCloudBuilder {
    private static final String SUBSCRIPTION = "5b5c1c9c-1a2b-4c3d-8e4f-000000000001";
    private static final String TENANT = "72f988bf-0000-4000-8000-00000000aaaa";

    private final AcrDescription registry = new AcrDescription();
    private final List<PrincipalDescription> people = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private String name = "contoso";
    private @Nullable String managed;

    AzureTestCloudBuilder() {}

    /** The registry's name; contoso without this. */
    public AzureTestCloudBuilder name(String of) {
        name = of;
        return this;
    }

    /** The registry's settings. */
    public AzureTestCloudBuilder registry(Consumer<AcrDescription> words) {
        words.accept(registry);
        return this;
    }

    /** A service principal. */
    public AzureTestCloudBuilder application(String called, Consumer<PrincipalDescription> words) {
        return principal(called, Principal.Kind.APPLICATION, words);
    }

    /** A person. */
    public AzureTestCloudBuilder user(String called, Consumer<PrincipalDescription> words) {
        return principal(called, Principal.Kind.USER, words);
    }

    /** The identity of the machine, whose tokens its metadata service gives out. */
    public AzureTestCloudBuilder managedIdentity(String called, Consumer<PrincipalDescription> words) {
        managed = called;
        return principal(called, Principal.Kind.MANAGED_IDENTITY, words);
    }

    private AzureTestCloudBuilder principal(String called, Principal.Kind kind, Consumer<PrincipalDescription> words) {
        PrincipalDescription described = new PrincipalDescription(called, kind);
        words.accept(described);
        people.add(described);
        return this;
    }

    /** The time by which tokens end. */
    public AzureTestCloudBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** Starts it on loopback. */
    public AzureTestCloud start() throws IOException {
        CertificateAuthority authority = CertificateAuthority.create();
        AcrState state = new AcrState(name, "azurecr.io", SUBSCRIPTION, TENANT, registry);
        Entra entra = new Entra(TENANT, clock);
        RoleAssignments roles = new RoleAssignments();
        for (PrincipalDescription described : people) {
            Principal principal = described.in(TENANT);
            entra.add(principal);
            described
                    .roles()
                    .forEach(role -> roles.add(new RoleAssignments.One(
                            principal.objectId(),
                            role.role(),
                            role.scope().isEmpty() ? state.resourceId() : state.subscriptionId(),
                            role.repositories())));
        }
        if (managed != null) {
            entra.managedIdentity(managed);
        }
        SSLContext tls = authority.server("ip:127.0.0.1");
        AcrLogins logins = new AcrLogins(state, entra, roles, clock);
        AcrDoor door = new AcrDoor(state, logins);
        TestRegistry images = TestRegistry.builder()
                .tls(tls)
                .clock(clock)
                .controlPlane(door)
                .sideDoor(door)
                .start();
        state.keepImagesIn(images);
        Arm arm = new Arm(entra, roles, state);
        TestRegistry services = TestRegistry.builder()
                .tls(tls)
                .sideDoor(request -> {
                    var answer = arm.answer(request);
                    return answer == null ? entra.answer(request) : answer;
                })
                .start();
        return new AzureTestCloud(authority, state, entra, roles, logins, services);
    }
}
