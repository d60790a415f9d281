package org.spolia.experiment.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.Observation;

class ObservationBlocksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 8191, 8192, 8193, 20_000})
    void blocksInAnyOrderGiveTheDataSetBack(int rows) {
        Dataset dataset = dataset(rows);
        List<Observation> blocks = new ArrayList<>(ObservationBlocks.cut(dataset));
        Collections.reverse(blocks);

        Dataset joined = ObservationBlocks.join(blocks);

        assertThat(blocks).allMatch(block -> block.rows() <= ObservationBlocks.ROWS);
        assertThat(joined.datasetId()).isEqualTo(dataset.datasetId());
        assertThat(Dataset.of(
                                "p",
                                "y",
                                joined.variables(),
                                Map.of(
                                        Split.TRAIN, joined.rows(Split.TRAIN),
                                        Split.TEST, joined.rows(Split.TEST)))
                        .datasetId())
                .isEqualTo(dataset.datasetId());
    }

    @Test
    void splitsWithoutBlocksAreLeftOut() {
        List<Observation> train = ObservationBlocks.cut(dataset(10)).stream()
                .filter(block -> block.split().equals("train"))
                .toList();

        assertThat(ObservationBlocks.join(train).splits()).containsExactly(Split.TRAIN);
    }

    @Test
    void missingDoubledAndForeignBlocksAreBugs() {
        List<Observation> blocks = ObservationBlocks.cut(dataset(20_000));
        List<Observation> holed = List.of(blocks.get(0), blocks.get(2));
        List<Observation> doubled = List.of(blocks.get(0), blocks.get(0));
        List<Observation> mixed =
                List.of(blocks.get(0), ObservationBlocks.cut(dataset(5)).get(0));

        assertThatThrownBy(() -> ObservationBlocks.join(holed))
                .hasMessageEndingWith("has block 2 of train where block 1 is due");
        assertThatThrownBy(() -> ObservationBlocks.join(doubled))
                .hasMessageEndingWith("has block 0 of train where block 1 is due");
        assertThatThrownBy(() -> ObservationBlocks.join(mixed)).hasMessageStartingWith("Blocks are of the data sets");
        assertThatThrownBy(() -> ObservationBlocks.join(List.of())).hasMessage("A data set has at least one block");
    }

    private static Dataset dataset(int rows) {
        double[] x = new double[rows];
        Arrays.setAll(x, row -> row);
        double[] y = new double[rows];
        Arrays.setAll(y, row -> row * 0.1);
        return Dataset.of(
                "p",
                "y",
                List.of("x"),
                Map.of(
                        Split.TRAIN, Rows.generated(new double[][] {x}, y, x),
                        Split.TEST, Rows.measured(new double[][] {y}, x)));
    }
}
