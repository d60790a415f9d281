package org.spolia.jobs.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Operator;

/** The operators with names. */
final class OperatorReference {
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        put("+ - * /", "arithmetic; `-` is also a sign");
        put("pow", "x^y, also written `x^y`; a negative x needs an integer y");
        put("neg", "-x");
        put("inv", "1/x");
        put(
                "abs sqrt exp sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc",
                "the function of this name");
        put("square", "x^2");
        put("cube", "x^3");
        put("log", "natural logarithm");
        put("log2", "logarithm to base 2");
        put("log10", "logarithm to base 10");
        put("log1p", "log(1 + x)");
        put("cbrt", "cube root");
        put("li2", "real part of the dilogarithm, on the whole real line");
        put("gamma", "gamma function");
        put("lgamma", "logarithm of the magnitude of the gamma function");
        put("j0", "Bessel function of the first kind, order 0");
        put("j1", "Bessel function of the first kind, order 1");
        put("lambertw", "Lambert's W, principal branch");
        put("logistic", "1/(1 + exp(-x))");
        put("saturation", "x/(1 + x)");
        put("relu", "max(x, 0)");
        put("sign", "-1, 0 or 1");
        put("floor", "largest integer not above x");
        put("ceil", "smallest integer not below x");
        put("round", "nearest integer; from the middle to the even one");
        put("sinc", "sin(pi*x)/(pi*x)");
        put("max", "the larger operand");
        put("min", "the smaller operand");
        put("mod", "remainder, with the sign of the divisor");
        put("greater", "1 if x > y, else 0; also written `>`");
        put("greater_equal", "1 if x >= y, else 0; also written `>=`");
        put("less", "1 if x < y, else 0; also written `<`");
        put("less_equal", "1 if x <= y, else 0; also written `<=`");
        put("logical_or", "1 if x or y is positive, else 0");
        put("logical_and", "1 if x and y are positive, else 0");
        put("cond", "y if x is positive, else 0");
        put(
                "placebo1 placebo2 placebo3",
                "a smooth function that no law needs: a control for the effects of operators");
    }

    private OperatorReference() {}

    static String text() {
        StringBuilder text = new StringBuilder("\n").append(Markdown.head("operator", "operands", "value"));
        for (Operator operator : Operator.all()) {
            append(operator, MEANINGS.getOrDefault(operator.name(), "MISSING"), text);
        }
        for (Operator operator : Definitions.PROVIDED.operators()) {
            append(operator, Markdown.code(operator.definition().orElseThrow().text()), text);
        }
        return text.toString();
    }

    private static void append(Operator operator, String meaning, StringBuilder text) {
        text.append(Markdown.row(Markdown.code(operator.name()), String.valueOf(operator.arity()), meaning));
    }

    private static void put(String names, String meaning) {
        for (String name : names.split(" ", -1)) {
            MEANINGS.put(name, meaning);
        }
    }
}
