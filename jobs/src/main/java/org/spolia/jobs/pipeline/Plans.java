package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.Optional;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.row.Experiment;

/** Creates the plan of an experiment on first use. */
public interface Plans {
    /** Returns the plan. Creates it again if the previous plan waited for laws that may exist by now. */
    Plan plan();

    /** Forgets a plan that is complete and written. Only its experiment stays in memory. */
    void release();

    /** Returns whether the plan was created more than once. */
    boolean isRepeated();

    /** Returns the laws that the current plan waits for; empty if there is no plan yet. */
    List<String> awaited();

    /** Returns the experiment without creating a plan. */
    Experiment experiment();

    /** Returns the experiment, or empty while the rows that it depends on do not exist. */
    Optional<Experiment> knownExperiment();
}
