package org.spolia.experiment.planning;

import java.util.List;
import org.spolia.experiment.configuration.ListedOperators;
import org.spolia.experiment.configuration.OperatorDesign;
import org.spolia.experiment.configuration.OperatorGroup;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.statistics.Design;

/** Designs in the terms of the tables, where a set of operators is known by its id. */
public final class Designs {
    private Designs() {}

    /** The design whose sets are the ids of its sets of operators and whose factors are the names of its factors. */
    public static Design of(OperatorDesign design) {
        List<String> ids =
                design.sets().stream().map(set -> row(set).operatorSetId()).toList();
        List<String> factors =
                design.factors().stream().map(OperatorGroup::name).toList();
        return Design.of(ids, factors, design.present());
    }

    static OperatorSetRow row(ListedOperators listed) {
        List<String> operators = listed.set().texts();
        return new OperatorSetRow(ContentHash.of("operator set").add(operators).hex(), listed.name(), operators);
    }
}
