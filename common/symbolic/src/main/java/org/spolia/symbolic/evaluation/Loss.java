package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.HyperbolicTangent;
import org.spolia.symbolic.special.ShiftedLogarithm;

/**
 * What a residual r, prediction less target, costs. Names and definitions are those of PySR (LossFunctions.jl).
 *
 * @param parameter the threshold, tolerance or quantile of those that have one, else 0
 */
public record Loss(Kind kind, double parameter) {
    /** The squared residual. */
    public static final Loss SQUARE = new Loss(Kind.L2DIST, 0);

    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?");
    private static final double LN_2 = 0.6931471805599453;

    /** The families. */
    public enum Kind {
        /** r². */
        L2DIST(false),
        /** |r|. */
        L1DIST(false),
        /** r²/2 up to the parameter d, then d (|r| - d/2). */
        HUBER(true),
        /** log(cosh r). */
        LOGCOSH(false),
        /** |r| times the parameter where the prediction is too small, times 1 less the parameter where it is too large. */
        QUANTILE(true),
        /** What |r| exceeds the parameter by. */
        L1EPSILONINS(true),
        /** The square of what |r| exceeds the parameter by. */
        L2EPSILONINS(true);

        private final boolean parametric;

        Kind(boolean parametric) {
            this.parametric = parametric;
        }
    }

    public Loss {
        boolean allowed = kind == Kind.QUANTILE ? parameter > 0 && parameter < 1 : parameter > 0;
        if (kind.parametric && !(allowed && Double.isFinite(parameter))) {
            throw new IllegalArgumentException("parameter of " + name(kind) + " must be > 0"
                    + (kind == Kind.QUANTILE ? " and < 1" : "") + ": " + parameter);
        }
    }

    /**
     * Reads a loss as PySR writes it: {@code L1DistLoss()}, {@code HuberLoss(1.5)}; the parentheses may be left out where there is no
     * parameter.
     *
     * @throws IllegalArgumentException if the text is no loss
     */
    public static Loss parse(String text) {
        Matcher call = CALL.matcher(text.strip());
        if (call.matches()) {
            for (Kind kind : Kind.values()) {
                if (name(kind).equalsIgnoreCase(call.group(1))) {
                    String given = call.group(2) == null ? "" : call.group(2).strip();
                    if (kind.parametric == given.isEmpty()) {
                        throw new IllegalArgumentException("'" + text + "' "
                                + (kind.parametric
                                        ? "needs a parameter, as in " + name(kind) + "(0.5)"
                                        : "has no parameter"));
                    }
                    return new Loss(kind, kind.parametric ? number(given) : 0);
                }
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no loss; known are "
                + Arrays.stream(Kind.values()).map(Loss::name).collect(Collectors.joining(", ")));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number", e);
        }
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case L2DIST -> "L2DistLoss";
            case L1DIST -> "L1DistLoss";
            case LOGCOSH -> "LogCoshLoss";
            case L1EPSILONINS -> "L1EpsilonInsLoss";
            case L2EPSILONINS -> "L2EpsilonInsLoss";
            case HUBER, QUANTILE ->
                kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT) + "Loss";
        };
    }

    boolean isSquare() {
        return kind == Kind.L2DIST;
    }

    double of(double r) {
        double a = Math.abs(r);
        return switch (kind) {
            case L2DIST -> r * r;
            case L1DIST -> a;
            case HUBER -> a <= parameter ? 0.5 * r * r : parameter * (a - 0.5 * parameter);
            case LOGCOSH -> a + ShiftedLogarithm.log1p(Exponential.exp(-2 * a)) - LN_2;
            case QUANTILE -> r > 0 ? (1 - parameter) * r : -parameter * r;
            case L1EPSILONINS -> Math.max(0, a - parameter);
            case L2EPSILONINS -> Math.max(0, a - parameter) * Math.max(0, a - parameter);
        };
    }

    /**
     * The weight with which the square of the residual has the slope of the loss: what iteratively reweighted least squares use
     * (Holland and Welsch, Communications in Statistics A6 (1977) 813).
     *
     * @param least what |r| is taken for at least, so that no weight is infinite
     */
    double weight(double r, double least) {
        double a = Math.max(Math.abs(r), least);
        return switch (kind) {
            case L2DIST -> 1;
            case L1DIST -> 0.5 / a;
            case HUBER -> a <= parameter ? 0.5 : 0.5 * parameter / a;
            case LOGCOSH -> 0.5 * HyperbolicTangent.tanh(a) / a;
            case QUANTILE -> 0.5 * (r > 0 ? 1 - parameter : parameter) / a;
            case L1EPSILONINS -> a > parameter ? 0.5 / a : 0;
            case L2EPSILONINS -> a > parameter ? (a - parameter) / a : 0;
        };
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return name(kind) + "(" + (kind.parametric ? parameter : "") + ")";
    }
}
