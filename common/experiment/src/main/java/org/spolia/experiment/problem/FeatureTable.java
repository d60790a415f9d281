package org.spolia.experiment.problem;

import java.util.Iterator;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.row.Feature;

/** What stage features made for problems whose rows come from the tables of a warehouse. */
@FunctionalInterface
public interface FeatureTable {
    /** None, which is enough for problems that are formulas or measurements in files. */
    FeatureTable NONE = problem -> {
        throw new ExperimentException("The rows of problem '" + problem.id() + "' are made from table "
                + problem.source() + " of a warehouse; name one in which stage features was run");
    };

    /** The blocks of a problem, in any order. */
    Iterator<Feature> blocks(FeatureProblem problem);
}
