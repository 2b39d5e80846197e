package io.github.registrymaven.doctor;

import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Identity tokens that a job is handed: in variables that its author names (GitLab), and in files that clouds' SDKs read. */
final class GivenIdentities {
    private static final List<String> FILES = List.of("AWS_WEB_IDENTITY_TOKEN_FILE", "AZURE_FEDERATED_TOKEN_FILE");
    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 10;

    private GivenIdentities() {}

    static List<Fact> of(Map<String, String> environment) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (facts.size() < MOST && value.startsWith("eyJ")) {
                Claims.in(value).ifPresent(claims -> facts.add(told("$" + name, claims)));
            }
        });
        for (String name : FILES) {
            String file = environment.getOrDefault(name, "");
            if (!file.isEmpty()) {
                facts.add(inFile(name, file));
            }
        }
        return facts;
    }

    private static Fact told(String where, List<String> claims) {
        return Fact.ok(GithubIdentity.ID, "the token in " + where + " says: " + String.join(", ", claims));
    }

    private static Fact inFile(String name, String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            String token = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return Claims.in(token)
                    .map(claims -> told("$" + name, claims))
                    .orElseGet(() -> missing(name, "there is no identity token in " + file));
        } catch (IOException | InvalidPathException unreadable) {
            return missing(name, file + " cannot be read");
        }
    }

    private static Fact missing(String name, String why) {
        return Fact.bad(
                GithubIdentity.ID,
                Verdict.WARN,
                "$" + name + " names no identity token",
                "Mend $" + name + ", or take it away",
                List.of(why));
    }
}
