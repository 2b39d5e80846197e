package io.github.registrymaven.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.AzureDeveloperCliCredentialBuilder;
import com.azure.identity.AzurePowerShellCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.machine.Machine;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sources of {@code DefaultAzureCredential}, in its order: environment, workload identity, managed identity, and the logins
 * of the Azure CLI, PowerShell and the developer CLI. The SDK's own chain says neither which one won nor why another did not, and
 * reads the process's environment, so it is walked here. Those that are set up are asked; the others only where none is.
 *
 * @see <a href="https://learn.microsoft.com/azure/developer/java/sdk/authentication/credential-chains">Credential chains</a>
 */
final class CallerChain {
    private static final Duration PROGRAM = Duration.ofSeconds(10);
    /** Names a credential of the SDK's, or {@code prod} or {@code dev} for some of them. */
    private static final String CHOICE = "AZURE_TOKEN_CREDENTIALS";

    private static final String ENVIRONMENT = "EnvironmentCredential";
    private static final String WORKLOAD = "WorkloadIdentityCredential";
    private static final String MANAGED = "ManagedIdentityCredential";
    private static final List<String> PROD = List.of(ENVIRONMENT, WORKLOAD, MANAGED);

    private final Place place;
    private final Machine machine;
    private final Ways ways;
    private final boolean thorough;
    private final List<String> notes = new ArrayList<>();
    private final List<Source> setUp = new ArrayList<>();

    /** @param thorough whether to start programs, too, that take seconds to say no */
    CallerChain(Place place, Machine machine, Ways ways, boolean thorough) {
        this.place = place;
        this.machine = machine;
        this.ways = ways;
        this.thorough = thorough;
    }

    private record Source(String name, @Nullable String clientId, TokenSource tokens) {}

    /** Walks the chain, as far as it is necessary. */
    Caller find() throws InterruptedException {
        if (isChosen(ENVIRONMENT)) {
            environment();
        }
        if (isChosen(WORKLOAD)) {
            workloadIdentity();
        }
        if (isChosen(MANAGED)) {
            hostedIdentity();
        }
        if (!setUp.isEmpty()) {
            setUp.stream()
                    .skip(1)
                    .forEach(source -> notes.add("not used, as an earlier source is set up: " + source.name()));
            return ask(setUp.get(0));
        }
        for (Source source : found()) {
            Caller caller = ask(source);
            if (caller instanceof Caller.Known) {
                return caller;
            }
            Caller.Unusable unusable = (Caller.Unusable) caller;
            notes.add(source.name() + ": " + unusable.summary());
            notes.addAll(unusable.evidence());
        }
        return nobody();
    }

    private Caller ask(Source source) throws InterruptedException {
        TokenSource.Token token = source.tokens().token(place.manager());
        if (token instanceof TokenSource.Token.Given given) {
            Who who = Who.ofEntra(Json.ofToken(given.token().reveal()));
            return new Caller.Known(given.token(), who, source.name(), source.tokens(), notes);
        }
        Trouble trouble = ((TokenSource.Token.None) token).trouble();
        List<String> evidence = new ArrayList<>(trouble.evidence());
        evidence.add("the credentials are from: " + source.name());
        return new Caller.Unusable(
                trouble.cause(),
                source.name(),
                source.clientId(),
                trouble.summary(),
                evidence,
                EntraRemedies.of(trouble, source.clientId()));
    }

    private void environment() {
        String client = variable("AZURE_CLIENT_ID");
        String tenant = variable("AZURE_TENANT_ID");
        String secret = variable("AZURE_CLIENT_SECRET");
        String certificate = variable("AZURE_CLIENT_CERTIFICATE_PATH");
        if (secret == null && certificate == null) {
            return;
        }
        if (client == null || tenant == null) {
            notes.add((secret == null ? "AZURE_CLIENT_CERTIFICATE_PATH" : "AZURE_CLIENT_SECRET") + " is set, and "
                    + (client == null ? "AZURE_CLIENT_ID" : "AZURE_TENANT_ID")
                    + " is not: Azure's tools pass over both in silence");
            return;
        }
        String password = variable("AZURE_CLIENT_CERTIFICATE_PASSWORD");
        add("environment variables", client, http -> {
            if (secret != null) {
                return of(http, new ClientSecretCredentialBuilder().clientSecret(secret), client, tenant)
                        .build();
            }
            ClientCertificateCredentialBuilder builder =
                    of(http, new ClientCertificateCredentialBuilder(), client, tenant);
            String path = String.valueOf(certificate);
            return path.endsWith(".pfx") || path.endsWith(".p12")
                    ? builder.pfxCertificate(path)
                            .clientCertificatePassword(password)
                            .build()
                    : builder.pemCertificate(path).build();
        });
    }

