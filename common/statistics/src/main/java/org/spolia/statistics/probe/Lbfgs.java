package org.spolia.statistics.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.spolia.statistics.Vectors;

/**
 * The minimum of a smooth convex function: limited-memory BFGS with the two-loop recursion and halved steps (Nocedal
 * and Wright, Numerical Optimization, 2nd edition, algorithms 7.4, 7.5 and 3.1).
 */
final class Lbfgs {
    /** The number of pairs of steps that represent the curvature. */
    private static final int MEMORY = 10;

    private static final int STEPS = 1000;

    /** A share of the largest slope; the slope of a mean loss is at most about 1 for standardised features. */
    private static final double TOLERANCE = 1e-8;

    /** The share of the decrease predicted by the slope that a step must reach (Nocedal and Wright, page 33). */
    private static final double SUFFICIENT = 1e-4;

    private static final int HALVINGS = 40;

    private Lbfgs() {}

    /** A function that also writes its gradient. */
    @FunctionalInterface
    interface Objective {
        double at(double[] place, double[] gradient);
    }

    static double[] minimise(Objective objective, double[] start) {
        double[] place = start.clone();
        double[] gradient = new double[place.length];
        double value = objective.at(place, gradient);
        Deque<Step> memory = new ArrayDeque<>();
        for (int step = 0; step < STEPS && largest(gradient) > TOLERANCE; step++) {
            double[] direction = direction(gradient, memory);
            double slope = Vectors.dot(direction, gradient);
            // Before the curvature is known, the gradient gives the direction, but not the length of the step.
            double length = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            double[] next = new double[place.length];
            double[] nextGradient = new double[place.length];
            double nextValue = Double.NaN;
            int halvings = 0;
            for (; halvings < HALVINGS; halvings++) {
                for (int i = 0; i < next.length; i++) {
                    next[i] = place[i] + length * direction[i];
                }
                nextValue = objective.at(next, nextGradient);
                if (nextValue <= value + SUFFICIENT * length * slope) {
                    break;
                }
                length /= 2;
            }
            if (halvings == HALVINGS) {
                // The remaining gain is below rounding.
                return place;
            }
            remember(memory, Step.of(place, next, gradient, nextGradient));
            place = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return place;
    }

    private static void remember(Deque<Step> memory, Step step) {
        if (!(step.curvature > 0)) {
            return;
        }
        if (memory.size() == MEMORY) {
            memory.removeFirst();
        }
        memory.addLast(step);
    }

    private static double[] direction(double[] gradient, Deque<Step> memory) {
        double[] direction = new double[gradient.length];
        Vectors.addScaled(direction, -1, gradient);
        double[] shares = new double[memory.size()];
        int i = memory.size();
        for (Iterator<Step> steps = memory.descendingIterator(); steps.hasNext(); ) {
            Step step = steps.next();
            shares[--i] = Vectors.dot(step.move, direction) / step.curvature;
            Vectors.addScaled(direction, -shares[i], step.change);
        }
        if (!memory.isEmpty()) {
            Step last = memory.getLast();
            double scale = last.curvature / Vectors.dot(last.change, last.change);
            for (int j = 0; j < direction.length; j++) {
                direction[j] *= scale;
            }
        }
        for (Step step : memory) {
            Vectors.addScaled(direction, shares[i++] - Vectors.dot(step.change, direction) / step.curvature, step.move);
        }
        return direction;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** A step and the change of the gradient along it. */
    private static final class Step {
        private final double[] move;
        private final double[] change;
        private final double curvature;

        private Step(double[] move, double[] change) {
            this.move = move;
            this.change = change;
            this.curvature = Vectors.dot(move, change);
        }

        static Step of(double[] from, double[] to, double[] gradient, double[] gradientThere) {
            double[] move = to.clone();
            Vectors.addScaled(move, -1, from);
            double[] change = gradientThere.clone();
            Vectors.addScaled(change, -1, gradient);
            return new Step(move, change);
        }
    }
}
