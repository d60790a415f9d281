package org.spolia.experiment.planning;

import java.util.List;
import java.util.Map;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.row.Experiment;
import org.spolia.experiment.row.ExperimentSet;
import org.spolia.experiment.row.ExperimentTrial;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Trial;

/**
 * The plan of an experiment, as rows whose ids are content hashes. Executing it means adding the rows that a table does
 * not have yet, and repeating it changes nothing.
 */
public final class Plan {
    private final Experiment experiment;
    private final List<ProblemRow> problems;
    private final List<OperatorSetRow> operatorSets;
    private final List<ExperimentSet> experimentSets;
    private final List<Trial> trials;
    private final Map<String, PlannedDataset> datasets;
    private final List<String> awaited;

    Plan(
            Experiment experiment,
            List<ProblemRow> problems,
            List<OperatorSetRow> operatorSets,
            List<ExperimentSet> experimentSets,
            List<Trial> trials,
            Map<String, PlannedDataset> datasets,
            List<String> awaited) {
        this.experiment = experiment;
        this.problems = List.copyOf(problems);
        this.operatorSets = List.copyOf(operatorSets);
        this.experimentSets = List.copyOf(experimentSets);
        this.trials = List.copyOf(trials);
        this.datasets = datasets;
        this.awaited = List.copyOf(awaited);
    }

    public Experiment experiment() {
        return experiment;
    }

    public List<ProblemRow> problems() {
        return problems;
    }

    public List<OperatorSetRow> operatorSets() {
        return operatorSets;
    }

    /** The experiment's names of its operator sets; a set that is a list and a cell of a design has both names. */
    public List<ExperimentSet> experimentSets() {
        return experimentSets;
    }

    /** The problems whose laws decide what else to plan, and are not available yet; empty for a complete plan. */
    public List<String> awaited() {
        return awaited;
    }

    /** Every trial once, in the order of admission: the costliest first. */
    public List<Trial> trials() {
        return trials;
    }

    public List<ExperimentTrial> experimentTrials() {
        return trials.stream()
                .map(trial -> new ExperimentTrial(experiment.experimentId(), trial.trialId()))
                .toList();
    }

    /** The ids of the data sets of the trials, in the order of admission. */
    public List<String> datasetIds() {
        return trials.stream().map(Trial::datasetId).distinct().toList();
    }

    /** The data sets of the trials, in the order of admission. Each is made on request and not kept. */
    public Iterable<Dataset> datasets() {
        return () -> datasetIds().stream().map(this::dataset).iterator();
    }

    /** Makes a data set of the plan again. */
    public Dataset dataset(String datasetId) {
        return planned(datasetId).make(datasetId);
    }

    /** The memory of a data set of the plan in bytes. */
    public long bytes(String datasetId) {
        return planned(datasetId).bytes();
    }

    private PlannedDataset planned(String datasetId) {
        PlannedDataset planned = datasets.get(datasetId);
        if (planned == null) {
            throw new IllegalArgumentException("Dataset " + datasetId + " is not part of this plan");
        }
        return planned;
    }

    /**
     * Returns the trials in units of admission, each small enough that its results show soon and a kill loses little.
     *
     * @param wanted trials of this plan in their order, such as those that a table does not have yet
     * @param slots the number of concurrent tasks
     */
    public List<List<Trial>> admissionUnits(List<Trial> wanted, int slots) {
        return AdmissionUnits.cut(wanted, slots, trial -> bytes(trial.datasetId()));
    }
}
