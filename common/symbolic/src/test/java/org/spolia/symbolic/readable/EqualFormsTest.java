package org.spolia.symbolic.readable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;

/** Equal forms of one law, as searches with different seeds find them, get one form. */
class EqualFormsTest {
    private static final List<String> VARIABLES = List.of("a", "b", "c", "x", "y", "z");
    private static final int FORMS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*3.141592653589793*sqrt(x/y)*(1 + z^2/16)",
                "a*exp(-b*x)*cos(c*x)",
                "a*x/(b + x)",
                "a*x^2/(1 + b*c*x^2)",
                "a*(1 - exp(-x/(b*c)))/(2*3.141592653589793*y)",
                "a*log(x/y) - b*z",
                "4*a*((b/x)^12 - (b/x)^6)",
                "a*(x^2 + y^2)^1.5/z",
                "x^a/(b^a + x^a)",
                "a/sqrt((x^2 - y^2)^2 + (z*x)^2)",
                "a/(1 + (a/b - 1)*exp(-c*x))",
                "log((a + b*x)/(c + b*y))*25.7",
                "sqrt(a*(2/x - 1/y))",
                "a*x*(1 - x/b)"
            })
    void equalFormsOfALawGetOneForm(String text) {
        Sample sample = ReadableFormTest.positive();
        Expression law = Expression.parse(text, VARIABLES);
        String form = shown(law, sample);
        for (int seed = 0; seed < FORMS; seed++) {
            String equal = law.fold(new EqualForm(new SplittableRandom(seed)));
            assertThat(shown(Expression.parse(equal, VARIABLES), sample))
                    .as("seed %s: %s", seed, equal)
                    .isEqualTo(form);
        }
    }

    /** Constants without a name differ in their last bits. */
    private static String shown(Expression expression, Sample sample) {
        Expression form = ReadableForm.of(expression, sample);
        double[] values = new Evaluator().predict(form, new double[0], sample);
        double[] expected = new Evaluator().predict(expression, new double[0], sample);
        for (int row = 0; row < values.length; row++) {
            double allowed = 1e-12 * Math.max(1, Math.abs(expected[row]));
            assertThat(Double.isNaN(values[row])).isEqualTo(Double.isNaN(expected[row]));
            assertThat(Math.abs(values[row] - expected[row]) > allowed).isFalse();
        }
        return PlainText.asWritten(form, VARIABLES, 10);
    }

    /** Writes operators in one of several equal forms. */
    private record EqualForm(SplittableRandom random) implements ExpressionFold<String> {
        private String one(String... forms) {
            return forms[random.nextInt(forms.length)];
        }

        @Override
        public String constant(double value) {
            return one("(" + value + ")", "(" + value / 3 + "*3)", "(" + (value - 0.7) + " + 0.7)");
        }

        @Override
        public String variable(int index) {
            return VARIABLES.get(index);
        }

        @Override
        public String parameter(int index) {
            throw new IllegalStateException("Laws have no parameters");
        }

        @Override
        public String unary(int opcode, String x) {
            return switch (opcode) {
                case Opcode.NEG -> one("(0 - " + x + ")", "(-1*" + x + ")");
                case Opcode.SQRT -> one("sqrt(" + x + ")", "(" + x + ")^0.5");
                case Opcode.EXP -> one("exp(" + x + ")", "(1/exp(-1*(" + x + ")))");
                default -> Operator.of(opcode).name() + "(" + x + ")";
            };
        }

        @Override
        public String binary(int opcode, String x, String y) {
            return switch (opcode) {
                case Opcode.ADD ->
                    one("(" + x + " + " + y + ")", "(" + y + " + " + x + ")", "(" + x + " - (-1*" + y + "))");
                case Opcode.SUB -> one("(" + x + " - " + y + ")", "(-1*" + y + " + " + x + ")");
                case Opcode.MUL -> one("(" + x + "*" + y + ")", "(" + y + "*" + x + ")", "(" + x + "/(1/" + y + "))");
                case Opcode.DIV ->
                    one("(" + x + "/" + y + ")", "(" + x + "*(" + y + ")^-1)", "(1/(" + y + "/" + x + "))");
                default -> "(" + x + ")^(" + y + ")";
            };
        }
    }
}
