package org.spolia.symbolic.search.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

class CanonicalHashTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    private final CanonicalHash hash = CanonicalHash.ofSkeletons(64);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + y            | y + x
            x*y*z            | z*(y*x)
            (x + y) + z      | x + (z + y)
            x - y            | -y + x
            x/y              | inv(y)*x
            x*x              | square(x)
            x*x*x            | cube(x)
            2*x              | x*7
            2*(3*x)          | 5*x
            x + 1 + 2        | 3 + x
            x/2              | 4*x
            exp(2)*x         | 3*x
            sin(x*y) + 1     | 5 + sin(y*x)
            x/(y/z)          | x*z/y
            """)
    void sameSkeleton(String first, String second) {
        assertThat(of(first)).isEqualTo(of(second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + y            | x*y
            x - y            | y - x
            x/y              | y/x
            x^y              | y^x
            x                | 2*x
            x                | x + 1
            sin(x)           | cos(x)
            x*(y + 1)        | x*y + 1
            2*x + y          | x + y
            x                | y
            x*x              | x
            exp(x + 1)       | exp(x)
            """)
    void anotherSkeleton(String first, String second) {
        assertThat(of(first)).isNotEqualTo(of(second));
    }

    @ParameterizedTest
    @CsvSource({"2*x, 7*x", "x + 1, x + 2", "3, 4", "sin(x - 1), sin(x + 1)"})
    void anotherConstantIsAnotherExpressionButTheSameSkeleton(String first, String second) {
        CanonicalHash values = CanonicalHash.ofValues(64);
        assertThat(values.of(tree(first))).isNotEqualTo(values.of(tree(second)));
        assertThat(of(first)).isEqualTo(of(second));
    }

    @ParameterizedTest
    @CsvSource({"2*x, x*2", "x*3 + y, y + 3*x"})
    void theOrderOfTermsAndFactorsDoesNotMatter(String first, String second) {
        CanonicalHash values = CanonicalHash.ofValues(64);
        assertThat(values.of(tree(first))).isEqualTo(values.of(tree(second)));
    }

    @Test
    void anOperatorThatAFormulaDefinesIsItsDefinitionWhateverElseIsDefined() {
        String hill = "hill(x, k) = x/(x + k)";
        long alone = of("hill(x, y)", hill);

        assertThat(of("hill(x, y)", "anything(a, b) = a - b", hill)).isEqualTo(alone);
        assertThat(of("hill(x, y)", "hill(x, k) = x/(x + 2*k)")).isNotEqualTo(alone);
        assertThat(of("hill(y, x)", hill)).isNotEqualTo(alone);
        assertThat(of("hill(2, 3)*x", hill)).isEqualTo(of("2*x"));
    }

    private long of(String text, String... definitions) {
        return hash.of(Expression.parse(text, VARIABLES, Definitions.parse(List.of(definitions)))
                .toTree());
    }

    private static Tree tree(String text) {
        return Expression.parse(text, VARIABLES).toTree();
    }

    private long of(String text) {
        return hash.of(tree(text));
    }
}
