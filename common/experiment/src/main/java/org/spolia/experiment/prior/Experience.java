package org.spolia.experiment.prior;

import java.util.Collection;
import java.util.List;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.OperatorUtility;

/** What earlier experiments found about operators, what their laws have in common, and the laws of single trials. */
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

    /**
     * All laws that trials found, at one version of the tables; of trials whose laws are not scored yet, none.
     *
     * @param trialIds of the trials
     */
    default List<DiscoveredLaw> laws(Collection<String> trialIds) {
        return List.of();
    }
}
