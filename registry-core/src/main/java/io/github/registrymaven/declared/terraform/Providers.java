package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.Wording;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Whereabouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which provider's configuration, and so which account and region, the resources of a module go to.
 *
 * @param names what a module calls a configuration, and what the root module does
 */
record Providers(Map<String, String> names) {
    static final Providers OF_ROOT = new Providers(Map.of());
    private static final Map<String, String> TWINS = Map.of("google-beta", "google", "azapi", "azurerm");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):role/.+");

    /** As the root module calls it, with the region where a resource names its own. */
    String of(Block resource, Scope scope) {
        String type = resource.labels().get(0);
        String name = of(resource);
        Expression region = type.startsWith("aws_") ? resource.body().value("region") : null;
        if (region == null) {
            return name;
        }
        String text = Evaluator.evaluate(region, scope).text();
        return name + " " + (text == null ? "of " + resource.at() : text);
    }

    /** As the root module calls its configuration. */
    String of(Block resource) {
        String type = resource.labels().get(0);
        String written = written(resource.body().value("provider"));
        return translated(written == null ? type.substring(0, Math.max(0, type.indexOf('_'))) : written);
    }

    /** As the root module calls the configuration of that name. */
    String of(String name) {
        return translated(name);
    }

    /** For a module that is called with {@code providers}. */
    Providers handedOn(Body call) {
        Map<String, String> handed = new LinkedHashMap<>();
        names.forEach((name, root) -> {
            // Only configurations without an alias are inherited.
            if (!name.contains(".")) {
                handed.put(name, root);
            }
        });
        if (call.value("providers") instanceof Expression.Mapping mapping) {
            for (Expression.Entry entry : mapping.entries()) {
                String inner = written(entry.key());
                String outer = written(entry.value());
                if (inner != null && outer != null) {
                    handed.put(inner, translated(outer));
                }
            }
        }
        return new Providers(Map.copyOf(handed));
    }

    /** What the root module sets for all resources of a provider. */
    static Node setting(String provider, String name, ModuleInstance root, Node otherwise) {
        for (Block block : root.folder().blocks("provider")) {
            Expression alias = block.body().value("alias");
            String aliased = alias == null
                    ? null
                    : Evaluator.evaluate(alias, root.scope()).text();
            String own = block.labels().isEmpty() ? "" : block.labels().get(0);
            if (provider.equals(aliased == null ? own : own + "." + aliased)) {
                Node value = setting(block, name, root.scope());
                return value.isNothing() ? otherwise : value;
            }
        }
        return otherwise;
    }

    private static Node setting(Block provider, String name, Scope scope) {
        Expression value = provider.body().value(name);
        if (value != null) {
            return Evaluator.evaluate(value, scope);
        }
        // Who takes on a role works in the role's account, by the last of them.
        List<Block> roles = provider.body().blocks("assume_role").toList();
        Expression role = roles.isEmpty() || !name.equals(Whereabouts.ACCOUNTS)
                ? null
                : roles.get(roles.size() - 1).body().value("role_arn");
        String arn = role == null ? null : Evaluator.evaluate(role, scope).text();
        Matcher account = ROLE.matcher(String.valueOf(arn));
        return role != null && account.matches()
                ? new Node.Text(account.group(1), role.at())
                : new Node.Nothing(provider.at());
    }

    /** The same for both providers of one cloud, which go to the same places. */
    static String same(String provider) {
        for (Map.Entry<String, String> twin : TWINS.entrySet()) {
            if (provider.startsWith(twin.getKey())) {
                return twin.getValue() + provider.substring(twin.getKey().length());
            }
        }
        return provider;
    }

    private String translated(String name) {
        return names.getOrDefault(name, name);
    }

    private static @Nullable String written(@Nullable Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.name();
        }
        if (expression instanceof Expression.Attribute attribute && attribute.of() instanceof Expression.Name name) {
            return name.name() + "." + attribute.name();
        }
        if (expression instanceof Expression.Index index) {
            // Of OpenTofu's for_each: which one it is, nobody needs to know to tell it from the others.
            String of = written(index.of());
            return of == null ? null : of + "[" + Wording.of(index.index()) + "]";
        }
        return expression instanceof Expression.Literal literal
                ? literal.value().text()
                : null;
    }
}
