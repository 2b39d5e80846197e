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
    private static final Map<String, Service> TARGETS =
            Map.of("AmazonEC2ContainerRegistry_V20150921", Service.ECR, "SpencerFrontendService", Service.ECR_PUBLIC);

    /** Reads a call; null where it is none that any service here knows. */
    static @Nullable AwsRequest read(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        String target = http.getRequestHeaders().getFirst("X-Amz-Target");
        String path = http.getRequestURI().getRawPath();
        int dot = target == null ? -1 : target.indexOf('.');
        Service spoken = target == null || dot < 0 ? null : TARGETS.get(target.substring(0, dot));
        if (target != null && spoken != null) {
            String operation = target.substring(dot + 1);
            return new AwsRequest(
                    spoken, operation, http.getRequestMethod(), path, http.getRequestHeaders(), body, Map.of());
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
