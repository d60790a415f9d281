package org.spolia.jobs.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.ExperimentException;

class StepRangeTest {
    @Test
    void readsTheNotationOfNumpy() {
        assertThat(steps("2:5")).containsExactly(2L, 3L, 4L);
        assertThat(steps("1:9:3")).containsExactly(1L, 4L, 7L);
        assertThat(steps("::4")).containsExactly(0L, 4L, 8L);
        assertThat(steps("7:")).containsExactly(7L, 8L, 9L);
        assertThat(steps(":1")).containsExactly(0L);
        assertThat(steps("6")).containsExactly(6L);
        assertThat(steps("5:5")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-3", "-1:", "0:9:0", "1:2:3:4"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> StepRange.parse(text))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Option steps is '" + text + "'");
    }

    private static List<Long> steps(String text) {
        StepRange range = StepRange.parse(text);
        return LongStream.range(0, 10).filter(range::contains).boxed().toList();
    }
}
