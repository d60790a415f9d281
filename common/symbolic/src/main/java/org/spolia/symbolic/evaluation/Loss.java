package org.spolia.symbolic.evaluation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spolia.symbolic.evaluation.fitting.FormulaWeights;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.HyperbolicTangent;
import org.spolia.symbolic.special.Power;
import org.spolia.symbolic.special.ShiftedLogarithm;
import org.spolia.symbolic.special.Sine;

/**
 * The loss of a residual r, prediction less target. For targets that are the classes -1 and 1, the loss of the
 * agreement a, prediction times target. Names and definitions are those of PySR (LossFunctions.jl).
 *
 * @param parameter the threshold, tolerance, quantile, power or period of the losses that have one, otherwise 0
 * @param formula the formula of {@link Kind#CUSTOM}, of the residual or of prediction and target; otherwise empty
 */
public record Loss(Kind kind, double parameter, Optional<Definition> formula) {
    /** The squared residual. */
    public static final Loss SQUARE = new Loss(Kind.L2DIST, 0, Optional.empty());

    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?");
    private static final String EXAMPLE = "'loss(prediction, target) = abs(prediction - target)^1.5'";
    private static final Set<Kind> NAMED = EnumSet.complementOf(EnumSet.of(Kind.CUSTOM));
    private static final double LN_2 = 0.6931471805599453;

    /** The families. */
    public enum Kind {
        /** r². */
        L2DIST("L2DistLoss", false, false),
        /** |r|. */
        L1DIST("L1DistLoss", false, false),
        /** r²/2 up to the parameter d, then d (|r| - d/2). */
        HUBER("HuberLoss", true, false),
        /** log(cosh r). */
        LOGCOSH("LogCoshLoss", false, false),
        /** |r| times the parameter if the prediction is too small, times 1 less the parameter if it is too large. */
        QUANTILE("QuantileLoss", true, false),
        /** The amount by which |r| exceeds the parameter. */
        L1EPSILONINS("L1EpsilonInsLoss", true, false),
        /** The square of the amount by which |r| exceeds the parameter. */
        L2EPSILONINS("L2EpsilonInsLoss", true, false),
        /** |r| to the power of the parameter. */
        LPDIST("LPDistLoss", true, false),
        /** 1 - cos(2π r/c), where the parameter c is the period. */
        PERIODIC("PeriodicLoss", true, false),
        /** 2 log(cosh(r/2)). */
        LOGITDIST("LogitDistLoss", false, false),
        /** 1 if a is negative. */
        ZEROONE("ZeroOneLoss", false, true),
        /** The amount by which a is below 0. */
        PERCEPTRON("PerceptronLoss", false, true),
        /** log(1 + exp(-a)). */
        LOGITMARGIN("LogitMarginLoss", false, true),
        /** The amount by which a is below 1. */
        L1HINGE("L1HingeLoss", false, true),
        /** The square of the amount by which a is below 1. */
        L2HINGE("L2HingeLoss", false, true),
        /** Like {@link #L1HINGE}, with a parabola between 1 less the parameter and 1. */
        SMOOTHEDL1HINGE("SmoothedL1HingeLoss", true, true),
        /** Like {@link #L2HINGE} down to -1, then -4 a. */
        MODIFIEDHUBER("ModifiedHuberLoss", false, true),
        /** (1 - a)². */
        L2MARGIN("L2MarginLoss", false, true),
        /** exp(-a). */
        EXP("ExpLoss", false, true),
        /** 1 - tanh(a). */
        SIGMOID("SigmoidLoss", false, true),
        /** 1 - a up to q/(q + 1), then a power -q of a, where q is the parameter: distance-weighted discrimination. */
        DWDMARGIN("DWDMarginLoss", true, true),
        /** A formula. */
        CUSTOM("", false, false);

        private final String text;
        private final boolean parametric;
        private final boolean margin;

        Kind(String text, boolean parametric, boolean margin) {
            this.text = text;
            this.parametric = parametric;
            this.margin = margin;
        }
    }

