package org.spolia.symbolic.search.front;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.interval.Enclosing;
import org.spolia.symbolic.interval.Enclosure;
import org.spolia.symbolic.interval.Interval;
import org.spolia.symbolic.search.options.Shape;

/**
 * Proves by interval arithmetic that an expression has a shape, on halves of the box if the whole is too coarse.
 * Expressions without a proof after a limited number of halvings are rejected.
 */
public final class ShapeProof {
    private static final int MOST_BOXES = 256;

    private final Shape shape;

    public ShapeProof(Shape shape) {
        this.shape = shape;
    }

    public boolean holds(Expression expression) {
        List<List<Interval>> open = new ArrayList<>();
        open.add(shape.box().stream()
                .map(range -> new Interval(range.low(), range.high()))
                .toList());
        for (int boxes = 0; !open.isEmpty(); boxes++) {
            List<Interval> box = open.remove(open.size() - 1);
            if (isProven(expression.fold(new Enclosing(box)))) {
                continue;
            }
            if (boxes >= MOST_BOXES || !isProven(expression.fold(new Enclosing(middle(box)))) || !halve(box, open)) {
                return false;
            }
        }
        return true;
    }

    private boolean isProven(Enclosure enclosure) {
        if (!enclosure.value().isAtLeast(shape.least()) || !enclosure.value().isAtMost(shape.largest())) {
            return false;
        }
        for (int variable = 0; variable < shape.trends().size(); variable++) {
            Interval slope = enclosure.slopes().get(variable);
            boolean right = switch (shape.trends().get(variable)) {
                case ANY -> true;
                case INCREASING -> slope.isAtLeast(0);
                case DECREASING -> slope.isAtMost(0);
            };
            if (!right) {
                return false;
            }
        }
        return true;
    }

    /** A single point, where the enclosure is exact: an expression that fails here is wrong. */
    private static List<Interval> middle(List<Interval> box) {
        return box.stream()
                .map(range -> (range.low() + range.high()) / 2)
                .map(value -> new Interval(value, value))
                .toList();
    }

    /** Halves the side that is longest relative to the whole box. Returns false if no side is left. */
    private boolean halve(List<Interval> box, List<List<Interval>> open) {
        int longest = -1;
        double most = 0;
        for (int variable = 0; variable < box.size(); variable++) {
            Shape.Range whole = shape.box().get(variable);
            double share = (box.get(variable).high() - box.get(variable).low()) / (whole.high() - whole.low());
            if (share > most) {
                most = share;
                longest = variable;
            }
        }
        if (longest < 0) {
            return false;
        }
        Interval side = box.get(longest);
        double middle = (side.low() + side.high()) / 2;
        for (Interval half : List.of(new Interval(middle, side.high()), new Interval(side.low(), middle))) {
            List<Interval> smaller = new ArrayList<>(box);
            smaller.set(longest, half);
            open.add(smaller);
        }
        return true;
    }
}
