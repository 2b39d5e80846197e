package io.github.registrymaven.login;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.DockerSettings;
import io.github.registrymaven.reference.ImageReference;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A docker config that stands in place of the user's own for a while: with the logins of this build's registries, and the names of
 * the user's helpers for all others. The secrets of other registries stay where they are.
 */
public final class PrivateDockerConfig {
    private final DockerSettings users;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<String> inTheStore = new TreeSet<>();

    private PrivateDockerConfig(DockerSettings users) {
        this.users = users;
    }

    private record Entry(ImageReference image, Credential credential) {}

    /** With the logins that were found; those that the user's own helpers hold are left to these. */
    public static PrivateDockerConfig of(List<HostLogin> logins, DockerSettings users) {
        PrivateDockerConfig config = new PrivateDockerConfig(users);
        for (HostLogin login : logins) {
            if (!(login.lookup() instanceof CredentialLookup.Found found)) {
                continue;
            }
            if (users.isOfAHelper(found.found())) {
                if (users.credHelpers().keySet().stream().noneMatch(key -> DockerSettings.isFor(key, login.image()))) {
                    config.inTheStore.add(login.host());
                }
            } else {
                config.entries.put(
                        DockerSettings.key(login.image()),
                        new Entry(login.image(), found.found().credential()));
            }
        }
        return config;
    }

    /** The same, with the logins of an earlier one for registries that this one has none for. */
    public PrivateDockerConfig beside(PrivateDockerConfig earlier) {
        PrivateDockerConfig both = new PrivateDockerConfig(users);
        both.entries.putAll(earlier.entries);
        both.entries.putAll(entries);
        both.inTheStore.addAll(earlier.inTheStore);
        both.inTheStore.addAll(inTheStore);
        return both;
    }

    /** The keys of logins that the user's own config keeps in plain text, and that are not in this one. */
    public List<String> leftOut() {
        return users.plain().stream().filter(key -> !isOurs(key)).toList();
    }

    /** The file's text, with its secrets: for a file that nobody else may read. */
    String text() {
        return text(true);
    }

    /** The same as skopeo, buildah and podman read it, which know no store, and take an empty helper for a program. */
    String containersText() {
        return text(false);
    }

    private String text(boolean forDocker) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(FormattingStyle.PRETTY);
            out.setHtmlSafe(false);
            out.beginObject();
            out.name("auths").beginObject();
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                out.name(entry.getKey()).beginObject();
                write(entry.getValue().credential(), out);
                out.endObject();
            }
            out.endObject();
            helpers(out, forDocker);
            if (forDocker && users.plugins() != null) {
                // Where docker finds buildx and compose, which it otherwise looks for beside its config.
                out.name("cliPluginsExtraDirs").beginArray();
                out.value(users.plugins().toString()).endArray();
            }
            out.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be written", impossible);
        }
        return text + "\n";
    }

    private void helpers(JsonWriter out, boolean forDocker) throws IOException {
        Map<String, String> helpers = new TreeMap<>();
        users.credHelpers().forEach((key, helper) -> {
            if (!isOurs(key)) {
                helpers.put(key, helper);
            }
        });
        boolean store = !users.credsStore().isEmpty();
        if (store && forDocker) {
            // Docker asks the store before it looks at the logins here, unless a registry has a helper: this one is
            // none.
            entries.keySet().forEach(key -> helpers.put(key, ""));
        } else if (store) {
            inTheStore.forEach(host -> helpers.put(host, users.credsStore()));
        }
        if (!helpers.isEmpty()) {
            out.name("credHelpers").beginObject();
            for (Map.Entry<String, String> helper : helpers.entrySet()) {
                out.name(helper.getKey()).value(helper.getValue());
            }
            out.endObject();
        }
        if (store && forDocker) {
            out.name("credsStore").value(users.credsStore());
        }
    }

    private boolean isOurs(String key) {
        return entries.values().stream().anyMatch(entry -> DockerSettings.isFor(key, entry.image()));
    }

    /** As {@code docker login} writes it. */
    private static void write(Credential credential, JsonWriter out) throws IOException {
        if (credential instanceof Credential.Password password) {
            out.name("auth")
                    .value(encoded(password.username(), password.password().reveal()));
        } else if (credential instanceof Credential.IdentityToken token) {
            out.name("auth").value(encoded(token.username() == null ? "<token>" : token.username(), ""));
            out.name("identitytoken").value(token.token().reveal());
        } else if (credential instanceof Credential.RegistryToken token) {
            out.name("registrytoken").value(token.token().reveal());
        }
    }

    private static String encoded(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Names the registries, and no secret. */
    @Override
    public String toString() {
        return "docker config for " + entries.keySet();
    }
}
