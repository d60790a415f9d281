package org.spolia.experiment.monitor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.Feature;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.rows.CellSums;
import org.spolia.symbolic.rows.Demand;
import org.spolia.symbolic.rows.Generation;
import org.spolia.symbolic.rows.RowBlock;

/** Evaluates laws over a block of rows. The sums are exact and rounded once. */
public final class WindowLosses {
    private WindowLosses() {}

    /** Returns a row for each law, in their order. */
    public static List<LawWindow> of(List<Law> laws, Feature block) {
        Generation generation = Generation.of(laws.stream().map(Law::parsed).toList(), Demand.SPREAD, Loss.SQUARE);
        CellSums sums = generation
                .evaluate(RowBlock.of(block.columns(), block.target()))
                .total();
        List<LawWindow> windows = new ArrayList<>();
        for (int law = 0; law < laws.size(); law++) {
            windows.add(new LawWindow(
                    laws.get(law).id(),
                    block.file(),
                    block.trajectory(),
                    block.split(),
                    block.first(),
                    block.rows(),
                    Math.toIntExact(sums.invalid(law)),
                    finite(sums.value(law, 0)),
                    finite(sums.value(law, 1))));
        }
        return windows;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
