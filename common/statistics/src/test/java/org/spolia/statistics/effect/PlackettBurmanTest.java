package org.spolia.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlackettBurmanTest {
    @ParameterizedTest
    @CsvSource({
        "2, 4", "3, 4", "4, 8", "7, 8", "11, 12", "15, 16", "19, 20", "22, 24", "23, 24", "24, 28", "27, 28", "35, 36",
        "39, 40"
    })
    void theNumberOfRunsIsTheNextMultipleOfFour(int factors, int runs) {
        assertThat(PlackettBurman.runs(factors)).hasDimensions(runs, factors);
    }

    @Property(tries = 98)
    void factorsAreBalancedAndOrthogonal(@ForAll @IntRange(min = 2, max = PlackettBurman.MOST_FACTORS) int factors) {
        boolean[][] runs = PlackettBurman.runs(factors);
        for (int a = 0; a < factors; a++) {
            assertThat(sum(runs, a)).isZero();
            for (int b = 0; b < a; b++) {
                assertThat(sum(runs, a, b)).isZero();
            }
        }
        assertThat(runs[0]).containsOnly(false);
        assertThat(Arrays.stream(runs).map(Arrays::toString)).doesNotHaveDuplicates();
    }

    @Property(tries = 20)
    void foldedOverMainEffectsAreFreeOfPairs(@ForAll @IntRange(min = 3, max = 27) int factors) {
        boolean[][] runs = PlackettBurman.foldedOver(PlackettBurman.runs(factors));
        for (int a = 0; a < factors; a++) {
            for (int b = 0; b < a; b++) {
                for (int c = 0; c < b; c++) {
                    assertThat(sum(runs, a, b, c)).isZero();
                }
            }
        }
        assertThat(runs[runs.length / 2]).containsOnly(true);
    }

    @Test
    void factorsThatMakeNoDesignAreRefused() {
        assertThatThrownBy(() -> PlackettBurman.runs(1))
                .hasMessage("A Plackett-Burman design is made for 2 to 99 factors; got 1; list more, or join some");
    }

    /** The sum over runs of the product of these columns, with 1 for presence and -1 for absence. */
    private static int sum(boolean[][] runs, int... columns) {
        int sum = 0;
        for (boolean[] run : runs) {
            int product = 1;
            for (int column : columns) {
                product *= run[column] ? 1 : -1;
            }
            sum += product;
        }
        return sum;
    }
}
