package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;

/**
 * Finds the candidates of a search on a sample that fit the sample only. Passes over all rows evaluate those that may
 * be on the front of loss and complexity; {@link Racing} on the sample says which. Where a pass refutes some, others
 * may take their places, and another pass evaluates these.
 */
public final class SampleCheck {
    private final AllRows rows;
    private final RowBlock sample;
    private final Loss loss;
    private final Expression constant;
    private final double negligible;

    /**
     * @param sample rows that were drawn from all rows
     * @param mean the mean of the target, near enough
     * @param negligible a mean loss that rounding may explain
     */
    public SampleCheck(AllRows rows, RowBlock sample, Loss loss, double mean, double negligible) {
        this.rows = rows;
        this.sample = sample;
        this.loss = loss;
        this.constant = Expression.constant(mean);
        this.negligible = negligible;
    }

    /**
     * What is known of candidates.
     *
     * @param losses the mean loss of each on all rows; NaN where no pass has evaluated it
     * @param evaluated those that passes have evaluated
     * @param refuted those of them without a value in a row, or with a loss on all rows that is far above the loss on
     *     the sample
     * @param weight the sum of the weights of all rows; NaN without a pass
     * @param nodeRows the cost of the passes: nodes × rows
     */
    public record Checked(double[] losses, BitSet evaluated, BitSet refuted, double weight, long nodeRows) {}

    /**
     * Checks candidates.
     *
     * @param complexities of the candidates
     * @param sound candidates that were evaluated before and not refuted
     * @param most the greatest cost of the passes
     */
    public Checked of(List<Expression> candidates, int[] complexities, BitSet sound, long most) {
        Excess excess = new Excess(candidates.size());
        CellSums onSample = generation(candidates).evaluate(sample).total();
        double weight = Double.NaN;
        long spent = 0;
        while (true) {
            BitSet hopeless = Racing.hopeless(onSample, complexities, excess.refuted);
            BitSet next = new BitSet();
            next.set(0, candidates.size());
            next.andNot(hopeless);
            next.andNot(excess.evaluated);
            next.andNot(sound);
            Generation generation =
                    generation(next.stream().mapToObj(candidates::get).toList());
            long cost = generation.nodes() * rows.count();
            if (next.isEmpty() || cost > most - spent) {
                return new Checked(excess.losses, excess.evaluated, excess.refuted, weight, spent);
            }
            spent += cost;
            CellSums onAll = rows.evaluate(generation).total();
            weight = onAll.weight();
            excess.add(next, onSample, onAll);
        }
    }

    /** The constant comes last. Rows that no model describes, such as outliers, raise its loss too. */
    private Generation generation(List<Expression> candidates) {
        List<Expression> all = new ArrayList<>(candidates);
        all.add(constant);
        return Generation.of(all, Demand.SPREAD, loss);
    }

    /** By how much losses on all rows exceed losses on the sample. */
    private final class Excess {
        final double[] losses;
        final BitSet evaluated = new BitSet();
        final BitSet refuted = new BitSet();
        private final double[] least;
        private double ofAll = Double.POSITIVE_INFINITY;

        Excess(int count) {
            this.losses = new double[count];
            this.least = new double[count];
            Arrays.fill(losses, Double.NaN);
        }

        void add(BitSet candidates, CellSums onSample, CellSums onAll) {
            evaluated.or(candidates);
            int place = 0;
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1), place++) {
                losses[i] = onAll.meanLoss(place);
                least[i] = bound(onSample, i, onAll, place, -Racing.DEVIATIONS);
                ofAll = Math.min(ofAll, bound(onSample, i, onAll, place, Racing.DEVIATIONS));
            }
            ofAll = Math.min(ofAll, bound(onSample, losses.length, onAll, place, Racing.DEVIATIONS));
            refuted.clear();
            for (int i = evaluated.nextSetBit(0); i >= 0; i = evaluated.nextSetBit(i + 1)) {
                refuted.set(i, losses[i] > negligible && least[i] > Math.max(0, ofAll));
            }
        }

        private double bound(CellSums onSample, int i, CellSums onAll, int place, double deviations) {
            double error = Math.hypot(onSample.meanLossError(i), onAll.meanLossError(place));
            double excess = onAll.meanLoss(place) - onSample.meanLoss(i);
            return Double.isFinite(excess) ? excess + deviations * error : Double.POSITIVE_INFINITY;
        }
    }
}
