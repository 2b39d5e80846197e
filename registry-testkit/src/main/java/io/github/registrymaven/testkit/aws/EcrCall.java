package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks Amazon ECR. */
record EcrCall(Caller caller, String operation, JsonObject body) {
    /** Answers a call. */
    interface Answer {
        JsonObject to(EcrCall call) throws AwsFailure;
    }

    String action() {
        return "ecr:" + operation;
    }

    @Nullable
    String text(String name) {
        return body.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
    }

    String required(String name) throws AwsFailure {
        String value = text(name);
        if (value == null) {
            throw AwsFailure.invalidParameter(name, "Member must not be null");
        }
        return value;
    }

    List<JsonElement> list(String name) {
        return body.get(name) instanceof JsonArray array ? array.asList() : List.of();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(element -> texts.add(element.getAsString()));
        return texts;
    }

    JsonObject object(String name) {
        return body.get(name) instanceof JsonObject object ? object : new JsonObject();
    }

    /** The registry that is asked: the caller's own, where none is named. */
    String registryId() {
        String named = text("registryId");
        return named == null ? caller.account() : named;
    }
}
