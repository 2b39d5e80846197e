package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.TemplatePart;
import io.github.registrymaven.declared.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in a text. */
final class TemplateText {
    /** Texts that are filled in with texts that are filled in can grow beyond all bounds. */
    private static final int LONGEST = 1_000_000;

    private final StringBuilder text = new StringBuilder();
    private Node.@Nullable Unknown missing;

    private TemplateText() {}

    static Node of(Expression.Template template, Scope scope) {
        List<TemplatePart> parts = template.parts();
        if (parts.size() == 1 && parts.get(0) instanceof TemplatePart.Filled only) {
            // "${x}" is x itself, whatever it is.
            return Evaluator.evaluate(only.value(), scope);
        }
        TemplateText result = new TemplateText();
        result.add(parts, scope);
        Node.Unknown missing = result.missing;
        return missing == null
                ? new Node.Text(result.text.toString(), template.at())
                : new Node.Unknown(missing.reason(), Node.Clue.literal(result.text.toString()), template.at());
    }

    private void add(List<TemplatePart> parts, Scope scope) {
        for (TemplatePart part : parts) {
            if (text.length() > LONGEST) {
                miss(new Node.Unknown(
                        "it is longer than " + LONGEST + " characters",
                        scope.module().at()));
                return;
            }
            if (part instanceof TemplatePart.Fixed fixed) {
                text.append(fixed.text());
            } else if (part instanceof TemplatePart.Filled filled) {
                fill(Evaluator.evaluate(filled.value(), scope));
            } else if (part instanceof TemplatePart.Choice choice) {
                Node condition = Evaluator.evaluate(choice.condition(), scope);
                Boolean holds = condition.flag();
                if (holds == null) {
                    fill(condition);
                } else {
                    add(holds ? choice.yes() : choice.no(), scope);
                }
            } else if (part instanceof TemplatePart.Loop loop) {
                repeat(loop, scope);
            }
        }
    }

    private void repeat(TemplatePart.Loop loop, Scope scope) {
        Node of = Evaluator.evaluate(loop.of(), scope);
        List<Loop.Turn> turns = Loop.turns(of);
        if (turns == null) {
            fill(of);
            return;
        }
        for (Loop.Turn turn : turns) {
            Scope inner = scope.with(loop.valueName(), turn.value());
            add(loop.body(), loop.keyName() == null ? inner : inner.with(loop.keyName(), turn.key()));
        }
    }

    private void fill(Node value) {
        String filled = value.text();
        if (filled == null) {
            miss(
                    value instanceof Node.Unknown unknown
                            ? unknown
                            : new Node.Unknown("what is filled in is no text", Node.Clue.INVALID, value.at()));
            // Of a text within the text, what is known counts.
            String known =
                    value instanceof Node.Unknown unknown ? unknown.clue().literal() : "";
            text.append(known.isEmpty() ? Node.Clue.GAP : known);
        } else {
            text.append(filled);
        }
    }

    private void miss(Node.Unknown what) {
        missing = missing == null ? what : missing;
    }
}
