package org.spolia.jobs.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;

class WarehouseUseTest {
    @TempDir
    private Path folder;

    @Test
    void writersShareAWarehouse() {
        try (WarehouseUse shard = WarehouseUse.shared(folder, "shard");
                WarehouseUse embed = WarehouseUse.shared(folder, "embed")) {
            assertThat(List.of(shard, embed)).doesNotContainNull();
            assertThat(WarehouseUse.ofWarehouse(folder))
                    .extracting(Holder::task)
                    .containsExactlyInAnyOrder("shard", "embed");
        }
        assertThat(WarehouseUse.ofWarehouse(folder)).isEmpty();
    }

    @Test
    void nobodyElseUsesAWarehouseThatOneHasAlone() {
        try (WarehouseUse reset = WarehouseUse.alone(folder, "reset")) {
            assertThat(reset).isNotNull();
            assertThatThrownBy(() -> WarehouseUse.shared(folder, "shard"))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("which runs reset")
                    .hasMessageEndingWith("; wait for it, end it, or choose another --warehouse");
        }
        WarehouseUse.shared(folder, "shard").close();
    }

    @Test
    void whoWantsAWarehouseAloneLearnsWhoUsesIt() {
        try (WarehouseUse shard = WarehouseUse.shared(folder, "shard")) {
            assertThat(shard).isNotNull();
            assertThatThrownBy(() -> WarehouseUse.alone(folder, "reset"))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("which runs shard")
                    .hasMessageEndingWith("; wait until it ends, or end it, and run reset again");
        }
    }

    @Test
    void recordsOfProcessesThatEndedAreNotHoldersAndDisappear() throws IOException {
        Files.createDirectories(folder.resolve("_locks"));
        String record = Holder.current("search", true).encode();
        Files.writeString(folder.resolve("_locks/use-1"), record);
        Files.writeString(folder.resolve("_locks/output-search-trials"), record);

        assertThat(WarehouseUse.ofWarehouse(folder)).isEmpty();
        assertThat(Rights.ofWarehouse(folder)).isEmpty();
        WarehouseUse.alone(folder, "reset").close();
        assertThat(folder.resolve("_locks")).doesNotExist();
    }

    @Test
    void aFileIsNotAWarehouse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> WarehouseUse.shared(file, "shard"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("cannot be written");
    }
}
