package org.spolia.experiment.prior;

import java.util.Collection;
import java.util.List;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.OperatorUtility;

/**
 * The results of earlier experiments about operators, the pieces that their laws share, and the laws of single trials.
 */
@FunctionalInterface
public interface Experience {
    /** No experience, for experiments that do not learn from others. */
    Experience NONE = experiment -> {
        throw new ExperimentException(
                "Nothing is known about experiment '" + experiment + "'; name a warehouse in which it was run");
    };

    /**
     * Returns the rows of operator_utility of an experiment, at one version of the table.
     *
     * @param experiment its name or id
     * @throws ExperimentException if there are none, or several experiments have this name
     */
    List<OperatorUtility> utilities(String experiment);

    /**
     * Returns the rows of concepts of an experiment, at one version of the table.
     *
     * @param experiment its name or id
     * @throws ExperimentException if there are none, or several experiments have this name
     */
    default List<ConceptRow> concepts(String experiment) {
        throw new ExperimentException(
                "Nothing is known about experiment '" + experiment + "'; name a warehouse in which it was run");
    }

    /**
     * Returns all laws that trials found, at one version of the tables. Trials without scores have no laws yet.
     *
     * @param trialIds the ids of the trials
     */
    default List<DiscoveredLaw> laws(Collection<String> trialIds) {
        return List.of();
    }
}
