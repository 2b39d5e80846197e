package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy, read.
 *
 * @param id what a simulation calls it
 * @param arn of a policy that is not written into its owner, as denials name it
 */
record Policy(String id, @Nullable String arn, List<Statement> statements) {
    Policy {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException where it is none, or holds what the testkit cannot judge
     */
    static Policy read(String id, @Nullable String arn, String json) {
        try {
            JsonObject document = JsonParser.parseString(json).getAsJsonObject();
            List<Statement> statements = new ArrayList<>();
            for (JsonElement statement : list(document.get("Statement"))) {
                statements.add(statement(statement.getAsJsonObject()));
            }
            if (statements.isEmpty()) {
                throw new IllegalArgumentException("The policy has no statement.");
            }
            return new Policy(id, arn, statements);
        } catch (JsonParseException | IllegalStateException notAPolicy) {
            throw new IllegalArgumentException("This is no policy: " + json, notAPolicy);
        }
    }

    private static Statement statement(JsonObject read) {
        String effect = read.has("Effect") ? read.get("Effect").getAsString() : "";
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new IllegalArgumentException("The Effect of a statement is Allow or Deny, not " + effect + ".");
        }
        if (!read.has("Action") && !read.has("NotAction")) {
            throw new IllegalArgumentException("A statement has an Action or a NotAction.");
        }
        return new Statement(
                read.has("Sid") ? read.get("Sid").getAsString() : null,
                effect.equals("Allow"),
                texts(read.get("Action")),
                texts(read.get("NotAction")),
                texts(read.get("Resource")),
                texts(read.get("NotResource")),
                principals(read),
                conditions(read.get("Condition")));
    }

    private static @Nullable Principals principals(JsonObject read) {
        boolean excluded = read.has("NotPrincipal");
        JsonElement named = read.get(excluded ? "NotPrincipal" : "Principal");
        if (named == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        if (named instanceof JsonObject kinds) {
            kinds.entrySet().forEach(kind -> list(kind.getValue()).forEach(name -> names.add(name.getAsString())));
        } else {
            names.add(named.getAsString());
        }
        return new Principals(names, excluded);
    }

    private static List<Condition> conditions(@Nullable JsonElement read) {
        List<Condition> conditions = new ArrayList<>();
        if (read instanceof JsonObject operators) {
            operators.entrySet().forEach(operator -> {
                for (var key : operator.getValue().getAsJsonObject().entrySet()) {
                    List<String> values = new ArrayList<>();
                    list(key.getValue()).forEach(value -> values.add(value.getAsString()));
                    conditions.add(new Condition(operator.getKey(), key.getKey(), values));
                }
            });
        }
        return conditions;
    }

    private static @Nullable List<String> texts(@Nullable JsonElement read) {
        if (read == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        list(read).forEach(text -> texts.add(text.getAsString()));
        return List.copyOf(texts);
    }

    /** One thing may stand where a list of things is meant. */
    private static List<JsonElement> list(@Nullable JsonElement read) {
        return read == null ? List.of() : read instanceof JsonArray array ? array.asList() : List.of(read);
    }
}
