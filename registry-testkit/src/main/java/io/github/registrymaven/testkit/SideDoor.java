package io.github.registrymaven.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registry's host answers beside the registry's protocol: a cloud's token service, or an interface of its own. Called
 * from many threads.
 */
public interface SideDoor {
    /** The answer to a request; null where it is none of this door's. */
    @Nullable
    Answer answer(Request request);

    /**
     * A request.
     *
     * @param path without its query, decoded
     * @param query without its question mark, as it came; null where there is none
     * @param body as UTF-8
     */
    record Request(
            String method,
            String path,
            @Nullable String query,
            @Nullable String authorization,
            String body,
            Headers headers) {
        /** The first value of a field of the query; empty where there is none. */
        public String parameter(String name) {
            return first(query, name);
        }

        /** The first value of a field of a form; empty where there is none. */
        public String field(String name) {
            return first(body, name);
        }

        private static String first(@Nullable String text, String name) {
            return Exchange.parameters(text).getOrDefault(name, List.of("")).get(0);
        }
    }

    /** The headers of a request. */
    interface Headers {
        /** The first of a name; null where there is none. */
        @Nullable
        String first(String name);
    }

    /**
     * An answer in JSON.
     *
     * @param challenge {@code WWW-Authenticate}; null for none
     * @param link {@code Link}, such as to a next page; null for none
     */
    record Answer(
            int status,
            String json,
            @Nullable String challenge,
            @Nullable String link) {
        public Answer(int status, String json, @Nullable String challenge) {
            this(status, json, challenge, null);
        }

        public Answer(int status, String json) {
            this(status, json, null, null);
        }
    }
}
