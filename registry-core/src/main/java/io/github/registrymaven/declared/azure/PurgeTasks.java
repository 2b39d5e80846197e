package io.github.registrymaven.declared.azure;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.declared.yaml.YamlTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The commands of a task that purges a registry. */
final class PurgeTasks {
    static final String TERRAFORM = "azurerm_container_registry_task";
    static final String ARM = "Microsoft.ContainerRegistry/registries/tasks";

    private static final Pattern PURGE = Pattern.compile("(acr|\\S*acr-cli\\S*)\\s+purge\\s.*", Pattern.DOTALL);

    private PurgeTasks() {}

    static boolean isTask(Resource resource) {
        return resource.type().equals(TERRAFORM) || resource.type().equals(ARM);
    }

    /** Empty where the task does something else, as one that builds an image, is off, or is not run by a timer. */
    static List<Node> commands(Resource task) {
        Node state = task.get("enabled", "status");
        if (AcrSettings.isOff(state) || !isTimed(task)) {
            return List.of();
        }
        List<Node> commands = steps(task);
        // Whether it is on at all does not matter where it does something else.
        return state instanceof Node.Unknown unknown && !commands.isEmpty() ? List.of(unknown) : commands;
    }

    private static List<Node> steps(Resource task) {
        Node step = task.get("encoded_step", "step");
        Node content = step.get("task_content", "encodedTaskContent");
        Node file = task.get("file_step", "step").get("task_file_path", "taskFilePath");
        if (content.isNothing() && !file.isNothing()) {
            return List.of(new Node.Unknown("what the task does is in a file of its own", file.at()));
        }
        if (content.isNothing()) {
            return List.of();
        }
        String text = content.text();
        return text == null ? List.of(unknown(content)) : commands(text, content);
    }

    private static boolean isTimed(Resource task) {
        Node timers = task.get("timer_trigger").isNothing()
                ? task.get("trigger").get("timerTriggers")
                : task.get("timer_trigger");
        return timers.items().stream().anyMatch(timer -> !AcrSettings.isOff(timer.get("enabled", "status")));
    }

    private static List<Node> commands(String content, Node where) {
        List<Node> commands = new ArrayList<>();
        try {
            Node steps = YamlTree.read(decoded(content), where.at().file()).get("steps");
            for (Node step : steps.items()) {
                String command = step.get("cmd").text();
                if (command != null && PURGE.matcher(command.strip()).matches()) {
                    commands.add(new Node.Text(command.strip().replaceAll("\\s+", " "), where.at()));
                }
            }
        } catch (Unreadable noTask) {
            return List.of(unknown(where));
        }
        return commands;
    }

    private static Node unknown(Node content) {
        String reason =
                content instanceof Node.Unknown unknown ? unknown.reason() : "the task's content is not understood";
        return new Node.Unknown(reason, content.at());
    }

    /** Terraform takes it encoded and as it is. */
    private static String decoded(String content) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64(content)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return content;
        }
    }

    private static String base64(String content) {
        if (!content.strip().matches("[A-Za-z0-9+/=\\s]+") || content.contains(":")) {
            throw new IllegalArgumentException("plain text");
        }
        return content.strip();
    }
}
