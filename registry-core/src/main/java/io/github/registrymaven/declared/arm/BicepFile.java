package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Cursor;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.Wording;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of Bicep. */
public final class BicepFile {
    private final Map<String, Expression> values;
    private final List<BicepResource> declared;
    private final Formula formula = new Formula(this::named);
    private final Set<String> underWay = new HashSet<>();

    private BicepFile(Map<String, Expression> values, List<BicepResource> declared) {
        this.values = values;
        this.declared = declared;
    }

    /** The resources that would be made of it. One whose condition does not hold is left out. */
    public static Stack read(String text, String file) throws Unreadable {
        Map<String, Expression> values = new HashMap<>();
        BicepReader reader = new BicepReader(new Cursor(text, file, 1), values);
        return new Stack(file, new BicepFile(values, reader.read()).resources());
    }

    private List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        for (BicepResource one : declared) {
            String type = AzureResource.type(one.type());
            Expression condition = one.condition();
            Node holds = condition == null ? new Node.Flag(true, one.at()) : formula.value(condition);
            if (type != null && !one.existing() && !Boolean.FALSE.equals(holds.flag())) {
                Node body = formula.value(one.body());
                resources.add(AzureResource.of(type, one.symbol(), body, parent(one), one.at())
                        .doubted(
                                condition == null
                                        ? null
                                        : Doubt.whether(holds, Wording.of(condition), condition.at())));
            }
        }
        return resources;
    }

    /** Of a resource within another, or one that names its parent, what that is called in this file. */
    private @Nullable Node parent(BicepResource one) {
        String symbol = one.parent();
        if (symbol == null && one.body() instanceof Expression.Mapping body) {
            for (Expression.Entry entry : body.entries()) {
                if (entry.key() instanceof Expression.Name key
                        && key.name().equals("parent")
                        && entry.value() instanceof Expression.Name parent) {
                    symbol = parent.name();
                }
            }
        }
        return symbol == null ? null : new Node.Unknown("it is " + symbol, Node.Clue.from(symbol), one.at());
    }

    private Node named(String kind, String name, Place at) {
        Expression value = values.get(name);
        if (value == null) {
            return new Node.Unknown(name + " has no value here", at);
        }
        if (!underWay.add(name)) {
            return new Node.Unknown(name + " refers to itself", at);
        }
        try {
            return formula.value(value).movedTo(at);
        } finally {
            underWay.remove(name);
        }
    }
}
