package io.github.registrymaven.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import io.github.registrymaven.json.JsonElements;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy in AWS's language.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 * @param allows whether it allows; otherwise it denies
 * @param principals whom it names; {@code *} is everybody
 * @param excepts whether it is for all but those ({@code NotPrincipal})
 * @param actions what it is about; empty where it is about all but some ({@code NotAction})
 * @param condition null where there is none
 */
record PolicyStatement(
        boolean allows,
        List<String> principals,
        boolean excepts,
        List<String> actions,
        @Nullable JsonObject condition) {
    /** AWS takes 10 KB for a repository's policy. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    /** Null where the text is no policy, or has something that is not understood here. */
    static @Nullable List<PolicyStatement> in(String document) {
        if (document.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            JsonElement all = JsonElements.parse(document, Strictness.STRICT) instanceof JsonObject policy
                    ? policy.get("Statement")
                    : null;
            List<PolicyStatement> statements = new ArrayList<>();
            for (JsonElement one : all instanceof JsonArray list ? list.asList() : listOf(all)) {
                PolicyStatement statement = one instanceof JsonObject object ? read(object) : null;
                if (statement == null) {
                    return null;
                }
                statements.add(statement);
            }
            return all == null ? null : statements;
        } catch (JsonParseException | IllegalStateException notJson) {
            return null;
        }
    }

    private static List<JsonElement> listOf(@Nullable JsonElement one) {
        return one == null ? List.of() : List.of(one);
    }

    private static @Nullable PolicyStatement read(JsonObject object) {
        String effect = texts(object.get("Effect")).stream().findFirst().orElse("");
        boolean excepts = object.has("NotPrincipal");
        List<String> principals = principals(object.get(excepts ? "NotPrincipal" : "Principal"));
        JsonElement condition = object.get("Condition");
        boolean understood = (effect.equals("Allow") || effect.equals("Deny"))
                && !principals.isEmpty()
                && (object.has("Action") || object.has("NotAction"))
                && (condition == null || condition instanceof JsonObject);
        return understood
                ? new PolicyStatement(
                        effect.equals("Allow"),
                        principals,
                        excepts,
                        texts(object.get("Action")),
                        condition instanceof JsonObject named && !named.isEmpty() ? named : null)
                : null;
    }

    /** {@code "*"}, or lists by kind: accounts, users and roles of AWS, services, identity providers. */
    private static List<String> principals(@Nullable JsonElement element) {
        if (!(element instanceof JsonObject byKind)) {
            return texts(element);
        }
        List<String> all = new ArrayList<>();
        byKind.asMap().values().forEach(names -> all.addAll(texts(names)));
        return all;
    }

    static List<String> texts(@Nullable JsonElement element) {
        List<String> texts = new ArrayList<>();
        for (JsonElement one : element instanceof JsonArray list ? list.asList() : listOf(element)) {
            if (one instanceof JsonPrimitive value) {
                texts.add(value.getAsString());
            }
        }
        return texts;
    }

    /** To allow it to all but some is to allow it to everybody. */
    boolean isForEverybody() {
        return excepts || principals.contains("*");
    }

    /** Whether this statement, a deny, is about everybody and everything that another allows. */
    boolean covers(PolicyStatement other) {
        return isForEverybody()
                && !other.actions.isEmpty()
                && other.actions.stream().allMatch(action -> Wildcard.matchesAny(actions, action));
    }

    /** The statement in a line. */
    String words() {
        return (allows ? "Allow " : "Deny ")
                + (actions.isEmpty() ? "all but some actions" : String.join(", ", actions))
                + (excepts ? " to all but " : " to ")
                + String.join(", ", principals)
                + (condition == null ? "" : " where " + condition);
    }
}
