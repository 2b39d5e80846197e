package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** Asks the cloud as its documentation says, trusting the cloud's own authority. */
final class AzureClient {
    private final AzureTestCloud cloud;
    private final HttpClient http;

    AzureClient(AzureTestCloud cloud) throws IOException {
        this.cloud = cloud;
        this.http = HttpClient.newBuilder().sslContext(cloud.client()).build();
    }

    record Said(int status, String text) {
        JsonObject json() {
            return JsonParser.parseString(text).getAsJsonObject();
        }

        String text(String name) {
            return json().get(name).getAsString();
        }
    }

    Said get(String url, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)), headers);
    }

    Said post(String url, String body, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    Said put(String url, String body, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    private Said send(HttpRequest.Builder request, String... headers) throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Said(answer.statusCode(), answer.body());
    }

    static String form(String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** Asks Entra for a token with a client secret. */
    Said login(String tenant, String client, String secret) throws IOException, InterruptedException {
        return post(
                cloud.endpoint() + "/" + tenant + "/oauth2/v2.0/token",
                form(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        secret,
                        "scope",
                        "https://management.azure.com/.default"));
    }

    Said arm(String caller, String path) throws IOException, InterruptedException {
        return get(cloud.endpoint() + path, "Authorization", armBearer(caller));
    }

    String armBearer(String caller) {
        return "Bearer " + cloud.entraToken(caller, "https://management.azure.com");
    }

    Said exchange(String entraToken) throws IOException, InterruptedException {
        return post(
                cloud.registry().url() + "/oauth2/exchange",
                form("grant_type", "access_token", "service", cloud.registryHost(), "access_token", entraToken));
    }

    /** The registry's token for one repository. */
    String registryToken(String caller, String repository) throws IOException, InterruptedException {
        return post(
                        cloud.registry().url() + "/oauth2/token",
                        form(
                                "grant_type",
                                "refresh_token",
                                "service",
                                cloud.registryHost(),
                                "scope",
                                "repository:" + repository + ":pull,push,metadata_read",
                                "refresh_token",
                                cloud.refreshToken(caller, 60)))
                .text("access_token");
    }

    /** Which actions the registry grants somebody on one repository; empty for none. */
    String granted(String caller, String repository) throws IOException, InterruptedException {
        String payload = registryToken(caller, repository).split("\\.", -1)[1];
        JsonObject claims = JsonParser.parseString(
                        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .getAsJsonObject();
        return claims.getAsJsonArray("access").isEmpty()
                ? ""
                : claims.getAsJsonArray("access")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("actions")
                        .toString();
    }
}
