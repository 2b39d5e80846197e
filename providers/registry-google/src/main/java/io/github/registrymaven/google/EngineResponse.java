package io.github.registrymaven.google;

import com.google.api.client.http.LowLevelHttpResponse;
import io.github.registrymaven.network.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the engine in the words of Google's libraries. */
final class EngineResponse extends LowLevelHttpResponse {
    private final HttpAnswer answer;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();

    EngineResponse(HttpAnswer answer) {
        this.answer = answer;
        answer.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(Map.entry(name, value))));
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public long getContentLength() {
        return answer.body().length;
    }

    @Override
    public @Nullable String getContentType() {
        return answer.headers().firstValue("content-type").orElse(null);
    }

    @Override
    public String getStatusLine() {
        return "HTTP/1.1 " + answer.status();
    }

    @Override
    public int getStatusCode() {
        return answer.status();
    }

    @Override
    public String getReasonPhrase() {
        return "";
    }

    @Override
    public int getHeaderCount() {
        return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
        return headers.get(index).getKey();
    }

    @Override
    public String getHeaderValue(int index) {
        return headers.get(index).getValue();
    }
}
