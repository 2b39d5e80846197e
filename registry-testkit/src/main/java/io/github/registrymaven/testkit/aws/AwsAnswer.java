package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * What a call is answered with.
 *
 * @param error the code of the error, empty where there is none
 */
record AwsAnswer(int status, String contentType, String body, String error, Map<String, String> headers) {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String XML = "text/xml";

    AwsAnswer(int status, String contentType, String body, String error) {
        this(status, contentType, body, error, Map.of());
    }

    static AwsAnswer json(String body) {
        return new AwsAnswer(200, JSON, body, "");
    }

    static AwsAnswer xml(String body) {
        return new AwsAnswer(200, XML, body, "");
    }

    static AwsAnswer failed(Service service, AwsFailure failure) {
        if (service.speaksJson()) {
            JsonObject body = EcrJson.object("__type", failure.code());
            body.addProperty("message", failure.text());
            return new AwsAnswer(failure.status(), JSON, body.toString(), failure.code());
        }
        String xml = Xml.error(service, failure.code(), failure.text());
        return new AwsAnswer(failure.status(), XML, xml, failure.code());
    }
}
