package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.evaluation.Loss;

class AccuracyTest {
    @TempDir
    Path folder;

    @Test
    void errorsAreThoseOfTheTextbook() throws IOException {
        Accuracy accuracy =
                Accuracy.of(table("1,1,1", "2,2,1", "3,3,1", "4,6,1", false), new double[] {2, 2, 2, 6}, Loss.SQUARE);

        // Squares of residuals 1, 0, 1, 0; squares of deviations from the mean 3: 4, 1, 0, 9.
        assertThat(accuracy.loss()).isEqualTo(0.5);
        assertThat(accuracy.lossError()).isCloseTo(Math.sqrt(1.0 / 3 / 4), within(1e-15));
        assertThat(accuracy.rootMeanSquare()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(accuracy.rootMeanSquareError()).isCloseTo(Math.sqrt(1.0 / 12) / (2 * Math.sqrt(0.5)), within(1e-15));
        assertThat(accuracy.largest()).isEqualTo(1);
        assertThat(accuracy.spread()).isCloseTo(Math.sqrt(3.5), within(1e-15));
        assertThat(accuracy.determination()).isCloseTo(1 - 0.5 / 3.5, within(1e-15));
    }

    @Test
    void rowsCountAsTheirWeightsSay() throws IOException {
        Accuracy accuracy =
                Accuracy.of(table("1,1,3", "2,2,1", "3,3,3", "4,6,1", true), new double[] {2, 2, 2, 6}, Loss.SQUARE);

        assertThat(accuracy.loss()).isEqualTo(0.75);
        assertThat(accuracy.rootMeanSquare()).isCloseTo(Math.sqrt(0.75), within(1e-15));
    }

    @Test
    void noScaleIsTooSmallOrTooLarge() throws IOException {
        for (String power : List.of("e-300", "e300")) {
            double unit = Double.parseDouble("1" + power);
            Accuracy accuracy = Accuracy.of(
                    table(
                            "1,1" + power + ",1",
                            "2,2" + power + ",1",
                            "3,3" + power + ",1",
                            "4,6" + power + ",1",
                            false),
                    new double[] {2 * unit, 2 * unit, 2 * unit, 6 * unit},
                    Loss.SQUARE);

            assertThat(accuracy.rootMeanSquare() / unit).isCloseTo(Math.sqrt(0.5), within(1e-12));
            assertThat(accuracy.determination()).isCloseTo(1 - 0.5 / 3.5, within(1e-12));
        }
    }

    private TrainingTable table(String first, String second, String third, String fourth, boolean weighted)
            throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, String.join("\n", "x,y,w", first, second, third, fourth));
        return TrainingTable.read(
                DelimitedFile.open(file, DelimitedFormat.detected()),
                "y",
                List.of("x"),
                weighted ? Optional.of("w") : Optional.empty());
    }
}
