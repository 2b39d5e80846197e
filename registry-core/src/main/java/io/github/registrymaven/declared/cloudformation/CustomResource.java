package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a function of the account makes, or sets on what the template makes: what it does is not in the template. */
final class CustomResource {
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Za-z0-9]+)");
    private static final int DEPTH = 50;

    private final List<Node> references = new ArrayList<>();
    private boolean aboutPolicies;

    private CustomResource() {}

    static boolean isOne(String type) {
        return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
    }

    /** It may give a policy to the resources it is given; null where it has nothing to do with policies. */
    static @Nullable Resource read(String id, String type, @Nullable Doubt doubt, Node declared) {
        CustomResource custom = new CustomResource();
        custom.note(id);
        custom.note(type);
        custom.visit(declared.get("Properties"), DEPTH);
        Node.Fields given =
                new Node.Fields(Map.of("given", new Node.Items(custom.references, declared.at())), declared.at());
        return custom.aboutPolicies ? new Resource(Stack.MODELLED, id, "", doubt, given, declared.at()) : null;
    }

    private void note(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        aboutPolicies |= lower.contains("lifecycle") || lower.contains("policy");
    }

    private void visit(Node node, int depth) {
        if (depth == 0) {
            return;
        }
        if (node instanceof Node.Fields object) {
            object.fields().forEach((name, value) -> {
                note(name);
                if (name.equals("Ref") || name.equals("!Ref") || name.endsWith("GetAtt")) {
                    refer(value);
                }
                visit(value, depth - 1);
            });
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> visit(item, depth - 1));
        } else if (node instanceof Node.Text text) {
            note(text.value());
            Matcher names = SUBSTITUTED.matcher(text.value());
            while (names.find()) {
                refer(new Node.Text(names.group(1), text.at()));
            }
        }
    }

    private void refer(Node name) {
        String text = name.items().isEmpty() ? null : name.items().get(0).text();
        if (text != null) {
            String id = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
            references.add(
                    new Node.Unknown(id + " is known only once the stack is made", Node.Clue.from(id), name.at()));
        }
    }
}
