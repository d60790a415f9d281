package org.spolia.experiment.prior;

import java.util.List;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.OperatorUtility;

/** What earlier experiments found about operators, and what their laws have in common. */
@FunctionalInterface
public interface Experience {
    /** Nothing, which is enough for experiments that learn from none. */
    Experience NONE = experiment -> {
        throw new ExperimentException(
                "Nothing is known of experiment '" + experiment + "'; name a warehouse in which it was run");
    };

    /**
     * The rows of operator_utility of an experiment, at one version of the table.
     *
     * @param experiment its name or id
     * @throws ExperimentException if there are none, or several experiments are called so
     */
    List<OperatorUtility> utilities(String experiment);

    /**
     * The rows of concepts of an experiment, at one version of the table.
     *
     * @param experiment its name or id
     * @throws ExperimentException if there are none, or several experiments are called so
     */
    default List<ConceptRow> concepts(String experiment) {
        throw new ExperimentException(
                "Nothing is known of experiment '" + experiment + "'; name a warehouse in which it was run");
    }
}
