package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableNamesTest {
    @Test
    void identifiersKeepTheirNames() {
        VariableNames names = VariableNames.of(List.of("mass", "r_1", "größe", "_k"));
        assertThat(names.names()).containsExactly("mass", "r_1", "größe", "_k");
        assertThat(names.anyRenamed()).isFalse();
    }

    @Test
    void otherNamesAreNumberedByPosition() {
        assertThat(VariableNames.of(List.of("wind speed", "mass", "E", "lambda", "2nd", "", "a$b", "gamma"))
                        .names())
                .containsExactly("x1", "mass", "x3", "x4", "x5", "x6", "x7", "x8");
    }

    @Test
    void aNumberedNameThatIsTakenGrows() {
        assertThat(VariableNames.of(List.of("my col", "x1", "x1_", "S")).names())
                .containsExactly("x1__", "x1", "x1_", "x4");
    }
}
