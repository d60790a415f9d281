package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.Optional;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.row.Experiment;

/** The plan of an experiment in a run, made when it is first asked for. */
public interface Plans {
    /** The plan, made again where the last one awaited laws that may be there by now. */
    Plan plan();

    /** Whether the last plan was made again. */
    boolean isRepeated();

    /** What the last plan awaits; nothing before there is one. */
    List<String> awaited();

    /** The experiment. No plan is made for it. */
    Experiment experiment();

    /** The same; empty as long as the rows that it is made of are not there. */
    Optional<Experiment> knownExperiment();
}
