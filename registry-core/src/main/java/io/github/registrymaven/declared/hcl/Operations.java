package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads operands with operators between them, by how strongly those bind; the signs before an operand, too. */
public final class Operations {
    private final Cursor cursor;
    private final Operands operands;
    private final Map<String, Integer> strengths = new HashMap<>();
    private final List<String> operators;
    /** What operators begin with: most terms have none behind them. */
    private final String beginnings;

    /** What stands between operators. */
    public interface Operands {
        Expression read() throws Unreadable;

        /** Passes what may stand behind an operator: in some languages the line may end there. */
        default void passBehindOperator() throws Unreadable {}
    }

    /** @param weakestFirst the operators of two operands; those of one list bind alike */
    public Operations(Cursor cursor, List<List<String>> weakestFirst, Operands operands) {
        this.cursor = cursor;
        this.operands = operands;
        for (int strength = 0; strength < weakestFirst.size(); strength++) {
            for (String operator : weakestFirst.get(strength)) {
                strengths.put(operator, strength);
            }
        }
        this.operators = List.copyOf(strengths.keySet());
        StringBuilder first = new StringBuilder();
        for (String operator : operators) {
            first.append(operator.charAt(0));
        }
        this.beginnings = first.toString();
    }

    public Expression read() throws Unreadable {
        return read(0);
    }

    private Expression read(int weakest) throws Unreadable {
        Expression left = signed();
        while (true) {
            cursor.skipBlanks();
            String operator = upcoming();
            int strength = operator == null ? -1 : strengths.getOrDefault(operator, -1);
            if (operator == null || strength < weakest) {
                return left;
            }
            Place at = cursor.here();
            cursor.take(operator);
            operands.passBehindOperator();
            cursor.enter();
            Expression right = read(strength + 1);
            cursor.leave();
            left = new Expression.Binary(operator, left, right, at);
        }
    }

    private @Nullable String upcoming() {
        if (beginnings.indexOf(cursor.peek()) < 0) {
            return null;
        }
        String longest = null;
        for (String operator : operators) {
            // <= is not to be taken for <
            if (cursor.startsWith(operator) && (longest == null || operator.length() > longest.length())) {
                longest = operator;
            }
        }
        return longest;
    }

    private Expression signed() throws Unreadable {
        cursor.skipBlanks();
        Place at = cursor.here();
        char sign = cursor.peek();
        if (sign != '!' && sign != '-') {
            return operands.read();
        }
        cursor.enter();
        cursor.next();
        Expression of = signed();
        cursor.leave();
        return new Expression.Unary(sign, of, at);
    }
}
