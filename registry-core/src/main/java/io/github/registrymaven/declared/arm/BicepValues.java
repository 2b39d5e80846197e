package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.Wording;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes of a file of Bicep with the values that its parameters are given. Not thread-safe. */
final class BicepValues {
    private final BicepContents contents;
    private final Inputs inputs;
    private final Formula formula = new Formula(this::named);
    private final Set<String> underWay = new HashSet<>();
    /** What a loop calls what it goes through. */
    private final Set<String> loopNames = new HashSet<>();

    BicepValues(BicepContents contents, Inputs inputs) {
        this.contents = contents;
        this.inputs = inputs;
    }

    /** Those that would be made. One whose condition does not hold is left out. */
    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        for (BicepResource one : contents.resources()) {
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
        contents.modules().stream().filter(VerifiedModule::isOne).forEach(module -> resources.addAll(made(module)));
        return resources;
    }

    private List<Resource> made(BicepModule module) {
        Expression condition = module.condition();
        Node holds = condition == null ? new Node.Flag(true, module.at()) : formula.value(condition);
        if (Boolean.FALSE.equals(holds.flag())) {
            return List.of();
        }
        Doubt doubt = condition == null ? null : Doubt.whether(holds, Wording.of(condition), condition.at());
        Node given;
        if (module.body() instanceof Expression.For loop) {
            given = each(loop);
            doubt = isMade(loop) ? doubt : Doubt.both(doubt, ofLoop(module, loop));
        } else {
            given = parameters(module.body());
        }
        Doubt all = doubt;
        return VerifiedModule.resources(module, given).stream()
                .map(made -> made.doubted(all))
                .toList();
    }

    private static Doubt ofLoop(BicepModule module, Expression.For loop) {
        return new Doubt(
                Set.of(Wording.of(loop.of())),
                "how often module " + module.symbol() + " is used is not known",
                module.at());
    }

    /** Of a resource within another, or one that names its parent: its name where it is only referred to, else what the file calls it. */
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
        return symbol == null ? null : called(symbol, one.at());
    }

    private Node called(String symbol, Place at) {
        for (BicepResource parent : contents.resources()) {
            if (parent.existing() && parent.symbol().equals(symbol)) {
                Node name = formula.value(parent.body()).get("name");
                return name.isNothing() ? new Node.Unknown("it is " + symbol, at) : name.movedTo(at);
            }
        }
        return new Node.Unknown("it is " + symbol, Node.Clue.from(symbol), at);
    }

    /** The other files that it uses. */
    List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (BicepModule module : contents.modules()) {
            Node path = new Node.Text(module.path(), module.at());
            Expression condition = module.condition();
            Boolean made =
                    condition == null ? Boolean.TRUE : formula.value(condition).flag();
            if (module.body() instanceof Expression.For loop) {
                uses.add(Use.of(path, each(loop), isMade(loop) ? made : null));
            } else {
                uses.add(Use.of(path, parameters(module.body()), made));
            }
        }
        return uses;
    }

    /** What each one is given, as far as that is the same for all. */
    private Node each(Expression.For loop) {
        loopNames.add(loop.valueName());
        if (loop.keyName() != null) {
            loopNames.add(loop.keyName());
        }
        Node given = parameters(loop.result());
        loopNames.clear();
        return given;
    }

    private Node parameters(Expression body) {
        return formula.value(body).get("params");
    }

    /** Whether it is gone through at least once. */
    private boolean isMade(Expression.For loop) {
        Node of = formula.value(loop.of());
        return loop.condition() == null
                && of instanceof Node.Items list
                && !list.items().isEmpty();
    }

    /** What a file of parameters gives. */
    Node assignments() {
        Map<String, Node> assigned = new LinkedHashMap<>();
        Place at = new Place("", 0);
        for (String name : contents.parameters()) {
            Expression value = contents.value(name);
            if (value != null) {
                assigned.put(name, formula.value(value));
                at = value.at();
            }
        }
        return new Node.Fields(assigned, at);
    }

    private Node named(String kind, String name, Place at) {
        if (loopNames.contains(name)) {
            return new Node.Unknown(name + " is another in each run of the loop", at);
        }
        Expression value = contents.value(name);
        boolean parameter = contents.parameters().contains(name);
        if (value == null && !parameter) {
            return new Node.Unknown(name + " has no value here", at);
        }
        if (!underWay.add(name)) {
            return new Node.Unknown(name + " refers to itself", at);
        }
        try {
            Node own = value == null ? null : formula.value(value);
            Node worked = own != null && !parameter ? own : inputs.value(name, own, at);
            return worked.movedTo(at);
        } finally {
            underWay.remove(name);
        }
    }
}
