package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.ProblemData;
import org.spolia.experiment.row.Experiment;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Trial;
import org.spolia.symbolic.search.Search;

/**
 * Plans the trials of an experiment: problems × noise levels × data seeds × operator sets × search seeds. The same configuration and
 * data give the same plan everywhere. One data set at a time is in memory.
 */
public final class Planner {
    /** An evaluation is this many passes of a node over the search rows. */
    private static final long NODES_PER_EVALUATION = 10;

    private final ExperimentConfig config;
    private final List<OperatorSetRow> operatorSets;
    private final Map<String, ProblemRow> problems = new LinkedHashMap<>();
    private final Map<String, PlannedDataset> datasets = new LinkedHashMap<>();
    private final Map<String, Trial> trials = new LinkedHashMap<>();

    private Planner(ExperimentConfig config) {
        this.config = config;
        this.operatorSets = config.operatorSets().stream().map(Designs::row).toList();
    }

    /**
     * The plan of an experiment.
     *
     * @throws ExperimentException if a problem gives no data that can be learned from, or more than a task can hold
     */
    public static Plan plan(ExperimentConfig config) {
        return new Planner(config).plan();
    }

    private Plan plan() {
        for (CataloguedProblem problem : config.problems()) {
            ProblemData data = problem.problem().open();
            problems.put(problem.problem().id(), ProblemRows.of(problem.problem(), data.problemId()));
            config.data().requests().stream()
                    .map(data::effective)
                    .distinct()
                    .forEach(request -> plan(problem, data, request));
        }
        List<Trial> ordered = trials.values().stream()
                .sorted(Comparator.comparingLong(Trial::estimatedNodeRows)
                        .reversed()
                        .thenComparing(Trial::trialId))
                .toList();
        return new Plan(experiment(), List.copyOf(problems.values()), operatorSets, ordered, datasets);
    }

    private void plan(CataloguedProblem problem, ProblemData data, DataRequest request) {
        long bytes = data.bytes(request);
        if (bytes > AdmissionUnits.MOST_BYTES) {
            throw new ExperimentException(
                    "Problem '" + problem.problem().id() + "' needs " + (bytes >> 20)
                            + " MiB of data, more than the " + (AdmissionUnits.MOST_BYTES >> 20)
                            + " MiB that a trial may hold; use fewer rows ('spread: rows', one search over many machines, is not available)");
        }
        plan(problem, data, request, false);
        if (config.data().shortcut()) {
            plan(problem, data, request, true);
        }
    }

    private void plan(CataloguedProblem problem, ProblemData data, DataRequest request, boolean shortcut) {
        Dataset dataset = PlannedDataset.make(problem, data, request, shortcut);
        datasets.put(dataset.datasetId(), new PlannedDataset(problem, request, shortcut, dataset.bytes()));
        for (OperatorSetRow operators : operatorSets) {
            for (long seed : config.seeds()) {
                Trial trial = trial(data.problemId(), dataset, request, shortcut, operators, seed);
                trials.put(trial.trialId(), trial);
            }
        }
    }

    private Trial trial(
            String problemId,
            Dataset dataset,
            DataRequest request,
            boolean shortcut,
            OperatorSetRow operators,
            long seed) {
        String options = config.search().toJson();
        String trialId = ContentHash.of("trial")
                .add(dataset.datasetId())
                .add(operators.operators())
                .add(options)
                .add(seed)
                .add(Search.REVISION)
                .hex();
        int rows = Math.min(dataset.rows(Split.TRAIN).count(), config.search().searchRows());
        return new Trial(
                trialId,
                problemId,
                dataset.datasetId(),
                operators.operatorSetId(),
                operators.operators(),
                options,
                request.noise(),
                request.seed(),
                shortcut,
                seed,
                "uniform",
                config.search().evaluations(),
                Search.REVISION,
                saturatedProduct(config.search().evaluations(), NODES_PER_EVALUATION * rows));
    }

    private static long saturatedProduct(long evaluations, long nodeRows) {
        return evaluations > Long.MAX_VALUE / nodeRows ? Long.MAX_VALUE : evaluations * nodeRows;
    }

    /** The id covers what determines the trials, not the words about them, the stages that are run or the files that were read. */
    private Experiment experiment() {
        List<Map<String, Object>> problemList = new ArrayList<>();
        problems.values()
                .forEach(problem -> problemList.add(Map.of("id", problem.name(), "problem-id", problem.problemId())));
        Map<String, Object> resolved = new HashMap<>(Map.of(
                "name",
                config.name(),
                "problems",
                problemList,
                "data",
                config.data(),
                "operator-sets",
                config.operatorSets(),
                "search",
                config.search(),
                "seeds",
                config.seeds()));
        if (!config.designs().isEmpty()) {
            // Which sets are compared with which decides the effects, though not the trials.
            resolved.put("designs", config.designs());
        }
        String json = CanonicalJson.of(resolved);
        return new Experiment(
                ContentHash.of("experiment").add(json).hex(),
                config.name(),
                config.description().isEmpty() ? null : config.description(),
                json);
    }
}
