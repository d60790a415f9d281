package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.OperatorTransfer;
import org.spolia.statistics.effect.Effects;
import org.spolia.statistics.effect.Transfer;

/** The rows of operator_transfer for one design: one for each pair of fields. */
final class TransferRows {
    private TransferRows() {}

    static List<OperatorTransfer> of(String experimentId, DesignEffects design) {
        Effects effects = design.effects();
        Transfer transfer = effects.factors().size() < Transfer.LEAST_FACTORS ? null : Transfer.of(effects);
        List<OperatorTransfer> rows = new ArrayList<>();
        for (int source = 0; source < effects.fields().size(); source++) {
            for (int target = 0; target < effects.fields().size(); target++) {
                double correlation = transfer == null ? Double.NaN : transfer.correlation(source, target);
                boolean known = !Double.isNaN(correlation);
                rows.add(new OperatorTransfer(
                        experimentId,
                        design.name(),
                        effects.fields().get(source),
                        effects.fields().get(target),
                        effects.problemsOf(source).length,
                        transfer == null ? 0 : transfer.problems(source, target),
                        known ? correlation : null,
                        known ? null : reason(effects, transfer, source, target)));
            }
        }
        return rows;
    }

    private static String reason(Effects effects, @Nullable Transfer transfer, int source, int target) {
        if (transfer == null) {
            return "a correlation over " + effects.factors().size() + " factors says nothing";
        }
        return source == target && effects.problemsOf(source).length == 1
                ? "the field has no other problem"
                : "the effects do not differ between factors";
    }
}
