package io.github.registrymaven.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How clients write the status of an answer: each has a way of its own. */
final class StatusWords {
    /** In front of the number. */
    private static final List<String> BEFORE = List.of(
            "status ",
            "status: ",
            "status=",
            "status code ",
            "status code: ",
            "status code=",
            "status code of ",
            "StatusCode: ",
            "StatusCode=",
            "HTTP ",
            "HTTP/1.1 ",
            "HTTP/2 ",
            "HTTP/2.0 ",
            "HTTP code ",
            "HTTP code: ",
            "HTTP error ",
            "HTTP error: ",
            "HTTP error code: ",
            "HTTP response code ",
            "HTTP response code: ",
            "response code ",
            "response code: ",
            "response code=",
            "error code ",
            "error code: ",
            "server error: ",
            "client error: ",
            "responded with ",
            "response was ",
            "returned ",
            "(code: ",
            "error: ");

    /** Behind the number (RFC 9110 section 15, and what proxies call it). */
    private static final Map<Integer, List<String>> REASONS = Map.ofEntries(
            Map.entry(400, List.of("Bad Request")),
            Map.entry(401, List.of("Unauthorized")),
            Map.entry(403, List.of("Forbidden")),
            Map.entry(404, List.of("Not Found")),
            Map.entry(405, List.of("Method Not Allowed")),
            Map.entry(407, List.of("Proxy Authentication Required")),
            Map.entry(408, List.of("Request Timeout", "Request Time-out")),
            Map.entry(409, List.of("Conflict")),
            Map.entry(412, List.of("Precondition Failed")),
            Map.entry(
                    413,
                    List.of("Request Entity Too Large", "Payload Too Large", "Content Too Large", "Entity Too Large")),
            Map.entry(415, List.of("Unsupported Media Type")),
            Map.entry(429, List.of("Too Many Requests", "Too Many")),
            Map.entry(499, List.of("Client Closed Request")),
            Map.entry(500, List.of("Internal Server Error", "Server Error")),
            Map.entry(502, List.of("Bad Gateway")),
            Map.entry(503, List.of("Service Unavailable", "Service Temporarily Unavailable")),
            Map.entry(504, List.of("Gateway Timeout", "Gateway Time-out")),
            Map.entry(507, List.of("Insufficient Storage")));

    private StatusWords() {}

    /** The {@link Wording}s of a status. */
    static List<String> of(int status) {
        List<String> words = new ArrayList<>();
        BEFORE.forEach(before -> words.add(before + status));
        for (String reason : REASONS.getOrDefault(status, List.of())) {
            words.add(status + " " + reason);
            words.add(status + " (" + reason);
            words.add(status + ": " + reason);
        }
        return words;
    }
}
