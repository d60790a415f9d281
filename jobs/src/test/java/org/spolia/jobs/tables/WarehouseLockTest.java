package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;

class WarehouseLockTest {
    @TempDir
    private Path folder;

    @Test
    void theSecondProcessLearnsTheFirst() {
        try (WarehouseLock first = WarehouseLock.acquire(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> WarehouseLock.acquire(folder))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void theNextProcessEntersAfterTheFirstEnds() {
        WarehouseLock.acquire(folder).close();

        try (WarehouseLock second = WarehouseLock.acquire(folder)) {
            assertThat(second).isNotNull();
            assertThat(WarehouseLock.holder(folder))
                    .hasValueSatisfying(holder -> assertThat(holder.pid())
                            .isEqualTo(ProcessHandle.current().pid()));
        }
        assertThat(WarehouseLock.holder(folder)).isEmpty();
    }

    @Test
    void aLaterProcessWithTheSameIdIsNotTheHolder() throws IOException {
        WarehouseLock.Holder current = WarehouseLock.Holder.current();
        Files.writeString(folder.resolve("_lock"), new WarehouseLock.Holder(current.pid(), current.host(), 1).encode());

        assertThat(WarehouseLock.holder(folder)).isEmpty();
    }

    @Test
    void aFileIsNotAWarehouse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> WarehouseLock.acquire(file))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("cannot be written");
    }
}
