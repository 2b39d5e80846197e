package io.github.registrymaven.plugin.failed;

import io.github.registrymaven.credential.LookupOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The image that a goal's configuration has docker or podman push, as the arguments of {@code exec} and of Ant's task say it. What
 * a script does is not known.
 */
final class PushCommand {
    private static final Set<String> PROGRAMS = Set.of("docker", "podman", "nerdctl", "buildah");
    private static final Set<String> ARGUMENTS = Set.of("arg", "argument", "commandlineArgs");
    /** With one of these the program takes its login from elsewhere than is known here. */
    private static final List<String> OWN_LOGIN =
            List.of("DOCKER_CONFIG", "REGISTRY_AUTH_FILE", "DOCKER_AUTH_CONFIG", "--config", "--authfile", "--creds");

    private PushCommand() {}

    static Optional<String> image(@Nullable Xpp3Dom configuration) {
        if (configuration == null || mentionsOwnLogin(configuration)) {
            return Optional.empty();
        }
        Xpp3Dom program = configuration.getChild("executable");
        if (isPusher(program == null ? configuration.getAttribute("executable") : program.getValue())) {
            List<String> words = new ArrayList<>();
            collect(configuration, words);
            return pushed(words);
        }
        return Arrays.stream(configuration.getChildren())
                .map(PushCommand::image)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static LookupOrder order(@Nullable Xpp3Dom configuration) {
        String all = String.valueOf(configuration);
        return all.contains("podman") || all.contains("buildah") ? LookupOrder.PODMAN : LookupOrder.DOCKER;
    }

    private static boolean mentionsOwnLogin(Xpp3Dom configuration) {
        String all = configuration.toString();
        return OWN_LOGIN.stream().anyMatch(all::contains);
    }

    private static boolean isPusher(@Nullable String program) {
        if (program == null) {
            return false;
        }
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return PROGRAMS.contains(name.replaceFirst("\\.exe$", ""));
    }

    private static void collect(Xpp3Dom element, List<String> words) {
        for (Xpp3Dom child : element.getChildren()) {
            if (ARGUMENTS.contains(child.getName())) {
                add(child.getAttribute("value"), words);
                add(child.getAttribute("line"), words);
                add(child.getValue(), words);
            }
            collect(child, words);
        }
    }

    private static void add(@Nullable String text, List<String> words) {
        if (text != null && !text.isBlank()) {
            words.addAll(Arrays.asList(text.strip().split("\\s+")));
        }
    }

    /** {@code push IMAGE} and {@code image push IMAGE}, with options before the image. */
    private static Optional<String> pushed(List<String> words) {
        int push = words.indexOf("push");
        boolean isCommand = push == 0 || (push == 1 && words.get(0).equals("image"));
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return isCommand && push < words.size() - 1 && !last.startsWith("-") ? Optional.of(last) : Optional.empty();
    }
}
