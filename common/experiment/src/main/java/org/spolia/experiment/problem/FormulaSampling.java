package org.spolia.experiment.problem;

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
import org.spolia.statistics.Moments;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.InvalidValueException;

/**
 * Draws the rows of a formula. Each value depends only on problem, split, seed, variable, row and draw. So a split with
 * more rows starts with the rows of one with fewer, and every noise level has the same rows and the same normal
 * deviates.
 *
 * <p>A row at which the formula is not finite is drawn again, up to {@link #MOST_DRAWS} times: the rows then follow the
 * distribution of the ranges, given that the formula is defined. A formula that is defined on less than about a tenth
 * of its ranges is refused.
 */
final class FormulaSampling {
    private static final int MOST_DRAWS = 64;

    private final FormulaProblem problem;
    private final String problemId;
    private final DataRequest request;
    private final Expression expression;
    private final Evaluator evaluator = new Evaluator();

    FormulaSampling(FormulaProblem problem, String problemId, DataRequest request) {
        this.problem = problem;
        this.problemId = problemId;
        this.request = request;
        this.expression = problem.expression();
    }

    Dataset dataset() {
        Map<Split, Rows> splits = new EnumMap<>(Split.class);
        splits.put(Split.TRAIN, train());
        splits.put(Split.TEST, exact(Split.TEST, request.testRows()));
        if (problem.extrapolates()) {
            splits.put(Split.OOD, exact(Split.OOD, request.testRows()));
        }
        return Dataset.of(problemId, problem.targetName(), problem.variableNames(), splits);
    }

    private Rows train() {
        Rows rows = exact(Split.TRAIN, request.trainRows());
        double[] truth = rows.reference();
        double deviation = Moments.populationDeviation(truth);
        if (deviation == 0) {
            throw new InvalidValueException(
                    "formula", "is " + Decimal.shortest(truth[0]) + " in every training row; a target must vary");
        }
        CounterRandom random = stream(Split.TRAIN, "noise");
        double scale = request.noise() * deviation;
        double[] noisy = IntStream.range(0, truth.length)
                .mapToDouble(row -> scale == 0 ? truth[row] : truth[row] + scale * random.normal(row))
                .toArray();
        return Rows.generated(rows.columns(), noisy, truth);
    }

    private Rows exact(Split split, int count) {
        List<Variable> variables = problem.variables();
        double[][] columns = new double[variables.size()][count];
        int[] rows = IntStream.range(0, count).toArray();
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            for (int variable = 0; variable < columns.length; variable++) {
                draw(columns[variable], variables.get(variable), split, rows, draw);
            }
            double[] values = evaluator.predict(expression, columns);
            rows = IntStream.of(rows)
                    .filter(row -> !Double.isFinite(values[row]))
                    .toArray();
            if (rows.length == 0) {
                requireFiniteVariance(split, values);
                return Rows.generated(columns, values, values);
            }
        }
        throw new InvalidValueException("formula", notFinite(split, columns, rows[0]));
    }

    private static void requireFiniteVariance(Split split, double[] values) {
        if (!Double.isFinite(Moments.populationVariance(values))) {
            throw new InvalidValueException(
                    "formula",
                    "has values in the " + split.label()
                            + " rows whose squares overflow; choose smaller ranges or another unit");
        }
    }

    private void draw(double[] column, Variable variable, Split split, int[] rows, int draw) {
        CounterRandom random = stream(split, variable.name());
        Interval range = split == Split.OOD ? variable.ood() : variable.train();
        for (int row : rows) {
            column[row] = variable.distribution().at(random.uniform(row + ((long) draw << Integer.SIZE)), range);
        }
    }

    private CounterRandom stream(Split split, String name) {
        return CounterRandom.of(ContentHash.of("rows")
                .add(problem.id())
                .add(split.label())
                .add(request.seed())
                .add(name));
    }

    private String notFinite(Split split, double[][] columns, int row) {
        StringJoiner values = new StringJoiner(", ");
        for (int variable = 0; variable < columns.length; variable++) {
            values.add(problem.variableNames().get(variable) + "=" + Decimal.shortest(columns[variable][row]));
        }
        return "is not finite at row " + row + " of the " + split.label() + " rows after " + MOST_DRAWS
                + " draws, last at " + values + "; shrink the " + (split == Split.OOD ? "ood" : "train")
                + " ranges to where the formula is defined";
    }
}
