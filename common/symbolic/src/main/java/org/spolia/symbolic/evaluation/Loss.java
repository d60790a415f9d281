package org.spolia.symbolic.evaluation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.HyperbolicTangent;
import org.spolia.symbolic.special.Power;
import org.spolia.symbolic.special.ShiftedLogarithm;
import org.spolia.symbolic.special.Sine;

/**
 * What a residual r, prediction less target, costs. Names and definitions are those of PySR (LossFunctions.jl).
 *
 * @param parameter the threshold, tolerance, quantile, power or period of those that have one, else 0
 * @param formula the loss of {@link Kind#CUSTOM}, of the residual or of prediction and target; no other has one
 */
public record Loss(Kind kind, double parameter, Optional<Definition> formula) {
    /** The squared residual. */
    public static final Loss SQUARE = new Loss(Kind.L2DIST, 0, Optional.empty());

    /** Half the step of a difference quotient, as a share: the cube root of what doubles resolve. */
    private static final double STEP = 6e-6;

    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?");
    private static final String EXAMPLE = "'loss(prediction, target) = abs(prediction - target)^1.5'";
    private static final Set<Kind> NAMED = EnumSet.complementOf(EnumSet.of(Kind.CUSTOM));
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
        L2EPSILONINS(true),
        /** |r| to the power of the parameter. */
        LPDIST(true),
        /** 1 - cos(2π r/c), where the parameter c is the period. */
        PERIODIC(true),
        /** 2 log(cosh(r/2)). */
        LOGITDIST(false),
        /** A formula. */
        CUSTOM(false);

        private final boolean parametric;

        Kind(boolean parametric) {
            this.parametric = parametric;
        }
    }

    public Loss {
        if (formula.isPresent() != (kind == Kind.CUSTOM)) {
            throw new IllegalArgumentException("a formula is for " + Kind.CUSTOM + " alone: " + kind);
        }
        boolean allowed = kind == Kind.QUANTILE ? parameter > 0 && parameter < 1 : parameter > 0;
        if (kind.parametric && !(allowed && Double.isFinite(parameter))) {
            throw new IllegalArgumentException("parameter of " + name(kind) + " must be > 0"
                    + (kind == Kind.QUANTILE ? " and < 1" : "") + ": " + parameter);
        }
    }

    /**
     * Reads a loss as PySR writes it: {@code L1DistLoss()}, {@code HuberLoss(1.5)}; the parentheses may be left out where there is no
     * parameter. A formula is {@code loss(prediction, target) = …} or, of the residual, {@code loss(r) = …}.
     *
     * @throws IllegalArgumentException if the text is no loss
     */
    public static Loss parse(String text) {
        return text.contains("=") ? custom(text) : named(text);
    }

    private static Loss custom(String text) {
        Definition formula = Definition.parse(text, Definitions.NONE);
        if (formula.arity() > 2) {
            throw new IllegalArgumentException("'" + text
                    + "' has too many operands; write loss(prediction, target) = … or, of the residual, loss(r) = …");
        }
        return new Loss(Kind.CUSTOM, 0, Optional.of(formula));
    }

    private static Loss named(String text) {
        Matcher call = CALL.matcher(text.strip());
        if (call.matches()) {
            for (Kind kind : NAMED) {
                if (name(kind).equalsIgnoreCase(call.group(1))) {
                    String given = call.group(2) == null ? "" : call.group(2).strip();
                    if (kind.parametric == given.isEmpty()) {
                        throw new IllegalArgumentException("'" + text + "' "
                                + (kind.parametric
                                        ? "needs a parameter, as in " + name(kind) + "(0.5)"
                                        : "has no parameter"));
                    }
                    return new Loss(kind, kind.parametric ? number(given) : 0, Optional.empty());
                }
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no loss; known are "
                + NAMED.stream().map(Loss::name).collect(Collectors.joining(", ")) + ", and formulas as in " + EXAMPLE);
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
            case LPDIST -> "LPDistLoss";
            case LOGITDIST -> "LogitDistLoss";
            case HUBER, QUANTILE, PERIODIC, CUSTOM ->
                kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT) + "Loss";
        };
    }

    boolean isSquare() {
        return kind == Kind.L2DIST;
    }

    /** The loss of a prediction that misses the target by r. */
    double of(double r, double target) {
        double a = Math.abs(r);
        return switch (kind) {
            case L2DIST -> r * r;
            case L1DIST -> a;
            case HUBER -> a <= parameter ? 0.5 * r * r : parameter * (a - 0.5 * parameter);
            case LOGCOSH -> logCosh(a);
            case QUANTILE -> r > 0 ? (1 - parameter) * r : -parameter * r;
            case L1EPSILONINS -> Math.max(0, a - parameter);
            case L2EPSILONINS -> Math.max(0, a - parameter) * Math.max(0, a - parameter);
            case LPDIST -> Power.pow(a, parameter);
            case PERIODIC -> 1 - Sine.cos(2 * Math.PI / parameter * a);
            case LOGITDIST -> 2 * logCosh(0.5 * a);
            case CUSTOM -> ofFormula(r, target);
        };
    }

    private static double logCosh(double a) {
        return a + ShiftedLogarithm.log1p(Exponential.exp(-2 * a)) - LN_2;
    }

    private double ofFormula(double r, double target) {
        Definition definition = formula.orElseThrow();
        return Evaluator.apply(
                definition, definition.arity() == 1 ? new double[] {r} : new double[] {r + target, target});
    }

    /**
     * The weight with which the square of the residual has the slope of the loss: what iteratively reweighted least squares use
     * (Holland and Welsch, Communications in Statistics A6 (1977) 813). Not negative, though slopes of formulas may point the other way.
     *
     * @param least what |r| is taken for at least, so that no weight is infinite
     */
    double weight(double r, double target, double least) {
        double a = Math.max(Math.abs(r), least);
        return switch (kind) {
            case L2DIST -> 1;
            case L1DIST -> 0.5 / a;
            case HUBER -> a <= parameter ? 0.5 : 0.5 * parameter / a;
            case LOGCOSH -> 0.5 * HyperbolicTangent.tanh(a) / a;
            case QUANTILE -> 0.5 * (r > 0 ? 1 - parameter : parameter) / a;
            case L1EPSILONINS -> a > parameter ? 0.5 / a : 0;
            case L2EPSILONINS -> a > parameter ? (a - parameter) / a : 0;
            case LPDIST -> 0.5 * parameter * Power.pow(a, parameter - 2);
            case PERIODIC -> Math.max(0, Math.PI / parameter * Sine.sin(2 * Math.PI / parameter * a) / a);
            case LOGITDIST -> 0.5 * HyperbolicTangent.tanh(0.5 * a) / a;
            case CUSTOM -> weightOfFormula(r < 0 ? -a : a, target);
        };
    }

    private double weightOfFormula(double r, double target) {
        double step = STEP * (Math.abs(r) + Math.abs(target));
        double slope = (ofFormula(r + step, target) - ofFormula(r - step, target)) / (2 * step);
        double weight = slope / (2 * r);
        return weight > 0 && weight < Double.POSITIVE_INFINITY ? weight : 0;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return formula.map(Definition::text)
                .orElseGet(() -> name(kind) + "(" + (kind.parametric ? parameter : "") + ")");
    }
}
