package org.spolia.bench.solve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.CounterRandom;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.ProblemData;
import org.spolia.statistics.Metrics;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;

/**
 * A law to find from the rows of one seed, in a folder with {@code train.csv}, {@code test.csv} and {@code ood.csv}: a
 * line of names, then the variables and the target. Only the training rows have noise.
 */
final class Assignment {
    private static final int TEST_ROWS = 1000;

    /** Nuisance columns have the same range in every split. */
    private static final double NUISANCE_FROM = 0.5;

    private static final double NUISANCE_WIDTH = 3;

    private final Law law;
    private final int seed;
    private final Path folder;
    private final Dataset dataset;
    private final Evaluator evaluator = new Evaluator();

    private Assignment(Law law, int seed, Path folder, Dataset dataset) {
        this.law = law;
        this.seed = seed;
        this.folder = folder;
        this.dataset = dataset;
    }

    /** Draws the rows as in an experiment and writes them to the folder. */
    static Assignment of(Law law, Setting setting, int seed, Path folder) {
        ProblemData data = law.problem().open();
        DataRequest request = new DataRequest(setting.trainRows(), TEST_ROWS, 0, setting.noise(), seed);
        Dataset dataset = withNuisance(law, data.dataset(data.effective(request)), seed);
        Assignment assignment = new Assignment(law, seed, folder, dataset);
        dataset.splits().forEach(assignment::write);
        return assignment;
    }

    /** Adds columns after the variables of the law. */
    private static Dataset withNuisance(Law law, Dataset dataset, int seed) {
        List<String> names = new ArrayList<>(dataset.variables());
        IntStream.rangeClosed(1, law.nuisance()).forEach(number -> names.add("z" + number));
        Map<Split, Rows> splits = new EnumMap<>(Split.class);
        for (Split split : dataset.splits()) {
            Rows rows = dataset.rows(split);
            List<double[]> columns = new ArrayList<>(List.of(rows.columns()));
            for (String name : names.subList(columns.size(), names.size())) {
                CounterRandom random = CounterRandom.of(ContentHash.of("nuisance")
                        .add(law.id())
                        .add(split.label())
                        .add(seed)
                        .add(name));
                columns.add(IntStream.range(0, rows.count())
                        .mapToDouble(row -> NUISANCE_FROM + NUISANCE_WIDTH * random.uniform(row))
                        .toArray());
            }
            splits.put(split, Rows.generated(columns.toArray(double[][]::new), rows.target(), rows.reference()));
        }
        return Dataset.of(dataset.datasetId(), law.problem().targetName(), names, splits);
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
        return law.problem().targetName();
    }

    List<String> variables() {
        return dataset.variables();
    }

    Rows rows(Split split) {
        return dataset.rows(split);
    }

    /** Returns the normalised error of a model at the rows of a split; infinite if a prediction is not finite. */
    double error(Expression model, Split split) {
        return error(evaluator.predict(model, rows(split).columns()), split);
    }

    /** Returns the normalised error of predictions at the rows of a split; infinite if a prediction is not finite. */
    double error(double[] prediction, Split split) {
        if (Metrics.validShare(prediction) < 1) {
            return Double.POSITIVE_INFINITY;
        }
        return Metrics.nmse(prediction, rows(split).reference());
    }
}
