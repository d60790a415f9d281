package org.spolia.jobs.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.search.result.Failure;
import org.spolia.symbolic.search.result.Strategy;

class FailureLinesTest {
    @Test
    void withoutFailuresThereAreNoLines() {
        assertThat(FailureLines.of(List.of())).isEmpty();
    }

    @Test
    void eachKindIsALineWithItsCount() {
        assertThat(FailureLines.of(List.of(
                        new Failure(Strategy.INVERSE_SEARCH, "ArithmeticException", 3),
                        new Failure(Strategy.POLISH, "IllegalStateException", 1))))
                .containsExactly(
                        "4 steps of the search failed; the search continued without them. Please report:",
                        "  inverse search: ArithmeticException (3 times)",
                        "  polish: IllegalStateException (once)");
    }
}
