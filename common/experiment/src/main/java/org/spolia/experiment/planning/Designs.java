package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spolia.experiment.configuration.operator.ConceptControl;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.configuration.operator.OperatorGroup;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.ExperimentSet;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.statistics.effect.Design;
import org.spolia.symbolic.expression.OperatorSet;

/** Designs in terms of the tables, where the id identifies an operator set. */
public final class Designs {
    private Designs() {}

    /**
     * Returns the design whose sets are the ids of its operator sets and whose factors are the names of its factors.
     */
    public static Design of(OperatorDesign design) {
        List<String> ids =
                design.sets().stream().map(set -> row(set).operatorSetId()).toList();
        List<String> factors =
                design.factors().stream().map(OperatorGroup::name).toList();
        return Design.of(ids, factors, design.present());
    }

    /**
     * Returns the lists and the cells of the designs of an experiment, each with its own name if both have the same
     * operators.
     */
    static List<ExperimentSet> names(String experimentId, List<ListedOperators> sets, List<OperatorDesign> designs) {
        List<ExperimentSet> cells = new ArrayList<>();
        for (OperatorDesign design : designs) {
            for (ListedOperators cell : design.sets()) {
                cells.add(new ExperimentSet(experimentId, cell.name(), row(cell).operatorSetId(), design.name()));
            }
        }
        List<ExperimentSet> names = new ArrayList<>();
        for (ListedOperators list : lists(sets, designs)) {
            names.add(new ExperimentSet(experimentId, list.name(), row(list).operatorSetId(), null));
        }
        names.addAll(cells);
        return names;
    }

    /** Returns the sets that are lists, in their order. */
    public static List<ListedOperators> lists(List<ListedOperators> sets, List<OperatorDesign> designs) {
        Set<String> cells = designs.stream()
                .flatMap(design -> design.sets().stream())
                .map(ListedOperators::name)
                .collect(Collectors.toSet());
        return sets.stream().filter(set -> !cells.contains(set.name())).toList();
    }

    /** Returns the id of a list, which does not depend on its name. */
    public static String operatorSetId(ListedOperators listed) {
        return row(listed).operatorSetId();
    }

    static OperatorSetRow row(ListedOperators listed) {
        List<String> operators = listed.set().texts();
        String id = ContentHash.of("operator set").add(operators).hex();
        return new OperatorSetRow(id, listed.name(), operators, OperatorSetRow.NONE, null);
    }

    /** Returns the set of a problem. Concepts and their control remain two sets even if they are equal. */
    static OperatorSetRow row(LearnedOperators learned, List<String> resolved) {
        List<String> operators = OperatorSet.of(resolved).texts();
        String concepts =
                learned.concepts().control() == ConceptControl.NONE ? OperatorSetRow.MINED : OperatorSetRow.RANDOM;
        String id = ContentHash.of("operator set").add(operators).add(concepts).hex();
        return new OperatorSetRow(
                id, learned.name(), operators, concepts, row(learned.baseSet()).operatorSetId());
    }
}
