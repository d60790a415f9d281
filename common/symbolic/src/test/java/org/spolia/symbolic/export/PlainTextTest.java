package org.spolia.symbolic.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;

class PlainTextTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + -0.003                    | x - 0.003
            x - -0.003                    | x + 0.003
            -0.003 + x                    | x - 0.003
            -2/(x + 1) + 3                | 3 - 2/(x + 1)
            -x + -y                       | -x - y
            x + -2*y                      | x - 2*y
            x + y*-2                      | x - 2*y
            x - (y - z)                   | x - (y - z)
            x + (-y - z)                  | x + (-y - z)
            x + (y - z)                   | x + y - z
            x + (-y + z)                  | x + z - y
            x*(y/z)                       | x*y/z
            x/(y*z)                       | x/(y*z)
            x/(y/z)                       | x/(y/z)
            (x + y)*2                     | 2*(x + y)
            x/(y/z)*8.3144626             | 8.3145*x/(y/z)
            3.141592653589793*x           | pi*x
            x*6.283185307179586           | 2*pi*x
            x*6.28318530718               | 2*pi*x
            x/6.283185307179586           | x/(2*pi)
            x^1.5707963267948966          | x^(pi/2)
            sin(x + -1.5707963267948966)  | sin(x - pi/2)
            -2.356194490192345*x          | -3*pi/4*x
            square(x + 1)                 | (x + 1)^2
            x^-0.5                        | x^(-0.5)
            (-x)^2                        | (-x)^2
            (x^y)^z                       | (x^y)^z
            -(x^2)                        | -x^2
            inv(x + y)                    | 1/(x + y)
            1.23456789e-12*x              | 1.2346e-12*x
            2*x*x*y*y*y                   | 2*x^2*y^3
            x*x/y                         | x^2/y
            y/x*x                         | y/x*x
            x^-2*(x^-2)                   | x^(-2)*x^(-2)
            x^2.5*(x^2.5)                 | x^2.5*x^2.5
            2*x*(x/sqrt(y))               | 2*x^2/sqrt(y)
            x*x*(x*y)                     | x^3*y
            2*2.5*x*(2^x)                 | 5*x*2^x
            (y + 1)*x*(x + 1)             | (y + 1)*x*(x + 1)
            (x + y)*(x + y)               | (x + y)^2
            sin(x)*sin(x)                 | sin(x)^2
            1.0000001*x - 1.0000001*y     | x - y
            2571.5*0.69323/(x + 22.255)   | 1782.6/(x + 22.255)
            1/3*x                         | 0.33333*x
            3.141592653589793*2.5         | pi*2.5
            max(x, -y)                    | max(x, -y)
            """)
    void isWrittenAsByAPerson(String formula, String text) {
        assertThat(PlainText.of(Expression.parse(formula, VARIABLES), VARIABLES, 5))
                .isEqualTo(text);
    }

    @Test
    void definedOperatorsKeepTheirNames() {
        Definitions hill = Definitions.parse(List.of("hill(s, k) = s/(s + k)"));
        Expression expression = Expression.parse("3*hill(x, 0.5)", VARIABLES, hill);
        assertThat(PlainText.of(expression, List.of("\"dose (mg)\"", "y", "z"), 5))
                .isEqualTo("3*hill(\"dose (mg)\", 0.5)");
    }
}
