package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.right.Holder;
import org.spolia.jobs.right.Rights;
import org.spolia.jobs.right.WarehouseUse;

/** Locks of another process. */
class KilledHolderTest {
    @TempDir
    private Path folder;

    @Test
    void theRightsOfAProcessEndWithIt() throws Exception {
        ChildProcess.Result result = ChildProcess.create(RightsRun.class).runUntil(List.of(folder.toString()), line -> {
            assertThat(line).isEqualTo(RightsRun.HELD);
            assertOthersAreRefused();
            return true;
        });
        assertThat(result.exitCode()).isEqualTo(137);

        assertThat(WarehouseUse.ofWarehouse(folder)).isEmpty();
        assertThat(Rights.ofWarehouse(folder)).isEmpty();
        WarehouseUse.alone(folder, "reset").close();
        run().keep("search", "search-trials").close();
    }

    private void assertOthersAreRefused() {
        List<Holder> holders = Rights.ofWarehouse(folder);
        assertThat(holders).hasSize(1).allMatch(Holder::continuous);
        assertThat(WarehouseUse.ofWarehouse(folder))
                .extracting(Holder::pid)
                .containsExactly(holders.get(0).pid());
        assertThatThrownBy(() -> WarehouseUse.alone(folder, "reset"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(holders.get(0).toString());
        assertThatThrownBy(() -> run().take("search", "search-trials"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("already runs in " + holders.get(0));
    }

    private Rights run() {
        return Rights.in(Optional.of(folder), Rights.Notice.NONE);
    }
}
