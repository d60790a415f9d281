package org.spolia.jobs.cli.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.spolia.experiment.ExperimentException;

class MemoryNeedTest {
    @Test
    void aTableThatCannotFitIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> new MemoryNeed("data.csv", 50_000_000_000L, 13).requireRoom())
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith("data.csv: about 50,000,000,000 rows × 13 columns need about 14528.7")
                .hasMessageContaining(" GB of memory, but Java may use ")
                .hasMessageContaining("JDK_JAVA_OPTIONS=-Xmx18888g")
                .hasMessageContaining("--features, --exclude");
        assertThatCode(() -> new MemoryNeed("data.csv", 1000, 13).requireRoom()).doesNotThrowAnyException();
        assertThatCode(() -> new MemoryNeed("delta", 0, 13).requireRoom()).doesNotThrowAnyException();
    }

    @Test
    void lackOfMemoryIsFoundAmongTheCauses() {
        RuntimeException wrapped =
                new IllegalStateException("A search failed", new OutOfMemoryError("Java heap space"));

        assertThat(MemoryNeed.isBehind(wrapped)).isTrue();
        assertThat(MemoryNeed.isBehind(new IllegalStateException("other"))).isFalse();
        assertThat(Diagnosis.of(wrapped).exitCode()).isEqualTo(2);
        assertThat(Diagnosis.of(wrapped).line())
                .startsWith("The memory is not enough: Java may use ")
                .contains("JDK_JAVA_OPTIONS=-Xmx");
        assertThat(new MemoryNeed("delta", 0, 0).problem(wrapped))
                .hasMessageStartingWith("delta: the memory is not enough: Java may use ");
    }
}
