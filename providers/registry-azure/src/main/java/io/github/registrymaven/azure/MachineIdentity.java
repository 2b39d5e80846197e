package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a virtual machine, from its metadata service. Asked here and not by the SDK, which asks again for a minute
 * where nobody answers.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token">How to get a
 *     token</a>
 */
final class MachineIdentity implements TokenSource {
    static final String NAME = "the machine's managed identity";
    private static final String HOST = "169.254.169.254";

    /** What Azure's virtual machines say of their chassis; cloud-init tells them by it, too. */
    private static final String AZURE_CHASSIS = "7783-7084-3265-9085-8269-3286-77";

    private static final Path CHASSIS = Path.of("/sys/class/dmi/id/chassis_asset_tag");

    private final Ways ways;
    private final @Nullable String clientId;

    /** @param clientId of the identity that is meant, where a machine has several */
    MachineIdentity(Ways ways, @Nullable String clientId) {
        this.ways = ways;
        this.clientId = clientId;
    }

    /** Whether to ask at all: elsewhere nobody answers, and that takes its time. */
    boolean isPlausible() {
        if (ways.isNamed(HOST)) {
            return true;
        }
        try {
            return Files.readString(CHASSIS).strip().equals(AZURE_CHASSIS);
        } catch (IOException notLinux) {
            return false;
        }
    }

    @Override
    public Token token(String audience) throws InterruptedException {
        String address = "http://" + HOST + "/metadata/identity/oauth2/token?api-version=2018-02-01&resource="
                + URLEncoder.encode(audience, StandardCharsets.UTF_8)
                + (clientId == null ? "" : "&client_id=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8));
        Reply reply = ways.ask("GET", address, null, Map.of("Metadata", "true"), null);
        if (reply instanceof Reply.Given given) {
            String token = given.body().secret("access_token");
            return token == null
                    ? none(Cause.UNKNOWN, "the machine's metadata service gives no token", List.of())
                    : new Token.Given(Secret.of(token));
        }
        Reply.None none = (Reply.None) reply;
        return none.status() == 400
                ? none(Cause.CREDENTIALS_MISSING, missing(none.words()), List.of(none.words()))
                : none(
                        none.status() == 429 ? Cause.RATE_LIMITED : none.cause(),
                        "the machine's metadata service gives no token",
                        List.of(none.words()));
    }

    private String missing(String words) {
        if (words.contains("Multiple user assigned identities")) {
            return "the machine has several managed identities, and AZURE_CLIENT_ID names none of them";
        }
        return clientId == null
                ? "the machine has no managed identity"
                : "the machine has no managed identity of the client id " + clientId;
    }

    private static Token.None none(Cause cause, String summary, List<String> evidence) {
        return new Token.None(new Trouble(cause, summary, evidence, 0));
    }
}
