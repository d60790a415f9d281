package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.SearchResult;

/**
 * Units that avoid extreme numbers in a search. A target or a variable is divided by a power of two if the square of
 * its largest value overflows, or is too small for the floats of a library. All others keep their values. The results
 * of the search are in the units of the data.
 *
 * <p>If even the loss overflows in the units of the data, losses are shares of the variance of the target.
 */
final class Scaling {
    private static final int ORDINARY = 100;
    private static final int ORDINARY_IN_SINGLE = 50;
    private static final int ORDINARY_WITHOUT_FACTORS = 400;

    /** Powers of two beyond this one overflow. */
    private static final int LARGEST = 1000;

    private static final int SMALLEST_LOSS = -900;
    private static final int LARGEST_LOSS = 1000;
    private static final double SAME = 1e-6;
    private static final double ROUNDING = 1e-24;

    private final Evaluator evaluator = new Evaluator();
    private final SearchOptions options;
    private final Sample given;
    private final Sample scaled;
    private final int[] variables;
    private final int target;

    private Scaling(SearchOptions options, Sample given, int[] variables, int target) {
        this.options = options;
        this.given = given;
        this.variables = variables;
        this.target = target;
        this.scaled = isIdentity() ? given : given.scaledDown(variables, target);
    }

    static Scaling of(Sample sample, SearchOptions options) {
        int[] variables = new int[sample.variables()];
        boolean possible = sample.loss().equals(Loss.SQUARE)
                && options.operators().template().isEmpty()
                && !options.constraints().shape().given()
                && (!options.constraints().units().given()
                        || options.constraints().units().forbid());
        if (!possible) {
            return new Scaling(options, sample, variables, 0);
        }
        int ordinary = ordinary(options);
        for (int i = 0; i < variables.length; i++) {
            int variable = i;
            variables[i] = exponent(row -> sample.value(variable, row), sample.rows(), ordinary);
        }
        return new Scaling(options, sample, variables, exponent(sample::targetValue, sample.rows(), ordinary));
    }

    private static int ordinary(SearchOptions options) {
        if (!options.operators().contains(Opcode.MUL) && !options.operators().contains(Opcode.DIV)) {
            // Other units can hardly be expressed.
            return ORDINARY_WITHOUT_FACTORS;
        }
        return options.precision() == FloatingPoint.FLOAT32 ? ORDINARY_IN_SINGLE : ORDINARY;
    }

    private static int exponent(IntToDoubleFunction values, int rows, int ordinary) {
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            largest = Math.max(largest, Math.abs(values.applyAsDouble(row)));
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.max(-LARGEST, Math.min(LARGEST, Math.getExponent(largest)));
        return Math.abs(exponent) <= ordinary ? 0 : exponent;
    }

    /** Whether the search is in the units of the data. */
    boolean isIdentity() {
        return target == 0 && Arrays.stream(variables).allMatch(exponent -> exponent == 0);
    }

    /** The scaled sample, in the units of the search. */
    Sample sample() {
        return scaled;
    }

    /** Returns a guess in the units of the search, if it can be expressed in them. */
    Optional<Expression> guess(Expression guess) {
        return isIdentity() ? Optional.of(guess) : Rescaling.of(guess, variables, -target, options.operators(), false);
    }

    /** Returns whether losses are shares of the variance. */
    boolean isRelative() {
        int exponent = Math.getExponent(scaled.variance()) + 2 * target;
        return target != 0 && (exponent < SMALLEST_LOSS || exponent > LARGEST_LOSS);
    }

    private double loss(double loss) {
        return isRelative() ? loss / scaled.variance() : Math.scalb(loss, 2 * target);
    }

    /** Converts the models to the units of the data. Models without finite constants there are left out. */
    SearchResult result(SearchResult result) {
        if (isIdentity()) {
            return result;
        }
        List<Candidate> moved = new ArrayList<>();
        Optional<Candidate> selected = Optional.empty();
        for (Candidate candidate : result.candidates()) {
            Optional<Candidate> inUnits = candidate(candidate);
            inUnits.ifPresent(moved::add);
            selected = candidate == result.best() ? inUnits : selected;
        }
        if (moved.isEmpty()) {
            moved.add(mean());
        }
        List<Candidate> ranked = ranked(moved);
        Expression chosen = selected.orElse(moved.get(moved.size() - 1)).expression();
        int index = 0;
        while (!ranked.get(index).expression().equals(chosen)) {
            index++;
        }
        return new SearchResult(
                ranked, index, result.evaluations(), result.expressions(), result.failures(), isRelative());
    }

    /** Converts the models of a front to the units of the data. */
    List<Candidate> front(List<Candidate> front) {
        if (isIdentity()) {
            return front;
        }
        List<Candidate> moved =
                front.stream().map(this::candidate).flatMap(Optional::stream).toList();
        return ranked(moved.isEmpty() ? List.of(mean()) : moved).stream()
                .filter(Candidate::pareto)
                .toList();
    }

    /** Returns the mean of the target, which can always be expressed. */
    private Candidate mean() {
        Expression mean = Expression.constant(Math.scalb(scaled.mean(), target));
        return new Candidate(
                mean, new AdmissionRules(options).complexity(mean.toTree()), 1, loss(scaled.variance()), true);
    }

    private Optional<Candidate> candidate(Candidate candidate) {
        return expression(candidate.expression(), false)
                .or(() -> expression(candidate.expression(), true))
                .map(expression -> new Candidate(
                        expression,
                        new AdmissionRules(options).complexity(expression.toTree()),
                        1,
                        loss(candidate.loss()),
                        false,
                        candidate.heldOut().map(held -> new HeldOut(loss(held.loss()), loss(held.standardError()))),
                        Optional.empty()))
                .filter(moved -> Double.isFinite(moved.loss()));
    }

    /** Returns the expression in the units of the data, if its values agree with those of the search. */
    private Optional<Expression> expression(Expression expression, boolean early) {
        int[] down = Arrays.stream(variables).map(exponent -> -exponent).toArray();
        return Rescaling.of(expression, down, target, options.operators(), early)
                .filter(moved -> agrees(moved, expression));
    }

    private boolean agrees(Expression moved, Expression expression) {
        double before = squares(evaluator.predict(expression, new double[0], scaled), 0);
        double after = squares(evaluator.predict(moved, new double[0], given), -target);
        return after <= before * (1 + SAME) + ROUNDING * scaled.sumOfSquares() || !Double.isFinite(before);
    }

    private double squares(double[] values, int exponent) {
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            double residual = Math.scalb(values[row], exponent) - scaled.targetValue(row);
            sum += scaled.weight(row) * (residual * residual);
        }
        return sum;
    }

    private static List<Candidate> ranked(List<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingInt(Candidate::complexity).thenComparingDouble(Candidate::loss));
        List<Candidate> ranked = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (Candidate candidate : sorted) {
            boolean first = ranked.isEmpty() || ranked.get(ranked.size() - 1).complexity() < candidate.complexity();
            int rank = first ? 1 : ranked.get(ranked.size() - 1).rank() + 1;
            ranked.add(new Candidate(
                    candidate.expression(),
                    candidate.complexity(),
                    rank,
                    candidate.loss(),
                    candidate.loss() < best,
                    candidate.heldOut(),
                    candidate.composition()));
            best = Math.min(best, candidate.loss());
        }
        return ranked;
    }
}
