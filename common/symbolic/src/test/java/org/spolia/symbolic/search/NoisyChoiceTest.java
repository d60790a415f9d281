package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Validation;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** The selection of a model if noise grows with the values. */
class NoisyChoiceTest {
    private static final List<String> VARIABLES = List.of("v", "t", "n", "p", "q");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos");

    /** Noise is proportional to the law; columns p and q do not matter. */
    private static Sample sample(long seed, int rows, double noise, String law) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[VARIABLES.size()][rows];
        double[][] ranges = {{5, 20}, {250, 370}, {0.5, 3}, {0, 1}, {-2, 8}};
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = Math.rint(1000 * random.nextDouble(ranges[column][0], ranges[column][1])) / 1000;
            }
        }
        double[] target = new Evaluator().predict(Expression.parse(law, VARIABLES), columns);
        for (int row = 0; row < rows; row++) {
            target[row] *= 1 + noise * random.nextGaussian();
        }
        return Sample.of(columns, target);
    }

    /**
     * With the assumption of uniform noise, each of these searches selected structure in the noise of the largest
     * values.
     */
    @ParameterizedTest
    @ValueSource(longs = {8, 13, 16})
    void noiseThatGrowsWithTheValuesBuysNoStructure(long seed) {
        SearchOptions options = SearchOptions.of(OperatorSet.of(OPERATORS), 100_000);
        Candidate chosen =
                search(sample(seed, 120, 0.02, "9.4*exp(-0.21*v)*n"), options).best();
        assertThat(chosen.complexity()).as("%s", chosen.expression()).isLessThanOrEqualTo(8);
        assertThat(chosen.expression().infix(VARIABLES)).contains("exp(v*").containsPattern("\\bn\\b");
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD_OUT", "ONE_STANDARD_ERROR"})
    void rowsHeldOutDoNotPayForStructureThatWasFoundOnThem(Selection selection) {
        Sample sample = sample(3, 60, 0.005, "8.314*n*t/v");
        SearchOptions options =
                SearchOptions.of(OperatorSet.of(OPERATORS), 30_000).withValidation(new Validation(selection, 5, false));
        Candidate chosen = search(sample, options).best();
        assertThat(chosen.complexity()).as("%s", chosen.expression()).isEqualTo(7);
    }

    /** The law is also selected with more rows than an estimate uses. */
    @Test
    void manyRowsDoNotJustifyStructure() {
        Sample sample = sample(5, 6000, 0.02, "8.314*n*t/v");
        Candidate chosen = search(sample, SearchOptions.of(OperatorSet.of(OPERATORS), 20_000))
                .best();
        assertThat(chosen.complexity()).as("%s", chosen.expression()).isEqualTo(7);
    }

    private static SearchResult search(Sample sample, SearchOptions options) {
        Search search = Search.of(sample, options, 1);
        try (Workers workers = Workers.of(1)) {
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
        }
        return search.finish(() -> false);
    }
}
