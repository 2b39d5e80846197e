package io.github.registrymaven.declared;

import io.github.registrymaven.declared.arm.ArmFile;
import io.github.registrymaven.declared.arm.BicepFile;
import io.github.registrymaven.declared.cloudformation.Template;
import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.declared.given.ParameterFile;
import io.github.registrymaven.declared.given.ParameterJson;
import io.github.registrymaven.declared.given.Templates;
import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.terraform.PlanFile;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.declared.yaml.YamlTree;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Files that stand for themselves, as templates do, read one by one. Not thread-safe. */
final class Documents {
    private static final int ENOUGH_TO_TELL = 4096;

    private final List<Problem> problems;
    private final Templates templates = new Templates();
    private final List<Stack> plans = new ArrayList<>();

    Documents(List<Problem> problems) {
        this.problems = problems;
    }

    /** What comes of templates, once all files were read. */
    List<Stack> templates() {
        return templates.stacks();
    }

    /** Terraform's plans. */
    List<Stack> plans() {
        return plans;
    }

    void read(SourceFile file) {
        try {
            if (!file.named() && !file.ending().equals(".json") && SourceText.isTooLarge(file)) {
                // Data that lies among templates: none of them may be so large.
                return;
            }
            switch (file.ending()) {
                case ".json" -> json(file);
                case ".yaml", ".yml", ".template" -> template(file, SourceText.of(file));
                case ".bicep" -> bicep(file);
                case ".bicepparam" -> templates.add(BicepFile.parameters(SourceText.of(file), file));
                default -> {}
            }
        } catch (Unreadable broken) {
            problems.add(broken.problem());
        }
    }

    private void bicep(SourceFile file) throws Unreadable {
        BicepFile bicep = BicepFile.read(SourceText.of(file), file.shown());
        templates.add(file, bicep);
        problems.addAll(bicep.unread());
    }

    /** CloudFormation takes JSON whatever the file is called, and flow-style YAML begins alike. */
    private void template(SourceFile file, String text) throws Unreadable {
        if (text.stripLeading().startsWith("{") && (file.ending().equals(".template") || isJson(text))) {
            json(file, text);
        } else {
            yaml(file, text);
        }
    }

    private static boolean isJson(String text) {
        try {
            JsonTree.read(text, "", false);
            return true;
        } catch (Unreadable other) {
            return false;
        }
    }

    private void json(SourceFile file) throws Unreadable {
        if (file.name().endsWith(".tf.json")
                || file.name().endsWith(".tofu.json")
                || file.name().endsWith(".tfvars.json")) {
            return;
        }
        byte[] start = SourceText.start(file, ENOUGH_TO_TELL);
        Charset charset = SourceText.charset(start);
        if (PlanFile.isOne(new String(start, charset))) {
            // May be of any size, and is not read as a whole.
            plans.add(PlanFile.read(file, charset));
        } else if (file.named() || !SourceText.isTooLarge(file)) {
            json(file, SourceText.of(file));
        }
    }

    private void json(SourceFile file, String text) throws Unreadable {
        if (isCloudFormation(text)) {
            cloudFormation(file, JsonTree.read(text, file.shown(), false));
        } else if (ArmFile.isOne(text)) {
            templates.add(file, new ArmFile(JsonTree.read(text, file.shown(), true)));
        } else {
            Node values = ParameterJson.read(text, file.shown());
            if (values != null) {
                templates.add(new ParameterFile(file, values, null));
            } else if (file.named()) {
                throw new Unreadable(file.start(), "is JSON of no kind that is read here");
            }
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
            Template template = new Template(document);
            templates.add(file, template);
            problems.addAll(template.unread());
        } else if (file.named() && !isServerless(document)) {
            throw new Unreadable(file.start(), "is no CloudFormation template: it has no Resources");
        } else if (isServerless(document)) {
            problems.add(
                    new Problem(
                            file.start(),
                            "is of the Serverless Framework, and what it declares is not read: the template that"
                                    + " serverless package makes of it is, as .serverless/cloudformation-template-update-stack.json"));
        }
    }

    private static boolean isServerless(Node document) {
        return !document.get("service").isNothing()
                && !document.get("provider").isNothing()
                && !document.get("resources").isNothing();
    }

    private static boolean isCloudFormation(String text) {
        return text.contains("AWSTemplateFormatVersion") || (text.contains("Resources") && text.contains("AWS::"));
    }
}
