package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    private static final List<String> VARIABLES = List.of("x", "e1", "y");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "1e3, 1000",
        "1E3, 1000",
        "1e+3, 1000",
        "1e-3, 0.001",
        ".5, 0.5",
        "5., 5",
        "12e10, 12e10",
        "pi, 3.141592653589793"
    })
    void numbersAreThoseOfJava(String text, double value) {
        Expression expression = Expression.parse(text, VARIABLES);

        assertThat(expression.size()).isEqualTo(1);
        assertThat(expression.constants()).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 1, -2",
        "- 2, 1, -2",
        "-.5, 1, -0.5",
        "+2, 1, 2",
        "-(2), 2, 2",
        "neg(2), 2, 2",
        "--2, 2, -2",
        "-pi, 2, 3.141592653589793"
    })
    void aMinusDirectlyBeforeANumberIsPartOfIt(String text, int size, double constant) {
        Expression expression = Expression.parse(text, VARIABLES);

        assertThat(expression.size()).isEqualTo(size);
        assertThat(expression.constants()).containsExactly(constant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x*y+e1", " x * y + e1 ", "x\t*y\n+e1", "(x*y)+(e1)", "+x*y++e1"})
    void spaceAndNeedlessSignsDoNotMatter(String text) {
        assertThat(Expression.parse(text, VARIABLES).infix(VARIABLES)).isEqualTo("x*y + e1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2e1            | 20
            2*e1           | 2*e1
            x ** y         | x^y
            x ^ - y        | x^(-y)
            sin (x)        | sin(x)
            pow( x , y )   | x^y
            """)
    void aNumberMayHaveAnExponentAndANameMayLookLikeOne(String text, String printed) {
        assertThat(Expression.parse(text, VARIABLES).infix(VARIABLES)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2e            | 1 | Unexpected 'e' at position 2 of '2e'
            2e+           | 1 | Unexpected 'e' at position 2 of '2e+'
            x +* y        | 3 | Unexpected '*' where a number, a name or '(' is expected at position 4 of 'x +* y'
            x ** ** y     | 5 | Unexpected '*' where a number, a name or '(' is expected at position 6 of 'x ** ** y'
            sin x         | 0 | Unknown name 'sin' (variables are x, e1, y) at position 1 of 'sin x'
            sin(x         | 5 | Expected ')' but found the end at position 6 of 'sin(x'
            sin(x, y)     | 5 | Expected ')' but found ',' at position 6 of 'sin(x, y)'
            2*q(x)        | 2 | Unknown function 'q' at position 3 of '2*q(x)'
            2 + 1e400     | 4 | '1e400' is too large for a double at position 5 of '2 + 1e400'
            x)            | 1 | Unexpected ')' at position 2 of 'x)'
            """)
    void theMistakeIsLocated(String text, int position, String message) {
        assertThatThrownBy(() -> Expression.parse(text, VARIABLES))
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        ExpressionSyntaxException.class,
                        e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void aFormulaHasAtMost4096Nodes() {
        String most = "x" + " + x".repeat(2047);

        assertThat(Expression.parse(most, VARIABLES).size()).isEqualTo(4095);
        assertThat(Expression.parse("-(" + most + ")", VARIABLES).size()).isEqualTo(4096);
        assertThatThrownBy(() -> Expression.parse(most + " + x", VARIABLES))
                .hasMessageStartingWith("Formula has more than 4096 nodes");
        assertThatThrownBy(() -> Expression.parse(most + " + 1", VARIABLES))
                .hasMessageStartingWith("Formula has more than 4096 nodes");
    }

    @ParameterizedTest
    @CsvSource({"(, x, )", "sin(, x, )", "-, x, ''"})
    void aFormulaIsNestedAtMost400Deep(String before, String middle, String after) {
        // The formula itself is the first level.
        assertThat(Expression.parse(before.repeat(399) + middle + after.repeat(399), VARIABLES)
                        .size())
                .isPositive();
        assertThatThrownBy(() -> Expression.parse(before.repeat(400) + middle + after.repeat(400), VARIABLES))
                .hasMessageStartingWith("Formula is nested more than 400 deep");
    }

    @Test
    void depthEndsWithItsParenthesis() {
        String nested = "(".repeat(390) + "x" + ")".repeat(390);

        assertThat(Expression.parse(nested + " + " + nested + "*" + "-".repeat(390) + "x", VARIABLES)
                        .size())
                .isEqualTo(395);
    }

    @Test
    void aVariableComesBeforeAParameterAndBothBeforePi() {
        Expression expression = Expression.parse("x + pi + c", List.of("x", "pi"), List.of("x", "c"));

        assertThat(expression.infix(List.of("x", "pi"))).isEqualTo("x + pi + p1");
        assertThat(expression.argument(1)).isEqualTo(1);
        assertThat(expression.opcode(3)).isEqualTo(Opcode.PARAMETER);
    }
}
