package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.statistics.Metrics;

class PreparationTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final double[] truth = new double[200];
    private TrainingTable table;

    @BeforeEach
    void writeTable() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("idle,u,noise,v,y\n");
        for (int row = 0; row < 200; row++) {
            double u = random.nextDouble(0, 3);
            double v = random.nextDouble(0, 3);
            truth[row] = u * u + 2 * v;
            text.append(random.nextDouble()).append(',').append(u).append(',').append(random.nextDouble());
            text.append(',')
                    .append(v)
                    .append(',')
                    .append(truth[row] + 0.4 * random.nextGaussian())
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("data.csv"), text);
        table = TrainingTable.read(DelimitedFile.open(file, DelimitedFormat.detected()), "y", List.of());
    }

    @Test
    void keepsTheVariablesThatMatterInTheirOrder() {
        TrainingTable prepared = new Preparation(OptionalInt.of(2), false).apply(table, told::add);

        assertThat(prepared.variables()).containsExactly("u", "v");
        assertThat(prepared.columns()[1]).isSameAs(table.columns()[3]);
        assertThat(prepared.values()).isSameAs(table.values());
        assertThat(told)
                .singleElement()
                .asString()
                .matches(
                        "kept 2 of 4 variables: u \\(importance 0\\.\\d+\\), v \\(importance 0\\.\\d+\\); the most important one left out:"
                                + " (idle|noise) \\(0\\.0\\d+\\)");
    }

    @Test
    void removesTheNoiseOfTheTarget() {
        TrainingTable prepared = new Preparation(OptionalInt.empty(), true).apply(table, told::add);

        assertThat(prepared.variables()).isEqualTo(table.variables());
        assertThat(Metrics.meanSquaredError(prepared.values(), truth))
                .isLessThan(Metrics.meanSquaredError(table.values(), truth) / 3);
        assertThat(told.get(0)).matches("denoised y: noise of standard deviation 0\\.[34]\\d* removed; .*");
        assertThat(told.get(1)).startsWith("length scales: idle ");
    }

    @Test
    void doesNothingUnasked() {
        assertThat(new Preparation(OptionalInt.empty(), false).apply(table, told::add))
                .isSameAs(table);
        assertThat(told).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        Preparation many = new Preparation(OptionalInt.of(5), false);
        assertThatThrownBy(() -> many.apply(table, told::add))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("--select-k-features 5: there are only 4 variables; give a smaller number");
        assertThatThrownBy(() -> new Preparation(OptionalInt.of(0), false)).hasMessageContaining("must be 1 or more");
        TrainingTable huge = table.withValues(new double[3000]);
        assertThatThrownBy(() -> new Preparation(OptionalInt.empty(), true).apply(huge, told::add))
                .hasMessage("--denoise: takes at most 2000 rows; there are 3000; give fewer rows, or leave it out");
    }
}
