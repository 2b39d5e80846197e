package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.given.GivenOrDefault;
import io.github.registrymaven.declared.given.ReadVersions;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Google's own module for Artifact Registry, {@code GoogleCloudPlatform/artifact-registry/google}. Its inputs are called like
 * the arguments of the resource that it makes, but that its policies are a map by their ids, and its members one by what they
 * may do.
 *
 * @see <a href="https://github.com/GoogleCloudPlatform/terraform-google-artifact-registry">The module</a>
 */
final class GoogleModule {
    private static final ReadVersions READ = new ReadVersions(1, 8);
    private static final String REPOSITORY = "google_artifact_registry_repository";
    private static final Map<String, String> ROLES =
            Map.of("readers", "roles/artifactregistry.reader", "writers", "roles/artifactregistry.writer");

    private final CalledModule call;
    private final GivenOrDefault module;
    private final Place at;

    private GoogleModule(CalledModule call) {
        this.call = call;
        this.module = call.given();
        this.at = call.at();
    }

    /** The repository goes by the name of the call, so that what is given an output of that is known to be about it. */
    static List<Resource> resources(CalledModule call) {
        GoogleModule module = new GoogleModule(call);
        List<Resource> made = new ArrayList<>();
        made.add(module.repository());
        made.addAll(module.members());
        return made;
    }

    private Resource repository() {
        Node none = new Node.Nothing(at);
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("repository_id", module.given("repository_id"));
        fields.put("location", module.given("location"));
        fields.put("project", module.given("project_id"));
        fields.put("format", module.given("format"));
        fields.put("mode", module.value("mode", none, READ));
        fields.put("docker_config", module.value("docker_config", none, READ));
        fields.put("kms_key_name", module.value("kms_key_name", none, READ));
        fields.put("cleanup_policies", policies(module.value("cleanup_policies", none, READ)));
        fields.put("cleanup_policy_dry_run", module.value("cleanup_policy_dry_run", none, READ));
        // Later versions have an input for it.
        fields.put("vulnerability_scanning_config", module.value("vulnerability_scanning_config", none, READ));
        return call.resource(REPOSITORY, call.address(), fields);
    }

    /** As blocks, each with its id in it. */
    private static Node policies(Node given) {
        if (!(given instanceof Node.Fields byId)) {
            return given;
        }
        Node.Unknown others = byId.fields().get(Node.Fields.OTHERS) instanceof Node.Unknown unknown ? unknown : null;
        if (others != null) {
            return others;
        }
        List<Node> blocks = new ArrayList<>();
        byId.fields().forEach((id, policy) -> {
            if (policy instanceof Node.Fields known) {
                Map<String, Node> fields = new LinkedHashMap<>(known.fields());
                fields.put("id", new Node.Text(id, policy.at()));
                blocks.add(new Node.Fields(fields, policy.at()));
            } else {
                blocks.add(policy);
            }
        });
        return new Node.Items(blocks, byId.at());
    }

    private List<Resource> members() {
        Node given = module.given("members");
        List<Resource> made = new ArrayList<>();
        ROLES.forEach((name, role) -> {
            for (Node member : given.get(name).items()) {
                Map<String, Node> fields = new LinkedHashMap<>();
                fields.put("repository", module.made(call.address()));
                fields.put("role", new Node.Text(role, at));
                fields.put("member", member);
                made.add(new Resource(
                        REPOSITORY + "_iam_member",
                        call.address() + "." + REPOSITORY + "_iam_member." + name,
                        call.provider(),
                        new Node.Fields(fields, at),
                        given.at()));
            }
        });
        return made;
    }
}
