package io.github.registrymaven.testkit.aws;

import java.util.List;
import java.util.stream.Collectors;

/** Policies as tests write them. */
final class Policies {
    static final String FULL_ACCESS = document(statement("Allow", "*", "*"));

    private Policies() {}

    static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    static String statement(String effect, String resource, String... actions) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":" + list(actions) + ",\"Resource\":\"" + resource + "\"}";
    }

    static String statementIf(String effect, String condition, String... actions) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":" + list(actions) + ",\"Resource\":\"*\",\"Condition\":"
                + condition + "}";
    }

    /** A statement of a resource's own policy. */
    static String statementFor(String effect, String principal, String... actions) {
        return "{\"Effect\":\"" + effect + "\",\"Principal\":{\"AWS\":\"" + principal + "\"},\"Action\":"
                + list(actions) + "}";
    }

    private static String list(String... actions) {
        return List.of(actions).stream().map(action -> "\"" + action + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
