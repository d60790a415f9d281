package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;

class GuessesTest {
    private static final List<String> NAMES = List.of("x", "t", "mass");

    /** A decay over t with a rate of 0.035, and a share of the mass. */
    private static final Sample SAMPLE = sample();

    private static Sample sample() {
        int rows = 60;
        double[][] columns = new double[3][rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = 1 + row % 7;
            columns[1][row] = 2 * row;
            columns[2][row] = 1.5 + row % 5;
            target[row] = 60.25 * Math.exp(-0.035 * columns[1][row]) + columns[2][row];
        }
        return Sample.of(columns, target);
    }

    @ParameterizedTest
    @CsvSource({
        "c*x^c2, 2",
        "?*x + ?, 2",
        "a*exp(-k*t) + b, 3",
        "c*x + c*t, 2",
        "2.5e3*x + a, 2",
        "x^mass, 0",
        "pi*x, 1"
    })
    void lettersThatAreNoColumnsAreConstants(String guess, int constants) {
        assertThat(parse(guess).constants()).hasSize(constants);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*exp(b*t) + mass", "mass + ?*exp(-?*t)", "a/exp(t/k) + d*mass", "a*exp(-b*t) + mass + d"})
    void constantsAreFittedFromAfar(String guess) {
        assertThat(new Evaluator().residualSquares(parse(guess).toTree(), SAMPLE))
                .isLessThan(1e-9);
    }

    @Test
    void aGuessWithoutSuchLettersIsItself() {
        assertThat(parse("2*x/t")).isEqualTo(Expression.parse("2*x/t", NAMES));
    }

    @Test
    void aGuessThatHasNoValueIsRefused() {
        assertThatThrownBy(() -> parse("c*log(-x)"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith("--guesses: 'c*log(-x)' has no value at some row for any constants;");
    }

    @ParameterizedTest
    @CsvSource({"e^x", "x1 + x", "masss*x", "c*foo(x)"})
    void otherNamesAreMistakes(String guess) {
        assertThatThrownBy(() -> parse(guess))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith("--guesses: Unknown ")
                .hasMessageContaining("constants to fit are written as ?, or as a letter");
    }

    private static Expression parse(String guess) {
        return Guesses.parse(guess, NAMES, Definitions.NONE, SAMPLE);
    }
}
