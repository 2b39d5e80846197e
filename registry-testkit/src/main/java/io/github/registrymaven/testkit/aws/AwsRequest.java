package io.github.registrymaven.testkit.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call, taken apart.
 *
 * @param operation such as {@code DescribeRepositories}
 * @param form the parameters, where the service speaks XML
 */
record AwsRequest(
        Service service,
        String operation,
        String method,
        String path,
        Headers headers,
        String body,
        Map<String, String> form) {
    private static final int MOST_BYTES = 8 << 20;
    private static final String TARGET = "AmazonEC2ContainerRegistry_V20150921.";

    /** Reads a call; null where it is none that any service here knows. */
    static @Nullable AwsRequest read(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        String target = http.getRequestHeaders().getFirst("X-Amz-Target");
        String path = http.getRequestURI().getRawPath();
        if (target != null && target.startsWith(TARGET)) {
            String operation = target.substring(TARGET.length());
            return new AwsRequest(
                    Service.ECR, operation, http.getRequestMethod(), path, http.getRequestHeaders(), body, Map.of());
        }
        Map<String, String> form = form(body);
        String operation = form.get("Action");
        if (operation == null) {
            return null;
        }
        Service service = "2011-06-15".equals(form.get("Version")) ? Service.STS : Service.IAM;
        return new AwsRequest(service, operation, http.getRequestMethod(), path, http.getRequestHeaders(), body, form);
    }

    /** The region that the call was signed for. */
    String region() {
        Signature signature = Signature.of(header("Authorization"));
        return signature == null ? "" : signature.region();
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                form.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