    private void workloadIdentity() {
        String file = variable("AZURE_FEDERATED_TOKEN_FILE");
        String client = variable("AZURE_CLIENT_ID");
        String tenant = variable("AZURE_TENANT_ID");
        if (file == null) {
            return;
        }
        if (client == null || tenant == null) {
            notes.add("AZURE_FEDERATED_TOKEN_FILE is set, and "
                    + (client == null ? "AZURE_CLIENT_ID" : "AZURE_TENANT_ID") + " is not");
            return;
        }
        add(
                "workload identity token in " + file,
                client,
                http -> of(http, new WorkloadIdentityCredentialBuilder().tokenFilePath(file), client, tenant)
                        .build());
    }

    /** App Service, Functions and the like name an endpoint of their own. */
    private void hostedIdentity() {
        if (variable("IDENTITY_ENDPOINT") != null || variable("MSI_ENDPOINT") != null) {
            String client = variable("AZURE_CLIENT_ID");
            add(
                    "the managed identity of the service that the build runs in",
                    client,
                    http -> quick(http, new ManagedIdentityCredentialBuilder().clientId(client))
                            .build());
        }
    }

    /** What has to be asked to know whether it is there. */
    private List<Source> found() {
        List<Source> found = new ArrayList<>();
        String client = variable("AZURE_CLIENT_ID");
        MachineIdentity identity = new MachineIdentity(ways, client);
        if (isChosen(MANAGED) && identity.isPlausible()) {
            found.add(new Source(MachineIdentity.NAME, client, identity));
        }
        if (isChosen("AzureCliCredential") && isInstalled("az")) {
            found.add(of(
                    "the login of the Azure CLI",
                    null,
                    http -> quick(http, new AzureCliCredentialBuilder().processTimeout(PROGRAM))
                            .build()));
        }
        if (thorough && isChosen("AzurePowerShellCredential") && isInstalled("pwsh")) {
            found.add(of(
                    "the login of Azure PowerShell",
                    null,
                    http -> quick(http, new AzurePowerShellCredentialBuilder()).build()));
        }
        if (thorough && isChosen("AzureDeveloperCliCredential") && isInstalled("azd")) {
            found.add(of(
                    "the login of the Azure Developer CLI",
                    null,
                    http -> quick(http, new AzureDeveloperCliCredentialBuilder().processTimeout(PROGRAM))
                            .build()));
        }
        return found;
    }

    private void add(String name, @Nullable String client, Function<EngineHttp, TokenCredential> credential) {
        setUp.add(of(name, client, credential));
    }

    /** A credential is made only when it is asked: one that is set up wrongly throws. */
    private Source of(String name, @Nullable String client, Function<EngineHttp, TokenCredential> credential) {
        return new Source(name, client, audience -> {
            EngineHttp http = new EngineHttp(ways);
            try {
                return new SdkSource(http, credential.apply(http)).token(audience);
            } catch (IllegalArgumentException | IllegalStateException wrong) {
                return new TokenSource.Token.None(Trouble.of(null, wrong));
            }
        });
    }

    private <T extends AadCredentialBuilderBase<T>> T of(EngineHttp http, T builder, String client, String tenant) {
        // The authority is the user's or Azure's own, and instance discovery only asks Azure whether it is.
        return quick(http, builder)
                .clientId(client)
                .tenantId(tenant)
                .authorityHost(place.authority())
                .disableInstanceDiscovery();
    }

    /** Asks once: what a service says with a 429 would keep the SDK waiting past any deadline. */
    private static <T extends CredentialBuilderBase<T>> T quick(EngineHttp http, T builder) {
        builder.retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))));
        return builder.httpClient(http);
    }

    /** Whether the user leaves a source in. */
    private boolean isChosen(String credential) {
        String choice = variable(CHOICE);
        if (choice == null) {
            return true;
        }
        return switch (choice.toLowerCase(Locale.ROOT)) {
            case "prod" -> PROD.contains(credential);
            case "dev" -> !PROD.contains(credential);
            default -> choice.equalsIgnoreCase(credential);
        };
    }

    private boolean isInstalled(String program) {
        String path = variable("PATH");
        String[] folders = path == null ? new String[0] : path.split(File.pathSeparator, -1);
        return Arrays.stream(folders).anyMatch(folder -> isIn(folder, program) || isIn(folder, program + ".cmd"));
    }

    private static boolean isIn(String folder, String program) {
        try {
            return !folder.isEmpty() && Files.isRegularFile(Path.of(folder, program));
        } catch (InvalidPathException noFolder) {
            return false;
        }
    }

    private @Nullable String variable(String name) {
        String value = machine.environment().get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Caller.Unusable nobody() {
        List<String> evidence = new ArrayList<>(notes);
        String choice = variable(CHOICE);
        if (choice != null) {
            evidence.add(CHOICE + " is " + choice + ", which leaves other sources out");
        }
        evidence.add("looked at environment, workload identity, managed identity, and the logins of Azure's tools");
        return new Caller.Unusable(
                Cause.CREDENTIALS_MISSING,
                null,
                null,
                notes.isEmpty() ? "this machine has no Azure identity" : "this machine has no whole Azure identity",
                evidence,
                List.of(new Remedy(
                        "Log in, so that the build can ask as whom it pushes", List.of("az login"), List.of())));
    }
}
