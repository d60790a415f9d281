package org.spolia.experiment.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.CounterRandom;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.Moments;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.InvalidValueException;

/**
 * Measured rows in memory, with the transformed target. From {@link #LEAST_ROWS_TO_SPLIT} rows on, the held-out share
 * of a request becomes the test split: the rows with the smallest random numbers, which depend only on problem, seed
 * and row. With fewer rows all of them train, and nothing depends on the seed.
 */
public final class MeasuredData implements ProblemData {
    static final int LEAST_ROWS_TO_SPLIT = 24;

    /** More text than this would not fit in memory as numbers together with the plan. */
    private static final long MOST_BYTES = 1L << 30;

    private final MeasuredProblem problem;
    private final double[][] columns;
    private final double[] target;
    private final String problemId;

    private MeasuredData(MeasuredProblem problem, double[][] columns, double[] target) {
        this.problem = problem;
        this.columns = columns;
        this.target = target;
        ContentHash hash = ContentHash.of("measured problem")
                .add(problem.id())
                .add(problem.variableNames())
                .add(problem.targetName());
        for (double[] column : columns) {
            hash.add(column);
        }
        this.problemId = hash.add(target).hex();
    }

    static MeasuredData read(MeasuredProblem problem) {
        requireSize(Path.of(problem.data()));
        TrainingTable table = TrainingTable.read(
                DelimitedFile.open(Path.of(problem.data()), DelimitedFormat.detected()),
                problem.target().column(),
                problem.variables().stream().map(MeasuredQuantity::column).toList());
        double[] target = problem.transform().apply(table.values());
        for (int row = 0; row < target.length; row++) {
            if (!Double.isFinite(target[row])) {
                throw new ExperimentException(problem.data() + ": row " + (row + 1) + " of column '"
                        + problem.target().column() + "' has no logarithm; it must be > 0 for 'transform: log'");
            }
        }
        if (!Double.isFinite(Moments.populationVariance(target))) {
            throw new ExperimentException(problem.data() + ": column '"
                    + problem.target().column() + "' has values whose squares overflow; scale the column");
        }
        return new MeasuredData(problem, table.columns(), target);
    }

    private static void requireSize(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ExperimentException(file + ": has " + (Files.size(file) >> 20) + " MiB, more than the "
                        + (MOST_BYTES >> 20) + " MiB of text that a problem may have; take a sample of the rows");
            }
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    public int rows() {
        return target.length;
    }

    /**
     * The sum of the squared residuals of a law over all rows, defined as certified sums are; infinite if it is not
     * finite.
     */
    public double residualSumOfSquares(Expression law) {
        double[] prediction = new Evaluator().predict(law, columns);
        return Metrics.validShare(prediction) < 1
                ? Double.POSITIVE_INFINITY
                : Metrics.residualSumOfSquares(prediction, target);
    }

    @Override
    public String problemId() {
        return problemId;
    }

    @Override
    public DataRequest effective(DataRequest request) {
        return testRows(request) > 0
                ? new DataRequest(0, 0, request.holdOut(), 0, request.seed())
                : new DataRequest(0, 0, 0, 0, 0);
    }

    @Override
    public long bytes(DataRequest request) {
        return rows() * (columns.length + 1L) * Double.BYTES;
    }

    @Override
    public Dataset dataset(DataRequest request) {
        int[] order = order(request.seed());
        int test = testRows(request);
        Map<Split, Rows> splits = new EnumMap<>(Split.class);
        splits.put(Split.TRAIN, rows(order, test, order.length));
        if (test > 0) {
            splits.put(Split.TEST, rows(order, 0, test));
        }
        if (Moments.populationVariance(splits.get(Split.TRAIN).target()) == 0) {
            throw new InvalidValueException(
                    "data",
                    "the target is constant in the " + (order.length - test) + " training rows of the data seed "
                            + request.seed() + "; hold out fewer rows or use another seed");
        }
        return Dataset.of(problemId, problem.targetName(), problem.variableNames(), splits);
    }

    private int testRows(DataRequest request) {
        return rows() < LEAST_ROWS_TO_SPLIT ? 0 : (int) Math.rint(request.holdOut() * rows());
    }

    /** Returns all rows, the held-out ones first. */
    private int[] order(long seed) {
        CounterRandom random =
                CounterRandom.of(ContentHash.of("hold-out").add(problem.id()).add(seed));
        return IntStream.range(0, rows())
                .boxed()
                .sorted(Comparator.<Integer, Long>comparing(random::bits).thenComparing(row -> row))
                .mapToInt(row -> row)
                .toArray();
    }

    /** Returns the rows at these positions of the order, in the order of the file. */
    private Rows rows(int[] order, int from, int to) {
        int[] chosen = Arrays.copyOfRange(order, from, to);
        Arrays.sort(chosen);
        double[][] picked =
                Arrays.stream(columns).map(column -> pick(column, chosen)).toArray(double[][]::new);
        return Rows.measured(picked, pick(target, chosen));
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
