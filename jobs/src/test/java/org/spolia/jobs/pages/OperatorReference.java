package org.spolia.jobs.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Operator;

/** The operators that are known by name. */
final class OperatorReference {
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        say("+ - * /", "arithmetic; `-` is also a sign");
        say("pow", "x^y, also written `x^y`; a negative x needs an integer y");
        say("neg", "-x");
        say("inv", "1/x");
        say(
                "abs sqrt exp sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc",
                "the function of this name");
        say("square", "x^2");
        say("cube", "x^3");
        say("log", "natural logarithm");
        say("log2", "logarithm to base 2");
        say("log10", "logarithm to base 10");
        say("log1p", "log(1 + x)");
        say("cbrt", "cube root");
        say("li2", "real part of the dilogarithm, on the whole real line");
        say("gamma", "gamma function");
        say("lgamma", "logarithm of the magnitude of the gamma function");
        say("j0", "Bessel function of the first kind, order 0");
        say("j1", "Bessel function of the first kind, order 1");
        say("lambertw", "Lambert's W, principal branch");
        say("logistic", "1/(1 + exp(-x))");
        say("saturation", "x/(1 + x)");
        say("relu", "max(x, 0)");
        say("sign", "-1, 0 or 1");
        say("floor", "largest integer not above x");
        say("ceil", "smallest integer not below x");
        say("round", "nearest integer; from the middle to the even one");
        say("sinc", "sin(pi*x)/(pi*x)");
        say("max", "the larger operand");
        say("min", "the smaller operand");
        say("mod", "remainder, with the sign of the divisor");
        say("greater", "1 if x > y, else 0; also written `>`");
        say("greater_equal", "1 if x >= y, else 0; also written `>=`");
        say("less", "1 if x < y, else 0; also written `<`");
        say("less_equal", "1 if x <= y, else 0; also written `<=`");
        say("logical_or", "1 if x or y is positive, else 0");
        say("logical_and", "1 if x and y are positive, else 0");
        say("cond", "y if x is positive, else 0");
        say(
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

    private static void say(String names, String meaning) {
        for (String name : names.split(" ", -1)) {
            MEANINGS.put(name, meaning);
        }
    }
}
