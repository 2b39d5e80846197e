package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registry's own host, beside the distribution protocol: the exchange of tokens and the data plane (AAD-OAuth.md). What goes
 * there is the registry's own: its logins, and Entra's tokens that are exchanged for one.
 */
final class Door {
    /** More are not told at once. */
    private static final int MOST_TAGS = 1000;

    private static final String ACTIONS = ":metadata_read,pull,push";

    private final String host;
    private final URI base;
    private final Ways ways;

    /** @param base where the registry was reached */
    Door(String host, URI base, Ways ways) {
        this.host = host;
        this.base = base;
        this.ways = ways;
    }

    /** A refresh token of the registry's, as {@code az acr login} would get it. */
    Reply exchange(Secret entraToken) throws InterruptedException {
        Map<String, Secret> form = new LinkedHashMap<>();
        form.put("grant_type", Secret.of("access_token"));
        form.put("service", Secret.of(host));
        form.put("access_token", entraToken);
        return ways.post(base.resolve("/oauth2/exchange"), form);
    }

    /** What a login may do with a repository, and what is locked there. Two requests and one for each tag. */
    RepositorySeen look(Credential login, String repository, List<String> tags) throws InterruptedException {
        Reply reply = token(login, repository);
        String token = reply instanceof Reply.Given given ? given.body().secret("access_token") : null;
        if (token == null) {
            return RepositorySeen.NOTHING;
        }
        Secret bearer = Secret.of(token);
        Set<String> granted = granted(Json.ofToken(token), repository);
        if (granted != null && !granted.contains("metadata_read")) {
            return new RepositorySeen(granted, null, Map.of());
        }
        Boolean locked = locked(get(bearer, repository, ""), "");
        Map<String, Boolean> lockedTags = new HashMap<>();
        for (String tag : tags) {
            Boolean one = locked == null ? null : locked(get(bearer, repository, "/_tags/" + tag), "tag");
            if (one != null) {
                lockedTags.put(tag, one);
            }
        }
        return new RepositorySeen(granted, locked, lockedTags);
    }

    /** All tags of a repository, each with whether it is locked; null where they are not shown, or too many. */
    @Nullable
    Map<String, Boolean> tags(Secret refreshToken, String repository) throws InterruptedException {
        Reply reply = token(new Credential.IdentityToken(null, refreshToken), repository);
        String token = reply instanceof Reply.Given given ? given.body().secret("access_token") : null;
        if (token == null
                || !(get(Secret.of(token), repository, "/_tags?n=" + MOST_TAGS) instanceof Reply.Given list)) {
            return null;
        }
        Map<String, Boolean> tags = new LinkedHashMap<>();
        for (Json tag : list.body().list("tags")) {
            String name = tag.text("name");
            Boolean writable = tag.at("changeableAttributes").flag("writeEnabled");
            if (name != null && writable != null) {
                tags.put(name, !writable);
            }
        }
        return tags.size() < MOST_TAGS ? tags : null;
    }

    private Reply token(Credential login, String repository) throws InterruptedException {
        URI service = base.resolve("/oauth2/token");
        String scope = "repository:" + repository + ACTIONS;
        if (login instanceof Credential.IdentityToken identity) {
            Map<String, Secret> form = new LinkedHashMap<>();
            form.put("grant_type", Secret.of("refresh_token"));
            form.put("service", Secret.of(host));
            form.put("scope", Secret.of(scope));
            form.put("refresh_token", identity.token());
            return ways.post(service, form);
        }
        if (!(login instanceof Credential.Password password)) {
            return new Reply.None(Cause.UNKNOWN, 0, "", "a token of another kind");
        }
        String pair = password.username() + ":" + password.password().reveal();
        Secret basic = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        URI asked = URI.create(service + "?service=" + encoded(host) + "&scope=" + encoded(scope));
        return ways.get(asked, basic);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply get(Secret bearer, String repository, String below) throws InterruptedException {
        return ways.ask("GET", base.resolve("/acr/v1/" + repository + below).toString(), bearer, Map.of(), null);
    }

    /** Null where the answer does not say it: {@code changeableAttributes.writeEnabled} is the lock. */
    private static @Nullable Boolean locked(Reply reply, String within) {
        if (!(reply instanceof Reply.Given given)) {
            return null;
        }
        Json at = within.isEmpty() ? given.body() : given.body().at(within);
        Boolean writable = at.at("changeableAttributes").flag("writeEnabled");
        return writable == null ? null : !writable;
    }

    private static @Nullable Set<String> granted(Json claims, String repository) {
        if (!claims.has("access")) {
            return null;
        }
        Set<String> granted = new HashSet<>();
        for (Json entry : claims.list("access")) {
            if ("repository".equals(entry.text("type")) && repository.equals(entry.text("name"))) {
                granted.addAll(entry.texts("actions"));
            }
        }
        return granted;
    }
}
