package org.spolia.symbolic.search.choice;

import org.spolia.symbolic.special.Logarithm;

/**
 * A code for residuals: a Gaussian or Student's t, with the maximum-likelihood scale. If noise differs from row to row,
 * a few rows have most of the squares, and a Gaussian of one width rewards any structure that removes them. So the
 * width may follow the values of the model, and with heavy tails a row gains no more than the logarithm of its
 * improvement.
 *
 * @param spread how the width follows the values
 * @param freedom the degrees of freedom; infinite for a Gaussian
 * @param variance the square of the scale
 */
record ResidualCode(Spread spread, double freedom, double variance) {
    /** The heaviest tails of finite variance, and tails between them and a Gaussian. */
    private static final double[] FREEDOM = {3, 8};

    private static final int STEPS = 100;
    private static final double SETTLED = 1e-9;

    /** The limit at which a growing product is converted to a logarithm. */
    private static final double LARGE = 1e150;

    private static final double HALF_LOG_TWO_PI = 0.5 * Logarithm.log(2 * Math.PI);

    /** Returns the Gaussian of one width; its variance is at least the floor. */
    static ResidualCode gaussian(Missed missed) {
        return gaussian(Spread.CONSTANT, missed.scaled(Spread.CONSTANT), missed.floor());
    }

    private static ResidualCode gaussian(Spread spread, double[] scaled, double floor) {
        double squares = 0;
        for (double residual : scaled) {
            squares += residual * residual;
        }
        return new ResidualCode(spread, Double.POSITIVE_INFINITY, Math.max(squares / scaled.length, floor));
    }

    /** Returns the code with the fewest nats. */
    static ResidualCode shortest(Missed missed) {
        ResidualCode best = gaussian(missed);
        double least = Double.POSITIVE_INFINITY;
        for (Spread spread : Spread.values()) {
            double[] scaled = missed.scaled(spread);
            double units = missed.natsOfUnits(spread);
            ResidualCode gaussian = gaussian(spread, scaled, missed.floor());
            for (int i = -1; i < FREEDOM.length; i++) {
                ResidualCode code = i < 0 ? gaussian : gaussian.withTails(FREEDOM[i], scaled, missed.floor());
                double nats = code.nats(scaled) + units;
                if (nats < least) {
                    best = code;
                    least = nats;
                }
            }
        }
        return best;
    }

    /** Returns the code of the same kind with the scale that fits other residuals. */
    ResidualCode fitted(Missed missed) {
        double[] scaled = missed.scaled(spread);
        ResidualCode gaussian = gaussian(spread, scaled, missed.floor());
        return freedom == Double.POSITIVE_INFINITY ? gaussian : gaussian.withTails(freedom, scaled, missed.floor());
    }

    /** Expectation maximisation: the residual of each row determines its weight. */
    private ResidualCode withTails(double freedom, double[] scaled, double floor) {
        double scale = variance;
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            for (double residual : scaled) {
                double square = residual * residual;
                sum += square / (freedom + square / scale);
            }
            double before = scale;
            scale = Math.max((freedom + 1) * sum / scaled.length, floor);
            if (Math.abs(scale - before) <= SETTLED * before) {
                break;
            }
        }
        return new ResidualCode(spread, freedom, scale);
    }

    double nats(Missed missed) {
        return nats(missed.scaled(spread)) + missed.natsOfUnits(spread);
    }

    private double nats(double[] scaled) {
        double shares = 0;
        double logarithms = 0;
        double product = 1;
        for (double residual : scaled) {
            double share = residual * residual / variance;
            shares += share;
            product *= 1 + share / freedom;
            if (product > LARGE) {
                logarithms += Logarithm.log(product);
                product = 1;
            }
        }
        logarithms += Logarithm.log(product);
        return scaled.length * constant() + exponent(shares, logarithms);
    }

    double[] natsByRow(Missed missed) {
        double[] nats = missed.scaled(spread);
        for (int row = 0; row < nats.length; row++) {
            double share = nats[row] * nats[row] / variance;
            nats[row] =
                    constant() + exponent(share, Logarithm.log(1 + share / freedom)) + missed.natsOfUnit(spread, row);
        }
        return nats;
    }

    private double exponent(double shares, double logarithms) {
        return freedom == Double.POSITIVE_INFINITY ? 0.5 * shares : 0.5 * (freedom + 1) * logarithms;
    }

    private double constant() {
        double scale = 0.5 * Logarithm.log(variance);
        return freedom == Double.POSITIVE_INFINITY
                ? scale + HALF_LOG_TWO_PI
                : scale - Logarithm.log(densityAtZero(freedom));
    }

    /**
     * The density of the standard form at zero: 1/π with one degree of freedom, 1/√8 with two, the others by
     * recurrence.
     */
    static double densityAtZero(double freedom) {
        double from = freedom % 2 == 1 ? 1 : 2;
        double density = from == 1 ? 1 / Math.PI : 1 / Math.sqrt(8);
        for (double next = from; next < freedom; next += 2) {
            density *= (next + 1) / next * Math.sqrt(next / (next + 2));
        }
        return density;
    }
}
