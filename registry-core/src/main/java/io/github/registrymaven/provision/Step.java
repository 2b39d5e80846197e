package io.github.registrymaven.provision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One change of one repository. All that is done is in it.
 *
 * @param repository its name on its registry
 * @param summary what it does, a sentence that begins with a verb: {@code creates the repository}
 * @param call the operation, as a policy names it
 * @param arguments of the operation
 * @param shown operation and arguments in one line
 * @param command the same, to be typed
 * @param consequences what will be otherwise afterwards, one sentence each
 * @param basis whether the repository's further steps need it
 */
public record Step(
        String repository,
        String summary,
        String call,
        Map<String, List<String>> arguments,
        String shown,
        String command,
        List<String> consequences,
        boolean basis) {
    public Step {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        consequences = List.copyOf(consequences);
    }
}
