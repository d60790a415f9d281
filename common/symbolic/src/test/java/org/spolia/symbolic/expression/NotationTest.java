package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sin(x)          | sin(x)
            log2(x)         | log(x, 2)
            log10(x)        | log(x, 10)
            log1p(x)        | log(1 + x)
            lgamma(x)       | re(loggamma(x))
            j0(x)           | besselj(0, x)
            j1(x)           | besselj(1, x)
            lambertw(x)     | re(LambertW(x))
            logistic(x)     | (1/(1 + exp(-(x))))
            saturation(x)   | (1 - 1/(1 + x))
            relu(x)         | Max(0, x)
            ceil(x)         | ceiling(x)
            floor(x)        | floor(x)
            round(x)        | floor(Rational(1, 2) + x)
            sinc(x)         | sinc(pi*(x))
            placebo1(x)     | ((0.69 + -0.98*(x))/((x - (-1.09))**2 + 0.87) + (-0.93 + -0.21*(x))/((x - (1.34))**2 + 1.65))
            placebo2(x)     | ((-0.75 + 0.88*(x))/((x - (-1.09))**2 + 1.63) + (0.74 + 0.8*(x))/((x - (1.27))**2 + 0.97))
            placebo3(x)     | ((0.28 + 0.48*(x))/((x - (-1.95))**2 + 0.93) + (0.45 + 0.13*(x))/((x - (1.24))**2 + 0.86))
            min(x, y)       | Min(x, y)
            greater(x, y)   | Piecewise((1, (x) > (y)), (0, True))
            greater_equal(x, y) | Piecewise((1, (x) >= (y)), (0, True))
            less_equal(x, y) | Piecewise((1, (x) <= (y)), (0, True))
            logical_or(x, y) | Piecewise((1, (Max(x, y)) > (0)), (0, True))
            logical_and(x, y) | Piecewise((1, (Min(x, y)) > (0)), (0, True))
            clamp(x, y, z)  | Min(Max(x, y), z)
            """)
    void everyOperatorHasAFormInSympy(String text, String sympy) {
        assertThat(parsed(text).sympy(VARIABLES)).isEqualTo(sympy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inv(inv(x))           | 1/(1/x)
            inv(x^y)              | 1/x**y
            inv(-x)               | 1/(-x)
            square(square(x))     | (x**2)**2
            cube(inv(x))          | (1/x)**3
            square(x)*cube(y)     | x**2*y**3
            x/inv(y)              | x/(1/y)
            -inv(x)               | -(1/x)
            x - inv(y)            | x - 1/y
            x*3.141592653589793   | x*pi
            x*6.283185307179586   | x*(2*pi)
            x/1.5707963267948966  | x/(pi/2)
            x^3.141592653589793   | x**pi
            x - -3.141592653589793 | x + pi
            x - (y - z)           | x - (y - z)
            x + (-y)*z            | x - y*z
            x - -(y + z)          | x + (y + z)
            """)
    void parenthesesOfSympyKeepTheMeaning(String text, String sympy) {
        assertThat(parsed(text).sympy(VARIABLES)).isEqualTo(sympy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + (-y)              | x + (-y)
            x - (-2)              | x - (-2)
            x/(-y)                | x/(-y)
            x^(-2)                | x^(-2)
            x^(y*z)               | x^(y*z)
            -(x*y)                | -(x*y)
            -(x + y)              | -(x + y)
            -(2)                  | -(2)
            -2                    | -2
            neg(2^x)              | -(2^x)
            neg(neg(x))           | -(-x)
            clamp(x + y, 1, z)    | clamp(x + y, 1, z)
            """)
    void parenthesesOfInfixAreFew(String text, String printed) {
        assertThat(parsed(text).infix(VARIABLES)).isEqualTo(printed);
    }

    @Test
    void withoutNamesVariablesAndParametersAreNumbered() {
        Expression expression = Expression.parse("a*x + b*z", VARIABLES, List.of("a", "b"));

        assertThat(expression).hasToString("p0*x0 + p1*x2");
        assertThat(Expression.constant(2)).hasToString("2");
        assertThat(Notation.defaultNames(3)).containsExactly("x0", "x1", "x2");
    }

    /** Each placebo repeats its operand four times. */
    @Test
    void aTextThatGrowsExponentiallyIsRefused() {
        Expression tower = parsed("placebo1(".repeat(9) + "x" + ")".repeat(9));

        assertThat(parsed("placebo1(".repeat(7) + "x" + ")".repeat(7))
                        .sympy(VARIABLES)
                        .length())
                .isBetween(LongTextException.MOST_CHARACTERS / 40, LongTextException.MOST_CHARACTERS);
        assertThatThrownBy(() -> tower.sympy(VARIABLES))
                .isInstanceOf(LongTextException.class)
                .hasMessageStartingWith("The expression takes more than 1000000 characters");
    }

    @Test
    void aMillionCharactersAreNotTooMany() {
        LongTextException.require("x".repeat(1_000_000));

        assertThatThrownBy(() -> LongTextException.require("x".repeat(1_000_001)))
                .isInstanceOf(LongTextException.class);
    }

    private static Expression parsed(String text) {
        return Expression.parse(text, VARIABLES, Definitions.PROVIDED);
    }
}
