package io.github.registrymaven.session;

import io.github.registrymaven.credential.NamedServer;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a preflight as a POM or a command line gives them, checked and turned into a request. Goals and rules
 * name them alike, so a mistake is told alike.
 */
public final class PreflightParameters {
    private Probe probe = Probe.UPLOAD;
    private @Nullable String serverId;
    private Set<String> insecureRegistries = Set.of();
    private Map<String, URI> endpoints = Map.of();
    private Map<String, String> profiles = Map.of();
    private Duration requestTimeout = Duration.ofSeconds(10);
    private Duration deadline = Duration.ofSeconds(60);
    private boolean offline;

    /** {@code upload} or {@code token}. */
    public PreflightParameters probe(String text) throws ConfigurationProblem {
        for (Probe value : Probe.values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                probe = value;
                return this;
            }
        }
        throw new ConfigurationProblem("registry.probe is '" + text + "'; it takes upload or token");
    }

    /** The id of a server, or {@code host=id} pairs separated by commas. */
    public PreflightParameters serverId(@Nullable String id) throws ConfigurationProblem {
        serverId = id == null || id.isBlank() ? null : id.strip();
        for (String pair : serverId != null && serverId.contains("=") ? serverId.split(",", -1) : new String[0]) {
            if (!pair.matches("[^=/]+=[^=]+")) {
                throw new ConfigurationProblem("registry.serverId has '" + pair.strip()
                        + "'; it takes the id of a <server>, or host=id pairs separated by commas, as ghcr.io=github");
            }
        }
        return this;
    }

    /** Hosts, with or without a port. */
    public PreflightParameters insecureRegistries(@Nullable List<String> hosts) throws ConfigurationProblem {
        Set<String> allowed = new HashSet<>();
        for (String host : orNone(hosts)) {
            String name = host.strip();
            if (name.contains("/")) {
                throw new ConfigurationProblem("registry.insecureRegistries names '" + name
                        + "'; it takes hosts, as localhost:5000, without http:// and without a path");
            }
            allowed.add(name.toLowerCase(Locale.ROOT));
        }
        insecureRegistries = allowed;
        return this;
    }

    /** Pairs {@code host=url}. */
    public PreflightParameters endpoints(@Nullable List<String> pairs) throws ConfigurationProblem {
        Map<String, URI> reached = new LinkedHashMap<>();
        for (String pair : orNone(pairs)) {
            int sign = pair.indexOf('=');
            URI url = sign < 1 ? null : url(pair.substring(sign + 1).strip());
            if (url == null) {
                throw new ConfigurationProblem("registry.endpoints names '" + pair.strip()
                        + "'; it takes host=url pairs, as registry.example.com=https://10.0.0.1:8443");
            }
            reached.put(pair.substring(0, sign).strip().toLowerCase(Locale.ROOT), url);
        }
        endpoints = reached;
        return this;
    }

    /** Pairs {@code host=profile}. */
    public PreflightParameters profiles(@Nullable List<String> pairs) throws ConfigurationProblem {
        Map<String, String> named = new LinkedHashMap<>();
        for (String pair : orNone(pairs)) {
            int sign = pair.indexOf('=');
            String host = sign < 1 ? "" : pair.substring(0, sign).strip();
            String profile = pair.substring(sign + 1).strip();
            if (host.isEmpty() || host.contains("/") || profile.isEmpty()) {
                throw new ConfigurationProblem("registry.profiles names '" + pair.strip()
                        + "'; it takes host=profile pairs, as 111122223333.dkr.ecr.eu-west-1.amazonaws.com=ci");
            }
            named.put(host.toLowerCase(Locale.ROOT), profile);
        }
        profiles = named;
        return this;
    }

    public PreflightParameters requestTimeout(int seconds) throws ConfigurationProblem {
        requestTimeout = positive("registry.requestTimeout", seconds);
        return this;
    }

    public PreflightParameters deadline(int seconds) throws ConfigurationProblem {
        deadline = positive("registry.deadline", seconds);
        return this;
    }

    public PreflightParameters offline(boolean isOffline) {
        offline = isOffline;
        return this;
    }

    /** The request for some images. */
    public PreflightRequest request(List<RequestedImage> images) {
        List<String> references = images.stream().map(RequestedImage::reference).collect(Collectors.toList());
        return new PreflightRequest(
                images,
                probe,
                NamedServer.of(serverId, references),
                insecureRegistries,
                endpoints,
                profiles,
                requestTimeout,
                deadline,
                offline);
    }

    private static @Nullable URI url(String text) {
        try {
            URI url = URI.create(text);
            boolean plain = url.getPath() == null
                    || url.getPath().isEmpty()
                    || url.getPath().equals("/");
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && plain && url.getHost() != null && url.getUserInfo() == null ? url : null;
        } catch (IllegalArgumentException notAUrl) {
            return null;
        }
    }

    private static Duration positive(String name, int seconds) throws ConfigurationProblem {
        if (seconds < 1) {
            throw new ConfigurationProblem(name + " is " + seconds + "; it takes seconds, 1 or more");
        }
        return Duration.ofSeconds(seconds);
    }

    private static List<String> orNone(@Nullable List<String> list) {
        List<String> given = new ArrayList<>();
        for (String text : list == null ? List.<String>of() : list) {
            if (text != null && !text.isBlank()) {
                given.add(text);
            }
        }
        return given;
    }
}
