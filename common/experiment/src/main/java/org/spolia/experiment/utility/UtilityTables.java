package org.spolia.experiment.utility;

import java.util.List;
import org.spolia.experiment.row.CostAucRow;
import org.spolia.experiment.row.OperatorTransfer;
import org.spolia.experiment.row.OperatorUtility;

/** The rows of an experiment. */
public record UtilityTables(List<OperatorUtility> utilities, List<OperatorTransfer> transfers, List<CostAucRow> areas) {
    public UtilityTables {
        utilities = List.copyOf(utilities);
        transfers = List.copyOf(transfers);
        areas = List.copyOf(areas);
    }
}
