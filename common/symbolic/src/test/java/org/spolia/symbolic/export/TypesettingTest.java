package org.spolia.symbolic.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.RandomTrees;
import org.xml.sax.InputSource;

class TypesettingTest {
    private static final List<String> VARIABLES = List.of("x", "y", "omega_0", "mass");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x + y              ; x + y
            x + -3             ; x - 3
            x - -3             ; x + 3
            x - (y - 2)        ; x - \\left(y - 2\\right)
            x + (-y + 2)       ; x + \\left(- y + 2\\right)
            x*2                ; 2 \\, x
            2*3                ; 2 \\cdot 3
            x*-2*y             ; - 2 \\, x \\, y
            (x + y)/(2*x)      ; \\frac{x + y}{2 \\, x}
            -x/y               ; - \\frac{x}{y}
            (x/y)^2            ; {\\left(\\frac{x}{y}\\right)}^{2}
            (-x)^y             ; {\\left(- x\\right)}^{y}
            x^-0.5             ; {x}^{- 0.5}
            sqrt(x + y)        ; \\sqrt{x + y}
            exp(-x)            ; {e}^{- x}
            log(x)             ; \\ln\\left(x\\right)
            log10(x)           ; \\log_{10}\\left(x\\right)
            erf(x)             ; \\operatorname{erf}\\left(x\\right)
            abs(x - y)         ; \\left|x - y\\right|
            1.23456e-7*x       ; 1.23 \\cdot {10}^{- 7} \\, x
            max(x, -y)         ; \\max\\left(x , - y\\right)
            less_equal(x, 2)   ; \\operatorname{less\\_equal}\\left(x , 2\\right)
            omega_0*mass       ; \\omega_{0} \\, \\mathrm{mass}
            6.283185307179586*x ; 2 \\, \\pi \\, x
            x*pi               ; \\pi \\, x
            sin(x - 1.5707963267948966) ; \\sin\\left(x - \\frac{\\pi}{2}\\right)
            x/-2.356194490192345 ; - \\frac{x}{\\frac{3 \\, \\pi}{4}}
            square(sin(x))     ; {\\left(\\sin\\left(x\\right)\\right)}^{2}
            """)
    void setsLatex(String formula, String latex) {
        assertThat(Latex.of(Expression.parse(formula, VARIABLES), VARIABLES, 3)).isEqualTo(latex);
    }

    @Test
    void setsMathMl() {
        assertThat(MathMl.of(Expression.parse("-x/(omega_0 + 2)", VARIABLES), VARIABLES, 3))
                .isEqualTo("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mrow><mo>−</mo><mfrac><mi>x</mi>"
                        + "<mrow><msub><mi>ω</mi><mn>0</mn></msub><mo>+</mo><mn>2</mn></mrow></mfrac></mrow></math>");
    }

    @Test
    void namesDoNotBreakTheMarkup() {
        List<String> names = List.of("a<b&c", "50% of #1");
        Expression sum = Expression.parse("x + y", List.of("x", "y"));
        assertThat(MathMl.of(sum, names, 3)).contains("<mi>a&lt;b&amp;c</mi>");
        assertThat(Latex.of(sum, names, 3)).contains("\\mathrm{50\\%\\ of\\ \\#}_{1}");
    }

    @Property(tries = 500)
    void mathMlIsWellFormedAndLatexBalanced(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Expression expression = new RandomTrees(new SplittableRandom(seed), Operator.all(), 4).next(size);
        String mathMl = MathMl.of(expression, VARIABLES, 4);
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(mathMl))))
                .doesNotThrowAnyException();
        String latex = Latex.of(expression, VARIABLES, 4);
        assertThat(latex.chars().filter(c -> c == '{').count())
                .isEqualTo(latex.chars().filter(c -> c == '}').count());
        assertThat(latex.split("\\\\left", -1)).hasSameSizeAs(latex.split("\\\\right", -1));
    }
}
