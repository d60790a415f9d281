package org.spolia.symbolic.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;

/**
 * Expressions as source text of a Java class with one method, {@code predict}. Functions that {@code java.lang.Math}
 * lacks are called in {@code org.spolia.symbolic.special}, so the jar must then be on the class path.
 */
public final class JavaSource extends Infix {
    private static final Set<String> RESERVED = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long native new"
                            + " null package private protected public return short static strictfp super switch synchronized this"
                            + " throw throws transient true try void volatile while Math org")
                    .split(" "));

    private final List<String> names;

    private JavaSource(List<String> names) {
        this.names = names;
    }

    /**
     * Returns a class whose method takes the variables that occur, in their order, and returns NaN outside the domain
     * of an operator.
     *
     * @param variables the names of the variables; names that are not Java identifiers get underscores
     * @param className a Java identifier
     */
    public static String of(Expression expression, List<String> variables, String className) {
        List<String> names = identifiers(variables);
        Set<Integer> used = new TreeSet<>();
        for (int node = 0; node < expression.size(); node++) {
            if (expression.opcode(node) == Opcode.VARIABLE) {
                used.add(expression.argument(node));
            }
        }
        String arguments =
                used.stream().map(index -> "double " + names.get(index)).collect(Collectors.joining(", "));
        return """
                /** A formula that Spolia found; NaN outside its domain. */
                public final class %s {
                    private %s() {}

                    public static double predict(%s) {
                        return %s;
                    }
                }
                """.formatted(className, className, arguments, new JavaSource(names).write(expression));
    }

    private static List<String> identifiers(List<String> variables) {
        Set<String> names = new LinkedHashSet<>();
        for (String variable : variables) {
            StringBuilder name = new StringBuilder();
            variable.codePoints().forEach(c -> name.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_'));
            if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
                name.insert(0, '_');
            }
            while (RESERVED.contains(name.toString()) || !names.add(name.toString())) {
                name.append('_');
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Code variable(int index) {
        return Code.atom(names.get(index));
    }

    @Override
    String literal(String digits) {
        return digits.contains(".") || digits.contains("e") ? digits : digits + ".0";
    }

    @Override
    Code quotient(Code x, Code y) {
        return new Code(x.atLeast(Code.PRODUCT) + " / " + y.second(Code.ATOM), Code.PRODUCT);
    }

    @Override
    Code power(Code x, Code y) {
        return Code.atom("Math.pow(" + x.text() + ", " + y.text() + ")");
    }

    @Override
    Code choice(int opcode, Code x, Code y) {
        String special = "org.spolia.symbolic.special.Comparisons.";
        return switch (opcode) {
            case Opcode.MAX -> call("Math.max", x, y);
            case Opcode.MIN -> call("Math.min", x, y);
            case Opcode.MOD -> call(special + "mod", x, y);
            case Opcode.GREATER -> call(special + "greater", x, y);
            case Opcode.GREATER_EQUAL -> call(special + "greaterOrEqual", x, y);
            case Opcode.LESS -> call(special + "greater", y, x);
            case Opcode.LESS_EQUAL -> call(special + "greaterOrEqual", y, x);
            case Opcode.LOGICAL_OR -> call(special + "or", x, y);
            case Opcode.LOGICAL_AND -> call(special + "and", x, y);
            case Opcode.COND -> call(special + "cond", x, y);
            default -> throw new IllegalStateException("Opcode " + opcode + " has no Java method");
        };
    }

    private static Code call(String method, Code x, Code y) {
        return Code.atom(method + "(" + x.text() + ", " + y.text() + ")");
    }

    @Override
    Code call(int opcode, Code x) {
        if (opcode == Opcode.LOG2) {
            return quotient(call(Opcode.LOG, x), call(Opcode.LOG, constant(2)));
        }
        return Code.atom(method(opcode) + "(" + x.text() + ")");
    }

    private static String method(int opcode) {
        return switch (opcode) {
            case Opcode.ABS -> "Math.abs";
            case Opcode.SQRT -> "Math.sqrt";
            case Opcode.CBRT -> "Math.cbrt";
            case Opcode.EXP -> "Math.exp";
            case Opcode.LOG -> "Math.log";
            case Opcode.LOG10 -> "Math.log10";
            case Opcode.SIN -> "Math.sin";
            case Opcode.COS -> "Math.cos";
            case Opcode.TAN -> "Math.tan";
            case Opcode.ASIN -> "Math.asin";
            case Opcode.ACOS -> "Math.acos";
            case Opcode.ATAN -> "Math.atan";
            case Opcode.SINH -> "Math.sinh";
            case Opcode.COSH -> "Math.cosh";
            case Opcode.TANH -> "Math.tanh";
            case Opcode.LOG1P -> "Math.log1p";
            case Opcode.SIGN -> "Math.signum";
            case Opcode.FLOOR -> "Math.floor";
            case Opcode.CEIL -> "Math.ceil";
            case Opcode.ROUND -> "Math.rint";
            case Opcode.SINC -> "org.spolia.symbolic.special.CardinalSine.sinc";
            case Opcode.LI2 -> "org.spolia.symbolic.special.Dilogarithm.li2";
            case Opcode.ERF -> "org.spolia.symbolic.special.ErrorFunction.erf";
            case Opcode.ERFC -> "org.spolia.symbolic.special.ErrorFunction.erfc";
            case Opcode.ASINH -> "org.spolia.symbolic.special.InverseHyperbolic.asinh";
            case Opcode.ACOSH -> "org.spolia.symbolic.special.InverseHyperbolic.acosh";
            case Opcode.ATANH -> "org.spolia.symbolic.special.InverseHyperbolic.atanh";
            case Opcode.GAMMA -> "org.spolia.symbolic.special.GammaFunction.gamma";
            case Opcode.LGAMMA -> "org.spolia.symbolic.special.GammaFunction.lgamma";
            case Opcode.J0 -> "org.spolia.symbolic.special.Bessel.j0";
            case Opcode.J1 -> "org.spolia.symbolic.special.Bessel.j1";
            case Opcode.LAMBERTW -> "org.spolia.symbolic.special.LambertFunction.lambertw";
            case Opcode.LOGISTIC -> "org.spolia.symbolic.special.Saturation.logistic";
            case Opcode.SATURATION -> "org.spolia.symbolic.special.Saturation.hyperbola";
            case Opcode.RELU -> "org.spolia.symbolic.special.Saturation.relu";
            default -> throw new IllegalStateException("Opcode " + opcode + " has no Java method");
        };
    }
}
