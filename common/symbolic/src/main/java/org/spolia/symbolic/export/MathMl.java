package org.spolia.symbolic.export;

import java.util.List;
import org.spolia.symbolic.expression.Expression;

/** Expressions as MathML (presentation elements of MathML Core), which browsers render without a library. */
public final class MathMl implements Markup {
    private MathMl() {}

    /**
     * Returns the formula as one {@code math} element.
     *
     * @param variables the names of the variables: {@code omega_0} becomes an omega with a subscript
     * @param digits the most significant digits of constants; 17 keep their bits
     */
    public static String of(Expression expression, List<String> variables, int digits) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
                + Typesetting.of(expression, variables, digits, new MathMl())
                + "</math>";
    }

    @Override
    public String number(String digits) {
        return "<mn>" + digits + "</mn>";
    }

    @Override
    public String symbol(Symbol symbol) {
        return indexed(symbol);
    }

    @Override
    public String function(Symbol name) {
        return indexed(name);
    }

    private static String indexed(Symbol symbol) {
        String base = letters(symbol.base());
        String index = symbol.index();
        if (index.isEmpty()) {
            return base;
        }
        return "<msub>"
                + base
                + (Character.isDigit(index.charAt(0)) ? "<mn>" + escaped(index) + "</mn>" : letters(index))
                + "</msub>";
    }

    private static String letters(String name) {
        return "<mi>" + Symbol.greek(name).orElseGet(() -> escaped(name)) + "</mi>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String row(List<String> parts) {
        return "<mrow>" + String.join("", parts) + "</mrow>";
    }

    @Override
    public String sign(Sign sign) {
        return "<mo>"
                + switch (sign) {
                    case PLUS -> "+";
                    case MINUS -> "−";
                    case TIMES -> "·";
                    case JUXTAPOSED -> "&#x2062;";
                    case COMMA -> ",";
                }
                + "</mo>";
    }

    @Override
    public String fraction(String numerator, String denominator) {
        return "<mfrac>" + numerator + denominator + "</mfrac>";
    }

    @Override
    public String power(String base, String exponent) {
        return "<msup>" + base + exponent + "</msup>";
    }

    @Override
    public String root(String operand) {
        return "<msqrt>" + operand + "</msqrt>";
    }

    @Override
    public String cubeRoot(String operand) {
        return "<mroot>" + operand + "<mn>3</mn></mroot>";
    }

    @Override
    public String parentheses(String content) {
        return "<mrow><mo>(</mo>" + content + "<mo>)</mo></mrow>";
    }

    @Override
    public String bars(String content) {
        return "<mrow><mo>|</mo>" + content + "<mo>|</mo></mrow>";
    }

    @Override
    public String applied(String function, String argument) {
        return "<mrow>" + function + "<mo>&#x2061;</mo>" + parentheses(argument) + "</mrow>";
    }
}
