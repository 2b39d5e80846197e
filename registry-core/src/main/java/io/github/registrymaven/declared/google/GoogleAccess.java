package io.github.registrymaven.declared.google;

import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Attachment;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is bound to a role on a repository, by single members, by bindings, or by its whole policy. */
final class GoogleAccess {
    private final Resource repository;
    private final @Nullable String name;
    private final Surroundings around;
    private final List<String> openings = new ArrayList<>();
    private Reach reach = Reach.NAMED_PRINCIPALS;
    private String at;
    private @Nullable String doubt;

    GoogleAccess(Resource repository, @Nullable String name, Surroundings around) {
        this.repository = repository;
        this.name = name;
        this.around = around;
        this.at = repository.at().toString();
    }

    Setting<Exposure> exposure() {
        attached("_iam_member").forEach(one -> members(one.get("role"), one.get("member"), one));
        attached("_iam_binding").forEach(one -> members(one.get("role"), one.get("members"), one));
        attached("_iam_policy").forEach(this::policy);
        return reach == Reach.NAMED_PRINCIPALS && doubt != null
                ? new Setting.Unseen<>(doubt)
                : new Setting.Seen<>(new Exposure(reach, openings), at);
    }

    private List<Resource> attached(String kind) {
        Attachment found = Attachment.to(
                repository, name, around, GoogleResources.REPOSITORY + kind, "repository", GoogleAccess::lastPart);
        found.possible().stream()
                .filter(GoogleAccess::mayOpen)
                .findFirst()
                .ifPresent(other ->
                        doubt = other.address() + " may or may not be about this repository (" + other.at() + ")");
        return found.certain().stream().filter(this::isInItsLocation).toList();
    }

    /** Names are unique in a location only. */
    private boolean isInItsLocation(Resource other) {
        String theirs = other.get("location").text();
        String ours = repository.get("location").text();
        return theirs == null || ours == null || theirs.equals(ours);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whose members are all named opens nothing, whichever repository it is about. */
    private static boolean mayOpen(Resource other) {
        Node members = other.get("member", "members");
        return members.items().isEmpty() || members.items().stream().anyMatch(GoogleAccess::mayBeEverybody);
    }

    private static boolean mayBeEverybody(Node member) {
        String text = member instanceof Node.Unknown unknown ? unknown.clue().literal() : member.text();
        return member.resource() == null && (text == null || isOpen(text));
    }

    private void members(Node role, Node members, Resource where) {
        for (Node member : members.items()) {
            String text = member.text();
            if (text == null) {
                boolean known = member instanceof Node.Unknown unknown
                        && !isOpen(unknown.clue().literal());
                doubt = known || member.resource() != null ? doubt : "a member is not known (" + member.at() + ")";
            } else if (text.equals("allUsers")) {
                open(Reach.ANONYMOUS, text, role, where);
            } else if (text.equals("allAuthenticatedUsers")) {
                open(Reach.ANY_ACCOUNT, text, role, where);
            }
        }
    }

    /** Whether what is known of a member leaves it open who it is. */
    private static boolean isOpen(String literal) {
        return !literal.contains(":");
    }

    private void open(Reach how, String member, Node role, Resource where) {
        String what = role.text();
        openings.add(member + " has " + (what == null ? "a role" : what));
        if (how.compareTo(reach) > 0) {
            reach = how;
            at = where.at().toString();
        }
    }

    private void policy(Resource one) {
        Node data = one.get("policy_data");
        Node document = data instanceof Node.Unknown unknown && unknown.clue().tree() != null
                ? unknown.clue().tree()
                : data;
        String text = data.text();
        try {
            document = text == null ? document : JsonTree.read(text, data.at().file(), false);
        } catch (Unreadable noJson) {
            document = new Node.Unknown("the policy is not JSON", data.at());
        }
        if (document instanceof Node.Unknown unknown) {
            doubt = unknown.reason() + " (" + unknown.at() + ")";
            return;
        }
        for (Node binding : document.get("bindings").items()) {
            members(binding.get("role"), binding.get("members"), one);
        }
    }
}
