package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Attachment;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.Setting;
import org.jspecify.annotations.Nullable;

/** What deletes images: in CloudFormation part of the repository, in Terraform a resource beside it. */
final class EcrLifecycle {
    private EcrLifecycle() {}

    static Setting<Lifecycle> of(Resource repository, @Nullable String name, Surroundings around) {
        Node own = repository.get("LifecyclePolicy");
        if (own instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        if (!own.isNothing()) {
            return document(own.get("LifecyclePolicyText"));
        }
        Attachment policies = Attachment.to(repository, name, around, "aws_ecr_lifecycle_policy", "repository");
        if (!policies.certain().isEmpty()) {
            return document(policies.certain().get(0).get("policy"));
        }
        if (!policies.possible().isEmpty()) {
            return possible(policies.possible().get(0));
        }
        return new Setting.Seen<>(new Lifecycle.Absent(), repository.at().toString());
    }

    /** The policy as it is written: as text, or as the object that the text would hold. */
    static Setting<Lifecycle> document(Node policy) {
        if (policy.isNothing()) {
            return new Setting.Seen<>(new Lifecycle.Absent(), policy.at().toString());
        }
        Node text = policy instanceof Node.Fields ? JsonText.of(policy) : policy;
        if (text instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        String document = text.text();
        return document == null
                ? new Setting.Unseen<>("the policy is no text (" + policy.at() + ")")
                : new Setting.Seen<>(
                        new Lifecycle.Policy(document, false), policy.at().toString());
    }

    static <T> Setting<T> possible(Resource other) {
        return new Setting.Unseen<>(
                other.address() + " may or may not set it for this repository (" + other.at() + ")");
    }
}