    public Loss {
        if (formula.isPresent() != (kind == Kind.CUSTOM)) {
            throw new IllegalArgumentException("a formula is for " + Kind.CUSTOM + " alone: " + kind);
        }
        boolean allowed = kind == Kind.QUANTILE ? parameter > 0 && parameter < 1 : parameter > 0;
        if (kind.parametric && !(allowed && Double.isFinite(parameter))) {
            throw new IllegalArgumentException("parameter of " + kind.text + " must be > 0"
                    + (kind == Kind.QUANTILE ? " and < 1" : "") + ": " + parameter);
        }
    }

    /**
     * Reads a loss in the notation of PySR: {@code L1DistLoss()}, {@code HuberLoss(1.5)}; the parentheses are optional
     * without a parameter. A formula is {@code loss(prediction, target) = …} or, for the residual, {@code loss(r) = …}.
     *
     * @throws IllegalArgumentException if the text is not a loss
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
                if (kind.text.equalsIgnoreCase(call.group(1))) {
                    String given = call.group(2) == null ? "" : call.group(2).strip();
                    if (kind.parametric == given.isEmpty()) {
                        throw new IllegalArgumentException("'" + text + "' "
                                + (kind.parametric
                                        ? "needs a parameter, as in " + kind.text + "(0.5)"
                                        : "has no parameter"));
                    }
                    return new Loss(kind, kind.parametric ? number(given) : 0, Optional.empty());
                }
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a loss; known losses are "
                + NAMED.stream().map(kind -> kind.text).collect(Collectors.joining(", ")) + ", and formulas as in "
                + EXAMPLE);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }

    public boolean isSquare() {
        return kind == Kind.L2DIST;
    }

    boolean isMargin() {
        return kind.margin;
    }

    /**
     * The passes over the rows that the loss adds to those of the expression, for the budget of a search: the nodes of
     * a formula.
     */
    public int passes() {
        return formula.map(definition -> definition.formula().size()).orElse(0);
    }

    /**
     * Checks that the loss applies to these targets.
     *
     * @throws IllegalArgumentException if it is for classes and a target is not a class
     */
    public void requireTargets(double[] targets) {
        for (double target : targets) {
            if (kind.margin && Math.abs(target) != 1) {
                throw new IllegalArgumentException(this + " is for the classes -1 and 1, and a target is "
                        + Decimal.shortest(target) + "; write the classes as -1 and 1, or take a loss of distances");
            }
        }
    }

    /** Returns the loss of a prediction with residual r. */
    public double of(double r, double target) {
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
            default -> Margin.loss(kind, agreement(r, target), parameter);
        };
    }

    private static double logCosh(double a) {
        return a + ShiftedLogarithm.log1p(Exponential.exp(-2 * a)) - LN_2;
    }

    private static double agreement(double r, double target) {
        return (r + target) * target;
    }

    private double ofFormula(double r, double target) {
        Definition definition = formula.orElseThrow();
        return Evaluator.apply(
                definition, definition.arity() == 1 ? new double[] {r} : new double[] {r + target, target});
    }

    /**
     * Returns the weight with which the square of the residual, or of the {@link #step} of a loss for classes, has the
     * slope of the loss, as in iteratively reweighted least squares (Holland and Welsch, Communications in Statistics
     * A6 (1977) 813). Not negative. {@link FormulaWeights} computes the weights of formulas.
     *
     * @param least the lower bound of |r|, so that no weight is infinite
     */
    public double weight(double r, double target, double least) {
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
            case CUSTOM -> throw new IllegalStateException("A formula is weighed by blocks");
            default -> 0.5 * Margin.curvature(kind, agreement(r, target), parameter, least);
        };
    }

    /**
     * Returns the change that a fit aims at: to the target, or to the minimum of the parabola that approximates a loss
     * for classes.
     */
    public double step(double r, double target, double least) {
        if (!kind.margin) {
            return -r;
        }
        double agreement = agreement(r, target);
        double curvature = Margin.curvature(kind, agreement, parameter, least);
        return curvature > 0 ? -target * Margin.slope(kind, agreement, parameter) / curvature : 0;
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        return formula.map(Definition::text)
                .orElseGet(() -> kind.text + "(" + (kind.parametric ? parameter : "") + ")");
    }
}
