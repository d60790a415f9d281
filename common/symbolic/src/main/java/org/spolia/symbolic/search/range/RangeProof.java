package org.spolia.symbolic.search.range;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.interval.Enclosing;
import org.spolia.symbolic.interval.Enclosure;
import org.spolia.symbolic.interval.Interval;

/** Proves by interval arithmetic that an expression and all its parts have finite values in a box. */
final class RangeProof {
    static final int MOST_BOXES = 64;

    private final Expression expression;
    private final List<Interval> box;

    RangeProof(Expression expression, List<Interval> box) {
        this.expression = expression;
        this.box = box;
    }

    /** Returns whether a proof succeeds with this number of boxes, which are halves of halves of the whole. */
    boolean holds(int mostBoxes) {
        List<List<Interval>> open = new ArrayList<>();
        open.add(box);
        for (int boxes = 0; !open.isEmpty(); boxes++) {
            // Open boxes count, because each needs a fold.
            if (boxes + open.size() > mostBoxes) {
                return false;
            }
            List<Interval> part = open.remove(open.size() - 1);
            Bounded bounded = new Bounded(part);
            expression.fold(bounded);
            if (!bounded.everywhere && !halve(part, open)) {
                return false;
            }
        }
        return true;
    }

    /** Halves the side that is longest relative to the whole box. Returns false if no side can be halved. */
    private boolean halve(List<Interval> part, List<List<Interval>> open) {
        int longest = -1;
        double most = 0;
        for (int variable = 0; variable < part.size(); variable++) {
            double share = width(part.get(variable)) / width(box.get(variable));
            if (share > most) {
                most = share;
                longest = variable;
            }
        }
        if (longest < 0) {
            return false;
        }
        Interval side = part.get(longest);
        double middle = side.low() / 2 + side.high() / 2;
        for (Interval half : List.of(new Interval(middle, side.high()), new Interval(side.low(), middle))) {
            List<Interval> smaller = new ArrayList<>(part);
            smaller.set(longest, half);
            open.add(smaller);
        }
        return true;
    }

    private static double width(Interval side) {
        return side.high() / 2 - side.low() / 2;
    }

    /**
     * The enclosures, with a look at each of them: an operator can make a finite interval of an operand that may be
     * undefined, as {@code tanh} does.
     */
    private static final class Bounded implements ExpressionFold<Enclosure> {
        private final Enclosing enclosing;
        private boolean everywhere = true;

        Bounded(List<Interval> box) {
            this.enclosing = new Enclosing(box);
        }

        private Enclosure seen(Enclosure enclosure) {
            everywhere &= Double.isFinite(enclosure.value().low())
                    && Double.isFinite(enclosure.value().high());
            return enclosure;
        }

        @Override
        public Enclosure constant(double value) {
            return seen(enclosing.constant(value));
        }

        @Override
        public Enclosure variable(int index) {
            return seen(enclosing.variable(index));
        }

        @Override
        public Enclosure parameter(int index) {
            return seen(enclosing.parameter(index));
        }

        @Override
        public Enclosure unary(int opcode, Enclosure operand) {
            return seen(enclosing.unary(opcode, operand));
        }

        @Override
        public Enclosure binary(int opcode, Enclosure left, Enclosure right) {
            return seen(enclosing.binary(opcode, left, right));
        }
    }
}
