package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.HyperbolicTangent;
import org.spolia.symbolic.special.Power;
import org.spolia.symbolic.special.ShiftedLogarithm;

/**
 * Losses of the agreement a, the product of a prediction and a target that is -1 or 1. A fit lowers them by
 * least-squares steps on a parabola with the slope of the loss at a and a non-negative curvature. If a bounded parabola
 * lies above the loss and touches it at a, that one is used (Hunter and Lange, The American Statistician 58 (2004) 30);
 * definitions are those of LossFunctions.jl.
 */
final class Margin {
    private Margin() {}

    static double loss(Loss.Kind kind, double a, double parameter) {
        double missing = Math.max(0, 1 - a);
        return switch (kind) {
            case ZEROONE -> a < 0 ? 1 : 0;
            case PERCEPTRON -> Math.max(0, -a);
            case LOGITMARGIN -> Math.max(0, -a) + ShiftedLogarithm.log1p(Exponential.exp(-Math.abs(a)));
            case L1HINGE -> missing;
            case L2HINGE -> missing * missing;
            case SMOOTHEDL1HINGE -> smoothedHinge(a, parameter);
            case MODIFIEDHUBER -> 4 * smoothedHinge(a, 2);
            case L2MARGIN -> (1 - a) * (1 - a);
            case EXP -> Exponential.exp(-a);
            case SIGMOID -> 1 - HyperbolicTangent.tanh(a);
            case DWDMARGIN -> a <= corner(parameter) ? 1 - a : tail(parameter) / Power.pow(a, parameter);
            default -> throw new IllegalArgumentException("Not a loss of an agreement: " + kind);
        };
    }

    private static double smoothedHinge(double a, double width) {
        double missing = Math.max(0, 1 - a);
        return a >= 1 - width ? 0.5 / width * missing * missing : 1 - 0.5 * width - a;
    }

    /** The agreement at which distance-weighted discrimination changes from a line to a power. */
    private static double corner(double q) {
        return q / (q + 1);
    }

    private static double tail(double q) {
        return Power.pow(q, q) / Power.pow(q + 1, q + 1);
    }

    /** The derivative of the loss. {@link Loss.Kind#ZEROONE} has none and uses that of the squared distance below 0. */
    static double slope(Loss.Kind kind, double a, double parameter) {
        double missing = Math.max(0, 1 - a);
        return switch (kind) {
            case ZEROONE -> a < 0 ? -2 * missing : 0;
            case PERCEPTRON -> a < 0 ? -1 : 0;
            case LOGITMARGIN -> -1 / (1 + Exponential.exp(a));
            case L1HINGE -> a < 1 ? -1 : 0;
            case L2HINGE -> -2 * missing;
            case SMOOTHEDL1HINGE -> -Math.min(1, missing / parameter);
            case MODIFIEDHUBER -> -4 * Math.min(1, missing / 2);
            case L2MARGIN -> -2 * (1 - a);
            case EXP -> -Exponential.exp(-a);
            case SIGMOID -> -squaredSecant(a);
            case DWDMARGIN -> a <= corner(parameter) ? -1 : -parameter * tail(parameter) / Power.pow(a, parameter + 1);
            default -> throw new IllegalArgumentException("Not a loss of an agreement: " + kind);
        };
    }

    private static double squaredSecant(double a) {
        double tanh = HyperbolicTangent.tanh(a);
        return 1 - tanh * tanh;
    }

    /** @param least the lower bound of distances from a kink, so that no curvature is infinite */
    static double curvature(Loss.Kind kind, double a, double parameter, double least) {
        return switch (kind) {
            case ZEROONE -> a < 0 ? 2 : 0;
            case PERCEPTRON -> 0.5 / Math.max(Math.abs(a), least);
            case LOGITMARGIN -> a == 0 ? 0.25 : HyperbolicTangent.tanh(0.5 * a) / (2 * a);
            case L1HINGE -> 0.5 / Math.max(Math.abs(1 - a), least);
            case L2HINGE -> a < 1 ? 2 : 0;
            case SMOOTHEDL1HINGE -> ofSmoothedHinge(a, parameter);
            case MODIFIEDHUBER -> 4 * ofSmoothedHinge(a, 2);
            case L2MARGIN -> 2;
            case EXP -> Exponential.exp(-a);
            case SIGMOID -> squaredSecant(a);
            case DWDMARGIN ->
                a <= corner(parameter)
                        ? 0.5 / (1 - a)
                        : parameter * (parameter + 1) * tail(parameter) / Power.pow(a, parameter + 2);
            default -> throw new IllegalArgumentException("Not a loss of an agreement: " + kind);
        };
    }

    /** The curvature of Huber's loss about the middle of the bend. A smoothed hinge is half of this loss and a line. */
    private static double ofSmoothedHinge(double a, double width) {
        return 0.5 / Math.max(Math.abs(a - 1 + 0.5 * width), 0.5 * width);
    }
}
