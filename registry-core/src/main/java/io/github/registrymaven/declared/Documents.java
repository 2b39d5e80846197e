package io.github.registrymaven.declared;

import io.github.registrymaven.declared.cloudformation.Template;
import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.declared.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;

/** Files that stand for themselves, as templates do, read one by one. Not thread-safe. */
final class Documents {
    private final List<Problem> problems;
    private final List<Stack> stacks = new ArrayList<>();

    Documents(List<Problem> problems) {
        this.problems = problems;
    }

    List<Stack> stacks() {
        return stacks;
    }

    void read(SourceFile file) {
        try {
            switch (file.ending()) {
                case ".json" -> json(file, SourceText.of(file));
                case ".yaml", ".yml" -> yaml(file, SourceText.of(file));
                case ".template" -> template(file, SourceText.of(file));
                default -> {}
            }
        } catch (Unreadable broken) {
            problems.add(broken.problem());
        }
    }

    private void template(SourceFile file, String text) throws Unreadable {
        if (text.stripLeading().startsWith("{")) {
            json(file, text);
        } else {
            yaml(file, text);
        }
    }

    private void json(SourceFile file, String text) throws Unreadable {
        if (file.name().endsWith(".tf.json") || file.name().endsWith(".tfvars.json")) {
            return;
        }
        if (isCloudFormation(text)) {
            cloudFormation(file, JsonTree.read(text, file.shown(), false));
        } else if (file.named()) {
            throw new Unreadable(file.start(), "is JSON of no kind that is read here");
        }
    }

    private void yaml(SourceFile file, String text) throws Unreadable {
        // Whatever else is YAML, charts full of {{ }} for one, need not even be YAML.
        if (isCloudFormation(text)) {
            cloudFormation(file, YamlTree.read(text, file.shown()));
        } else if (file.named()) {
            throw new Unreadable(file.start(), "is no CloudFormation template");
        }
    }

    private void cloudFormation(SourceFile file, Node document) throws Unreadable {
        if (Template.isOne(document)) {
            stacks.add(Template.read(document));
        } else if (file.named()) {
            throw new Unreadable(file.start(), "is no CloudFormation template: it has no Resources");
        }
    }

    private static boolean isCloudFormation(String text) {
        return text.contains("AWSTemplateFormatVersion") || (text.contains("Resources") && text.contains("AWS::"));
    }
}
