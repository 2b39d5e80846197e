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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The registry's own host, beside the distribution protocol: the exchange of tokens and the data plane (AAD-OAuth.md). What goes
 * there is the registry's own: its logins, and Entra's tokens that are exchanged for one.
 */
final class Door {
    /** As many as are told at once, and as many such pages as are worth their time. */
    private static final int TAGS_OF_A_PAGE = 1000;

    private static final int MOST_PAGES = 10;

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

    /** What a login may do with a repository, and what is locked there. Two requests and two for each tag. */
    RepositorySeen look(Credential login, String repository, List<String> tags) throws InterruptedException {
        Reply reply = token(login, repository);
        String token = reply instanceof Reply.Given given ? given.body().secret("access_token") : null;
        if (token == null) {
            return RepositorySeen.NOTHING;
        }
        Secret bearer = Secret.of(token);
        Set<String> granted = granted(Json.ofToken(token), repository);
        if (granted != null && !granted.contains("metadata_read")) {
            return new RepositorySeen(granted, null, Map.of(), Map.of());
        }
        Boolean locked = locked(get(bearer, repository, ""), "");
        Map<String, Boolean> lockedTags = new HashMap<>();
        Map<String, String> lockedManifests = new HashMap<>();
        for (String tag : locked == null ? List.<String>of() : tags) {
            Reply shown = get(bearer, repository, "/_tags/" + tag);
            Boolean one = locked(shown, "tag");
            if (one == null) {
                continue;
            }
            lockedTags.put(tag, one);
            String digest = ((Reply.Given) shown).body().at("tag").text("digest");
            boolean asked = digest != null && digest.matches("sha256:[0-9a-f]{64}");
            if (asked && Boolean.TRUE.equals(locked(get(bearer, repository, "/_manifests/" + digest), "manifest"))) {
                lockedManifests.put(tag, String.valueOf(digest));
            }
        }
        return new RepositorySeen(granted, locked, lockedTags, lockedManifests);
    }

    /** What is locked of a repository: all of it, or some of all its tags. */
    Locked locks(Credential login, String repository) throws InterruptedException {
        Secret bearer = bearer(login, repository);
        if (bearer == null) {
            return Locked.UNSEEN;
        }
        Boolean whole = locked(get(bearer, repository, ""), "");
        return whole == null ? Locked.UNSEEN : whole ? new Locked(true, Set.of(), Set.of()) : tags(bearer, repository);
    }

    private Locked tags(Secret bearer, String repository) throws InterruptedException {
        Set<String> locked = new TreeSet<>();
        Set<String> loose = new TreeSet<>();
        String last = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String after = last.isEmpty() ? "" : "&last=" + encoded(last);
            if (!(get(bearer, repository, "/_tags?n=" + TAGS_OF_A_PAGE + after) instanceof Reply.Given list)) {
                return Locked.UNSEEN;
            }
            for (Json tag : list.body().list("tags")) {
                String name = tag.text("name");
                Boolean writable = tag.at("changeableAttributes").flag("writeEnabled");
                if (name == null || writable == null) {
                    return Locked.UNSEEN;
                }
                last = name;
                (writable ? loose : locked).add(name);
            }
            if (!list.isCut()) {
                return new Locked(false, locked, loose);
            }
        }
        return Locked.UNSEEN;
    }

    /**
     * What is locked of a repository.
     *
     * @param whole null where that was not shown, or not for all of its tags
     * @param tags those that are locked by themselves, in a repository that is not
     * @param loose the others of its tags
     */
    record Locked(@Nullable Boolean whole, Set<String> tags, Set<String> loose) {
        static final Locked UNSEEN = new Locked(null, Set.of(), Set.of());
    }

    /**
     * One page of a repository's manifests.
     *
     * @param last the digest that the page before ended with; empty for the first
     */
    Reply manifests(Secret bearer, String repository, int size, String last) throws InterruptedException {
        String after = last.isEmpty() ? "" : "&last=" + encoded(last);
        return get(bearer, repository, "/_manifests?n=" + size + after);
    }

    /** A token for a repository; null where none is given. */
    @Nullable
    Secret bearer(Credential login, String repository) throws InterruptedException {
        String token = token(login, repository) instanceof Reply.Given given
                ? given.body().secret("access_token")
                : null;
        return token == null ? null : Secret.of(token);
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
