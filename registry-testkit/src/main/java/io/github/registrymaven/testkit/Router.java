package io.github.registrymaven.testkit;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a request is about, lets the guard decide, and hands it on. */
final class Router {
    private static final String NAME =
            "([a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)";
    private static final Pattern UPLOADS = Pattern.compile("/v2/" + NAME + "/blobs/uploads/");
    private static final Pattern UPLOAD = Pattern.compile("/v2/" + NAME + "/blobs/uploads/([^/]+)");
    private static final Pattern BLOB = Pattern.compile("/v2/" + NAME + "/blobs/([^/]+)");
    private static final Pattern MANIFEST = Pattern.compile("/v2/" + NAME + "/manifests/([^/]+)");
    private static final Pattern TAGS = Pattern.compile("/v2/" + NAME + "/tags/list");
    private static final Pattern REFERRERS = Pattern.compile("/v2/" + NAME + "/referrers/([^/]+)");

    private final Guard guard;
    private final Uploads uploads;
    private final Blobs blobs;
    private final Manifests manifests;
    private final Listings listings;

    Router(Guard guard, Store store, Rules rules) {
        this.guard = guard;
        this.uploads = new Uploads(store, rules);
        this.blobs = new Blobs(store, rules);
        this.manifests = new Manifests(store, rules);
        this.listings = new Listings(store);
    }

    void route(Exchange exchange) throws IOException {
        exchange.with("Docker-Distribution-Api-Version", "registry/2.0");
        try {
            find(exchange);
        } catch (Refused refused) {
            refused.answer(exchange);
        }
    }

    private void find(Exchange exchange) throws IOException, Refused {
        String path = exchange.path();
        if (path.equals("/v2/") || path.equals("/v2")) {
            guard.admit(exchange);
            exchange.json(200, "{}");
            return;
        }
        if (path.equals("/v2/_catalog")) {
            guard.admit(exchange);
            listings.catalog(exchange);
            return;
        }
        String method = exchange.method();
        Matcher matcher = UPLOADS.matcher(path);
        if (matcher.matches() && method.equals("POST")) {
            guard.allow(exchange, matcher.group(1), Operation.OPEN_UPLOAD);
            String from = exchange.query("from");
            if (from != null && exchange.query("mount") != null) {
                guard.allow(exchange, from, Operation.ofBlob("GET"));
            }
            uploads.open(exchange, matcher.group(1));
            return;
        }
        matcher = UPLOAD.matcher(path);
        if (matcher.matches()) {
            guard.allow(exchange, matcher.group(1), Operation.ofUpload(method));
            uploads.handle(exchange, matcher.group(1), matcher.group(2));
            return;
        }
        matcher = BLOB.matcher(path);
        if (matcher.matches()) {
            guard.allow(exchange, matcher.group(1), Operation.ofBlob(method));
            blobs.handle(exchange, matcher.group(1), matcher.group(2));
            return;
        }
        matcher = MANIFEST.matcher(path);
        if (matcher.matches()) {
            guard.allow(exchange, matcher.group(1), Operation.ofManifest(method));
            manifests.handle(exchange, matcher.group(1), matcher.group(2));
            return;
        }
        matcher = TAGS.matcher(path);
        if (matcher.matches()) {
            guard.allow(exchange, matcher.group(1), Operation.LIST_TAGS);
            listings.tags(exchange, matcher.group(1));
            return;
        }
        matcher = REFERRERS.matcher(path);
        if (matcher.matches()) {
            guard.allow(exchange, matcher.group(1), Operation.LIST_REFERRERS);
            listings.referrers(exchange, matcher.group(1), matcher.group(2));
            return;
        }
        throw new Refused(404, "NAME_UNKNOWN", "there is nothing at this path");
    }
}
