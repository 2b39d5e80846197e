package io.github.registrymaven.blueprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A call of Amazon ECR's API, as a value: what is shown is what is done.
 *
 * @param operation as the API names it, such as {@code PutLifecyclePolicy}
 * @param arguments in the order in which one would write them; what has members is in the short form of the AWS CLI
 */
public record EcrCall(String region, String operation, Map<String, List<String>> arguments) {
    public EcrCall {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    static EcrCall of(EcrRepository repository, String operation) {
        return new EcrCall(
                        repository.registry().region(),
                        operation,
                        Map.of("registryId", List.of(repository.registry().account())))
                .with("repositoryName", repository.name());
    }

    EcrCall with(String name, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(arguments);
        if (values.length > 0) {
            more.put(name, List.of(values));
        }
        return new EcrCall(region, operation, more);
    }

    /** The same with the AWS CLI. */
    public String command() {
        StringBuilder command = new StringBuilder("aws ecr " + kebab(operation) + " --region " + region);
        arguments.forEach((name, values) -> {
            command.append(" --").append(kebab(name));
            values.forEach(value -> command.append(' ').append(quoted(value)));
        });
        return command.toString();
    }

    /** For people: the operation with its arguments. */
    public String shown() {
        List<String> words = new ArrayList<>(List.of("ecr:" + operation));
        arguments.forEach((name, values) -> words.add(name + "=" + String.join(" ", values)));
        return String.join(" ", words);
    }

    /** {@code repositoryName} is {@code repository-name} there. */
    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:=,@+-]+") ? value : "'" + value + "'";
    }
}
