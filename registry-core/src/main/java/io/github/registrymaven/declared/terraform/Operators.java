package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Arithmetic, comparison and logic. */
final class Operators {
    private Operators() {}

    static Node of(Expression.Unary unary, Scope scope) {
        Node value = Evaluator.evaluate(unary.of(), scope);
        if (value instanceof Node.Unknown unknown) {
            return new Node.Unknown(unknown.reason(), unary.at());
        }
        if (unary.operator() == '!') {
            Boolean flag = value.flag();
            return flag == null ? invalid(unary.at()) : new Node.Flag(!flag, unary.at());
        }
        BigDecimal number = number(value);
        return number == null ? invalid(unary.at()) : new Node.Numeral(number.negate(), unary.at());
    }

    static Node of(Expression.Binary binary, Scope scope) {
        Node left = Evaluator.evaluate(binary.left(), scope);
        Node right = Evaluator.evaluate(binary.right(), scope);
        Place at = binary.at();
        return switch (binary.operator()) {
            case "&&" -> logic(left, right, false, at);
            case "||" -> logic(left, right, true, at);
            case "==" -> equality(left, right, true, at);
            case "!=" -> equality(left, right, false, at);
            default -> arithmetic(binary.operator(), left, right, at);
        };
    }

    /** {@code decisive} on either side decides, whatever is unknown on the other. */
    private static Node logic(Node left, Node right, boolean decisive, Place at) {
        Boolean one = left.flag();
        Boolean other = right.flag();
        if ((one != null && one == decisive) || (other != null && other == decisive)) {
            return new Node.Flag(decisive, at);
        }
        return one == null || other == null ? unknown(left, right, at) : new Node.Flag(!decisive, at);
    }

    private static Node equality(Node left, Node right, boolean wanted, Place at) {
        Boolean equal = new Comparison().equal(left, right);
        return equal == null ? unknown(left, right, at) : new Node.Flag(equal == wanted, at);
    }

    private static Node arithmetic(String operator, Node left, Node right, Place at) {
        BigDecimal a = number(left);
        BigDecimal b = number(right);
        if (a == null || b == null) {
            return unknown(left, right, at);
        }
        return switch (operator) {
            case "+" -> number(a.add(b, MathContext.DECIMAL128), at);
            case "-" -> number(a.subtract(b, MathContext.DECIMAL128), at);
            case "*" -> number(a.multiply(b, MathContext.DECIMAL128), at);
            case "/" -> b.signum() == 0 ? invalid(at) : number(a.divide(b, MathContext.DECIMAL128), at);
            case "%" ->
                b.signum() == 0 || Math.abs((long) a.scale()) > 100 || Math.abs((long) b.scale()) > 100
                        ? invalid(at)
                        : number(a.remainder(b), at);
            case "<" -> new Node.Flag(a.compareTo(b) < 0, at);
            case "<=" -> new Node.Flag(a.compareTo(b) <= 0, at);
            case ">" -> new Node.Flag(a.compareTo(b) > 0, at);
            case ">=" -> new Node.Flag(a.compareTo(b) >= 0, at);
            default -> invalid(at);
        };
    }

    /** A number, or a text that is one. */
    static @Nullable BigDecimal number(Node node) {
        if (node instanceof Node.Numeral number) {
            return number.value();
        }
        if (node instanceof Node.Text text && text.value().matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
            return new BigDecimal(text.value());
        }
        return null;
    }

    private static Node number(BigDecimal value, Place at) {
        // 3.0 is 3 to Terraform.
        BigDecimal plain = Math.abs((long) value.scale()) > 100 ? value : value.stripTrailingZeros();
        return new Node.Numeral(plain, at);
    }

    private static Node unknown(Node left, Node right, Place at) {
        if (left instanceof Node.Unknown unknown) {
            return new Node.Unknown(unknown.reason(), at);
        }
        return right instanceof Node.Unknown unknown ? new Node.Unknown(unknown.reason(), at) : invalid(at);
    }

    private static Node invalid(Place at) {
        return new Node.Unknown("an operator is given what it cannot take", Node.Clue.INVALID, at);
    }
}
