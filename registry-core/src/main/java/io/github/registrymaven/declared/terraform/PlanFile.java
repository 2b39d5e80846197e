package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.declared.tree.Whereabouts;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan, as {@code terraform show -json} prints it: values as Terraform worked them out. Read as a stream, and nothing of it
 * is kept but resources of registries, so that a plan of any size takes little memory.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON Output Format</a>
 */
public final class PlanFile {
    private static final int MOST_RESOURCES = 20_000;
    private static final Set<String> RESOURCE = Set.of("address", "type", "mode", "values");
    private static final Set<String> CHANGE = Set.of("address", "type");

    private final JsonTree in;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Node> unknown = new HashMap<>();
    private final PlanConfiguration configuration;
    private boolean isPlan;
    private boolean isPartial;

    private PlanFile(JsonTree in) {
        this.in = in;
        this.configuration = new PlanConfiguration(in);
    }

    /** A resource as it will be, but for what is not known yet. */
    private record Planned(String address, String type, Node values, Place at) {}

    /** Whether a file that begins so is a plan, or a state, which looks alike. */
    public static boolean isOne(String start) {
        return start.contains("\"format_version\"") && start.contains("\"terraform_version\"");
    }

    public static Stack read(SourceFile file, Charset charset) throws Unreadable {
        try (Reader text = Files.newBufferedReader(file.path(), charset);
                JsonTree in = new JsonTree(text, file.shown(), false)) {
            PlanFile plan = new PlanFile(in);
            in.eachField(plan::section);
            in.end();
            if (!plan.isPlan) {
                throw new Unreadable(file.start(), "is Terraform's, but no plan: it has no planned_values");
            }
            return new Stack(file.shown(), plan.resources(file.start()));
        } catch (IOException unreadable) {
            throw new Unreadable(file.start(), "cannot be read");
        }
    }

    private boolean section(String name) throws Unreadable {
        switch (name) {
            case "format_version" -> {
                String version = String.valueOf(in.value().text());
                if (!version.startsWith("1.") && !version.startsWith("0.")) {
                    throw new Unreadable(in.here(), "expected a plan of format 1, but found " + version);
                }
            }
            case "planned_values" -> {
                isPlan = true;
                in.eachField(this::module);
            }
            // Of a plan of some targets, of one that failed, and of one that puts resources off.
            case "complete" -> isPartial |= Boolean.FALSE.equals(in.value().flag());
            case "errored" -> isPartial |= Boolean.TRUE.equals(in.value().flag());
            case "resource_changes" -> in.eachItem(this::change);
            case "configuration" -> in.eachField(configuration::section);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean module(String name) throws Unreadable {
        switch (name) {
            case "root_module" -> in.eachField(this::module);
            case "child_modules" -> in.eachItem(() -> in.eachField(this::module));
            case "resources" -> in.eachItem(this::resource);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void resource() throws Unreadable {
        Place at = in.here();
        Map<String, Node> fields = new HashMap<>();
        in.eachField(name -> {
            Node type = fields.get("type");
            boolean wanted = type == null || ResourceTypes.areOurs(String.valueOf(type.text()));
            return wanted && RESOURCE.contains(name) && keeps(fields, name);
        });
        String address = text(fields, "address");
        String type = text(fields, "type");
        Node values = fields.get("values");
        if (address != null && type != null && values != null && "managed".equals(text(fields, "mode"))) {
            if (planned.size() >= MOST_RESOURCES) {
                throw new Unreadable(at, "plans more than " + MOST_RESOURCES + " resources of registries");
            }
            planned.add(new Planned(address, type, values, at));
        }
    }

    private void change() throws Unreadable {
        Map<String, Node> fields = new HashMap<>();
        in.eachField(name -> {
            Node type = fields.get("type");
            boolean wanted = type == null || ResourceTypes.areOurs(String.valueOf(type.text()));
            if (wanted && name.equals("change")) {
                in.eachField(part -> part.equals("after_unknown") && keeps(fields, part));
                return true;
            }
            return wanted && CHANGE.contains(name) && keeps(fields, name);
        });
        String address = text(fields, "address");
        Node after = fields.get("after_unknown");
        if (address != null && after != null) {
            unknown.put(address, after);
        }
    }

    private boolean keeps(Map<String, Node> fields, String name) throws Unreadable {
        fields.put(name, in.value());
        return true;
    }

    private static @Nullable String text(Map<String, Node> fields, String name) {
        Node field = fields.get(name);
        return field == null ? null : field.text();
    }

    private List<Resource> resources(Place start) {
        List<Resource> resources = new ArrayList<>();
        if (isPartial) {
            resources.add(Stack.broken("what the plan leaves out", start));
        }
        for (Planned one : planned) {
            Node after = unknown.getOrDefault(one.address(), new Node.Nothing(one.at()));
            Map<String, Node> fields = new LinkedHashMap<>();
            if (one.values() instanceof Node.Fields values) {
                fields.putAll(values.fields());
            }
            if (after instanceof Node.Fields missing) {
                missing.fields().forEach((name, mark) -> fields.put(name, marked(one, name, fields.get(name), mark)));
            }
            Node region = fields.get("region");
            String provider = Providers.same(configuration.provider(one.address()));
            if (one.type().startsWith("aws_")) {
                for (String setting : List.of("region", Whereabouts.ACCOUNTS)) {
                    if (fields.getOrDefault(setting, new Node.Nothing(one.at())).isNothing()) {
                        fields.put(setting, configuration.place(provider, setting));
                    }
                }
            }
            resources.add(Azapi.translated(new Resource(
                    one.type(),
                    one.address(),
                    region == null || region.text() == null ? provider : provider + " " + region.text(),
                    new Node.Fields(fields, one.at()),
                    one.at())));
        }
        return resources;
    }

    /** The value with what is marked in it as unknown. */
    private Node marked(Planned one, String attribute, @Nullable Node value, Node mark) {
        if (Boolean.TRUE.equals(mark.flag())) {
            String resource = configuration.reference(one.address(), attribute);
            return new Node.Unknown(
                    attribute + " is known only once the plan is applied",
                    resource == null ? Node.Clue.NONE : Node.Clue.from(resource),
                    one.at());
        }
        if (mark instanceof Node.Fields marks && value instanceof Node.Fields fields) {
            Map<String, Node> all = new LinkedHashMap<>(fields.fields());
            marks.fields().forEach((name, inner) -> all.put(name, marked(one, name, all.get(name), inner)));
            return new Node.Fields(all, fields.at());
        }
        if (mark instanceof Node.Items marks && value instanceof Node.Items items) {
            List<Node> all = new ArrayList<>(items.items());
            for (int i = 0; i < Math.min(all.size(), marks.items().size()); i++) {
                all.set(i, marked(one, attribute, all.get(i), marks.items().get(i)));
            }
            return new Node.Items(all, items.at());
        }
        return value == null ? new Node.Nothing(one.at()) : value;
    }
}
