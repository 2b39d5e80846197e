package io.github.registrymaven.testkit.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a service that speaks XML.
 *
 * @param caller null where the call is not signed, as that for a web identity
 */
record QueryCall(@Nullable Caller caller, String operation, Map<String, String> form) {
    /** Answers a call with the inside of its result. */
    interface Answer {
        String to(QueryCall call) throws AwsFailure;
    }

    Caller signer() throws AwsFailure {
        if (caller == null) {
            throw LoginFault.MISSING.in(Service.STS);
        }
        return caller;
    }

    @Nullable
    String text(String name) {
        return form.get(name);
    }

    String required(String name) throws AwsFailure {
        String value = form.get(name);
        if (value == null) {
            throw new AwsFailure(400, "ValidationError", "The request must contain the parameter " + name);
        }
        return value;
    }

    /** {@code Name.member.1}, {@code Name.member.2} and so on. */
    List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (int index = 1; form.containsKey(name + ".member." + index); index++) {
            members.add(form.get(name + ".member." + index));
        }
        return members;
    }
}
