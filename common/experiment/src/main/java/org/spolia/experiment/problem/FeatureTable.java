package org.spolia.experiment.problem;

import java.util.Iterator;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.row.Feature;

/** The results of stages features and embed, for problems whose rows come from the tables of a warehouse. */
@FunctionalInterface
public interface FeatureTable {
    /** No table, for problems that are formulas or measurements in files. */
    FeatureTable NONE = problem -> {
        throw new ExperimentException("The rows of problem '" + problem.id() + "' come from table " + problem.source()
                + " of a warehouse; name a warehouse in which stage features has run");
    };

    /** The blocks of a problem, in any order. */
    Iterator<Feature> blocks(FeatureProblem problem);

    /** The vectors of a problem. */
    default VectorRows vectors(VectorProblem problem) {
        throw new ExperimentException("The rows of problem '" + problem.id() + "' are embeddings of '"
                + problem.vectors() + "' in a warehouse; name a warehouse in which stage embed has run");
    }
}
