package org.spolia.experiment.fit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.Fit;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionSyntaxException;

/**
 * Equations that a search starts from. A letter that is not a column, with or without a number, is a constant to be
 * fitted, as in {@code c*x^c2}; so is each {@code ?}.
 */
final class Guesses {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    /** Excludes {@code e}, which may be the number, and {@code x1}, which is a name of columns. */
    private static final Pattern CONSTANT = Pattern.compile("[a-zA-Z&&[^eExX]][0-9]*|\\$[0-9]+");

    /**
     * Starting points of fits, which find the nearest optimum. None is round, because a search takes round numbers as
     * given.
     */
    private static final double[] STARTS = {1.0307, 0.10307, -1.0307, 10.307, 0.010307, 103.07};

    private static final int MOST_STARTS = 72;
    private static final int MOST_ROWS = 1000;
    private static final FitLimits LIMITS = FitLimits.thorough(40);

    private Guesses() {}

    /**
     * Returns the expression of a guess, with its constants fitted to at most {@value MOST_ROWS} rows.
     *
     * @param sample a sample whose variables have these names
     */
    static Expression parse(String guess, List<String> names, Definitions definitions, Sample sample) {
        String text = numbered(guess);
        List<String> constants = List.copyOf(constants(text, names));
        try {
            Expression expression = Expression.parse(text, names, constants, definitions);
            return constants.isEmpty()
                    ? expression
                    : fitted(guess, expression, constants.size(), sample.spread(MOST_ROWS));
        } catch (ExpressionSyntaxException e) {
            throw new ExperimentException(
                    "--guesses: " + e.getMessage() + "; constants to fit are written as ?, or as a letter that is not a"
                            + " column: c, c2",
                    e);
        }
    }

    private static Expression fitted(String guess, Expression expression, int count, Sample sample) {
        LevenbergMarquardt solver = new LevenbergMarquardt(new Evaluator());
        double least = Double.POSITIVE_INFINITY;
        double[] best = new double[count];
        for (int start = 0; start < MOST_STARTS; start++) {
            Fit fit = solver.fit(expression, sample, start(start, count), LIMITS);
            if (fit.residualSquares() < least) {
                least = fit.residualSquares();
                best = fit.parameters();
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            throw new ExperimentException("--guesses: '" + guess + "' has no value at some row for any constants;"
                    + " leave it out, or the rows outside its domain");
        }
        return expression.withParameters(best);
    }

    /** Each start gives the next value to the first constant; the others advance at different rates. */
    private static double[] start(int number, int count) {
        double[] values = new double[count];
        int turn = number;
        for (int i = 0; i < count; i++) {
            values[i] = STARTS[Math.floorMod(turn, STARTS.length)];
            turn = turn / STARTS.length + i * number;
        }
        return values;
    }

    private static String numbered(String guess) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (int i = 0; i < guess.length(); i++) {
            char c = guess.charAt(i);
            text.append(c == '?' ? "$" + ++count : String.valueOf(c));
        }
        return text.toString();
    }

    private static Set<String> constants(String text, List<String> names) {
        Set<String> constants = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            String name = matcher.group();
            boolean called = text.substring(matcher.end()).stripLeading().startsWith("(");
            boolean exponent = matcher.start() > 0 && Character.isDigit(text.charAt(matcher.start() - 1));
            if (!called
                    && !exponent
                    && !names.contains(name)
                    && CONSTANT.matcher(name).matches()) {
                constants.add(name);
            }
        }
        return constants;
    }
}
