package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    @Property(tries = 3000)
    void parseInvertsInfix(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Expression expression = new RandomTrees(new SplittableRandom(seed), Operator.all(), 3).next(size);
        assertThat(Expression.parse(expression.infix(VARIABLES), VARIABLES)).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + y*z             | x + y*z
            (x + y)*z           | (x + y)*z
            x - (y - z)         | x - (y - z)
            x - y - z           | x - y - z
            x/y/z               | x/y/z
            x/(y*z)             | x/(y*z)
            x^y^z               | x^y^z
            (x^y)^z             | (x^y)^z
            x**2                | x^2
            -x^2                | -x^2
            (-x)^2              | (-x)^2
            -2^x                | -(2^x)
            (-2)^x              | (-2)^x
            x*-3                | x*(-3)
            -3*x                | -3*x
            -x*y                | -x*y
            2*pi                | 2*3.141592653589793
            1e-7*x + 2.5E3      | 1e-7*x + 2500
            li2(1-x)            | li2(1 - x)
            pow(x, 2)           | x^2
            exp(-(x/y))         | exp(-(x/y))
            """)
    void printsTheFewestParentheses(String text, String printed) {
        assertThat(Expression.parse(text, VARIABLES).infix(VARIABLES)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            square(x + y)  | (x + y)**2
            cube(x)        | x**3
            inv(x*y)       | 1/(x*y)
            x^y            | x**y
            li2(x)         | re(polylog(2, x))
            abs(x)         | Abs(x)
            max(x, y + 1)  | Max(x, y + 1)
            mod(x, 2)      | Mod(x, 2)
            cond(x, y)     | Piecewise((y, (x) > (0)), (0, True))
            less(x, y)     | Piecewise((1, (x) < (y)), (0, True))
            x + -0.003     | x - 0.003
            x - -0.003     | x + 0.003
            x + -2*y       | x - 2*y
            x + (-y + z)   | x + (-y + z)
            x*-2           | x*(-2)
            6.283185307179586*x | 2*pi*x
            x^1.5707963267948966 | x**(pi/2)
            x + -1.5707963267948966 | x - pi/2
            6.283185307179587*x | 6.283185307179587*x
            """)
    void writesSympy(String text, String sympy) {
        assertThat(Expression.parse(text, VARIABLES).sympy(VARIABLES)).isEqualTo(sympy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x +         | Formula ends where a number, a name or '(' is expected at position 4 of 'x +'
            x + q       | Unknown name 'q' (variables are x, y, z) at position 5 of 'x + q'
            foo(x)      | Unknown function 'foo' at position 1 of 'foo(x)'
            (x          | Expected ')' but found the end at position 3 of '(x'
            x y         | Unexpected 'y' at position 3 of 'x y'
            1.2.3       | '1.2.3' is not a number at position 1 of '1.2.3'
            1e999       | '1e999' is too large for a double at position 1 of '1e999'
            pow(x)      | Expected ',' but found ')' at position 6 of 'pow(x)'
            x $ y       | Unexpected '$' at position 3 of 'x $ y'
            """)
    void namesTheSyntaxError(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text, VARIABLES))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void refusesABottomlessFormula() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(100_000), VARIABLES))
                .hasMessageContaining("nested more than");
    }

    @Test
    void parametersAreNumberedByName() {
        Expression model = Expression.parse("b1*(1 - exp(-b2*x))", List.of("x"), List.of("b1", "b2"));
        assertThat(model.withParameters(new double[] {2, 0.5}).infix(List.of("x")))
                .isEqualTo("2*(1 - exp(-(0.5)*x))");
    }

    @Test
    void countsOperatorsAndDepth() {
        Expression expression = Expression.parse("sin(x*y) + x*2", VARIABLES);
        assertThat(expression.operatorCounts()).isEqualTo(Map.of("*", 2, "+", 1, "sin", 1));
        assertThat(expression.depth()).isEqualTo(4);
        assertThat(expression.size()).isEqualTo(8);
        assertThat(expression.constants()).containsExactly(2);
    }
}
