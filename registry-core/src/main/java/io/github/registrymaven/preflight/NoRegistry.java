package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.ServerWords;
import io.github.registrymaven.oci.OciErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host that answers and is no registry: it knows neither {@code /v2/} nor an upload. A web server on that port is one, and so is
 * a proxy that does not lead to the registry behind it.
 */
final class NoRegistry {
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,100}>([^<]{1,300})</title>");
    private static final int LONGEST = 80;
    private static final String PASSED_ON = """
            location /v2/ {
              proxy_pass http://REGISTRY:PORT;
              proxy_set_header Host $http_host;
              proxy_set_header X-Forwarded-Proto $scheme;
              client_max_body_size 0;
            }
            """;

    private NoRegistry() {}

    /**
     * Whether nothing in what was seen is a registry's. That {@code /v2/} alone is hidden is none: some show it to nobody.
     *
     * @param upload the answer to opening an upload session; null where none was asked for
     */
    static boolean isSeenIn(HttpAnswer ping, @Nullable HttpAnswer upload) {
        return ping.status() == 404
                && !saysThatItIsOne(ping)
                && (upload == null
                        || ((upload.status() == 404 || upload.status() == 501)
                                && !saysThatItIsOne(upload)
                                && !OciErrors.of(upload).hasCode("NAME_UNKNOWN")));
    }

    /** A registry says of itself what it is; a captive portal or a web server shows a page and says nothing. */
    static boolean saysThatItIsOne(HttpAnswer answer) {
        return answer.headers().firstValue("docker-distribution-api-version").isPresent()
                || answer.headers().firstValue("www-authenticate").isPresent();
    }

    /** What the server says of itself, by which its owner may know it. */
    static List<String> evidence(HttpAnswer ping) {
        List<String> words = new ArrayList<>();
        ping.headers().firstValue("server").ifPresent(words::add);
        Matcher title = TITLE.matcher(ping.text());
        if (title.find()) {
            words.add('"' + title.group(1).strip() + '"');
        }
        words.replaceAll(each -> ServerWords.line(each, LONGEST));
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? List.of() : List.of("the server says of itself: " + String.join(", ", words));
    }

    static List<Remedy> remedies(HttpAnswer ping) {
        String root = ping.uri().getScheme() + "://" + ping.uri().getRawAuthority();
        return List.of(
                new Remedy(
                        "Name the host and the port of the registry itself: there this answers 200 or 401",
                        List.of("curl --include " + root + "/v2/"),
                        List.of()),
                new Remedy(
                        "In a product that has web pages, too, a registry has an address of its own: in Nexus the port of"
                                + " the repository's connector, in GitLab a host or the port 5050, in Artifactory the"
                                + " repository's key behind the host or before it",
                        List.of(),
                        List.of()),
                new Remedy(
                        "Or let the proxy before the registry pass on what is below /v2/, at the root of the host: no tool"
                                + " asks for it below another path",
                        List.of(),
                        List.of(new Remedy.File("nginx.conf", PASSED_ON))));
    }
}
