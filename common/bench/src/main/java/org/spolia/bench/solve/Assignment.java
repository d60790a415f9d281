package org.spolia.bench.solve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.ProblemData;
import org.spolia.statistics.Metrics;
import org.spolia.symbolic.expression.Decimal;

/**
 * A law to find from the rows of one seed, in a folder with {@code train.csv}, {@code test.csv} and {@code ood.csv}: a
 * line of names, then the variables and the target. Only the training rows have noise.
 */
final class Assignment {
    private static final int TEST_ROWS = 1000;

    private final Law law;
    private final int seed;
    private final Path folder;
    private final Dataset dataset;

    private Assignment(Law law, int seed, Path folder, Dataset dataset) {
        this.law = law;
        this.seed = seed;
        this.folder = folder;
        this.dataset = dataset;
    }

    /** Draws the rows as in an experiment and writes them to the folder. */
    static Assignment of(Law law, Setting setting, int seed, Path folder) {
        ProblemData data = law.catalogued().problem().open();
        DataRequest request = new DataRequest(setting.trainRows(), TEST_ROWS, 0, setting.noise(), seed);
        Dataset dataset = law.catalogued().dataset(data, data.effective(request));
        Assignment assignment = new Assignment(law, seed, folder, dataset);
        dataset.splits().forEach(assignment::write);
        return assignment;
    }

    private void write(Split split) {
        Rows rows = dataset.rows(split);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", dataset.variables()) + "," + target());
        for (int row = 0; row < rows.count(); row++) {
            StringJoiner cells = new StringJoiner(",");
            for (double[] column : rows.columns()) {
                cells.add(Decimal.shortest(column[row]));
            }
            lines.add(cells.add(Decimal.shortest(rows.target()[row])).toString());
        }
        try {
            Files.createDirectories(folder);
            Files.write(file(split), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(Split split) {
        return folder.resolve(split.label() + ".csv");
    }

    Path folder() {
        return folder;
    }

    Law law() {
        return law;
    }

    int seed() {
        return seed;
    }

    String target() {
        return law.catalogued().problem().targetName();
    }

    List<String> variables() {
        return dataset.variables();
    }

    Rows rows(Split split) {
        return dataset.rows(split);
    }

    /** Returns the normalised error of predictions at the rows of a split; infinite if a prediction is not finite. */
    double error(double[] prediction, Split split) {
        if (Metrics.validShare(prediction) < 1) {
            return Double.POSITIVE_INFINITY;
        }
        return Metrics.nmse(prediction, rows(split).reference());
    }
}
