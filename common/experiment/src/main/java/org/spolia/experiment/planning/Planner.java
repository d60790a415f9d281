package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.CostSource;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.prior.LearnedConcepts;
import org.spolia.experiment.prior.OperatorPriors;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.FeatureTable;
import org.spolia.experiment.problem.ProblemData;
import org.spolia.experiment.row.Experiment;
import org.spolia.experiment.row.ExperimentSet;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Trial;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.options.OperatorComplexity;

/**
 * Plans the trials of an experiment: problems × noise levels × data seeds × operator sets × costs of operators × search
 * seeds. The same configuration and data give the same plan everywhere. One data set at a time is in memory.
 */
public final class Planner {
    /** The driver holds the plan in memory, about a kilobyte for each trial. */
    private static final int MOST_TRIALS = 1_000_000;

    private final ExperimentConfig config;
    private final FeatureTable features;
    private final OperatorPriors priors;
    private final LearnedConcepts concepts;
    private final String options;
    private final List<OperatorSetRow> listedSets;
    private final Map<String, OperatorSetRow> operatorSets = new LinkedHashMap<>();
    private final VariableArms variables;
    private final Map<String, ProblemRow> problems = new LinkedHashMap<>();
    private final Map<String, ProblemRow> searched = new LinkedHashMap<>();
    private final Map<String, PlannedDataset> datasets = new LinkedHashMap<>();
    private final Map<String, Trial> trials = new LinkedHashMap<>();

    private Planner(ExperimentConfig config, Experience experience, FeatureTable features) {
        this.config = config;
        this.features = features;
        // The formulas of all problems determine the costs of operators for one problem.
        for (CataloguedProblem problem : config.problems()) {
            String problemId = problem.problem().open(features).problemId();
            problems.put(problem.problem().id(), ProblemRows.of(problem.problem(), problemId));
        }
        this.priors = new OperatorPriors(config.priors(), problems.values(), experience);
        this.concepts = new LearnedConcepts(config.learnedSets(), experience);
        this.variables = new VariableArms(config.learnedVariables(), experience);
        this.options = config.search().toJson();
        this.listedSets = config.operatorSets().stream().map(Designs::row).toList();
    }

    /** Returns the plan of an experiment that learns from no other experiment and needs no rows of a warehouse. */
    public static Plan plan(ExperimentConfig config) {
        return plan(config, Experience.NONE);
    }

    /**
     * Returns the plan of an experiment.
     *
     * @param experience the source of learned complexities of operators and of concepts
     * @throws ExperimentException if a problem has no data that a search can use, or more than a task can hold
     */
    public static Plan plan(ExperimentConfig config, Experience experience) {
        return plan(config, experience, FeatureTable.NONE);
    }

    /**
     * Returns the plan of an experiment.
     *
     * @param experience the source of learned complexities of operators and of concepts
     * @param features the rows of problems that are made from tables
     * @throws ExperimentException if a problem has no data that a search can use, or more than a task can hold
     */
    public static Plan plan(ExperimentConfig config, Experience experience, FeatureTable features) {
        return new Planner(config, experience, features).plan();
    }

    /**
     * Returns the experiment of a plan without the plan. No data set is made, except for problems that teach others
     * which variables to use, because their trials are part of the id.
     *
     * @param experience the source of learned complexities of operators and of concepts
     * @param features the rows of problems that are made from tables
     */
    public static Experiment experiment(ExperimentConfig config, Experience experience, FeatureTable features) {
        Planner planner = new Planner(config, experience, features);
        if (config.learnsFromItself()) {
            planner.planTeachers();
        }
        return planner.experiment();
    }

    private void planTeachers() {
        planWhere(problem -> !variables.isTaught(problem));
        variables.learn(problems, trials.values());
    }

    private Plan plan() {
        planTeachers();
        planWhere(variables::isTaught);
        List<Trial> ordered = trials.values().stream()
                .sorted(Comparator.comparingLong(Trial::estimatedNodeRows)
                        .reversed()
                        .thenComparing(Trial::trialId))
                .toList();
        Experiment experiment = experiment();
        return new Plan(
                experiment,
                List.copyOf(searched.values()),
                List.copyOf(operatorSets.values()),
                experimentSets(experiment.experimentId()),
                ordered,
                datasets,
                variables.awaited());
    }

    private void planWhere(Predicate<String> chosen) {
        for (CataloguedProblem problem : config.problems()) {
            if (chosen.test(problem.problem().id())) {
                ProblemData data = problem.problem().open(features);
                config.data().requests().stream()
                        .map(data::effective)
                        .distinct()
                        .forEach(request -> plan(problem, data, request));
            }
        }
    }

    private void plan(CataloguedProblem problem, ProblemData data, DataRequest request) {
        long bytes = data.bytes(request);
        if (bytes > AdmissionUnits.MOST_BYTES) {
            throw new ExperimentException("Problem '" + problem.problem().id() + "' needs " + (bytes >> 20)
                    + " MiB of data, more than the " + (AdmissionUnits.MOST_BYTES >> 20)
                    + " MiB that a trial may hold; use fewer rows");
        }
        plan(problem, data, request, false);
        if (config.data().shortcut()) {
            plan(problem, data, request, true);
        }
    }

    private void plan(CataloguedProblem problem, ProblemData data, DataRequest request, boolean shortcut) {
        ProblemRow whole = Objects.requireNonNull(problems.get(problem.problem().id()));
        variables.searches(whole, config.seeds()).forEach((row, seeds) -> {
            searched.putIfAbsent(row.problemId(), row);
            Dataset dataset = PlannedDataset.make(problem, row, data, request, shortcut);
            datasets.put(
                    dataset.datasetId(),
                    new PlannedDataset(problem, row, features, request, shortcut, dataset.bytes()));
            for (long seed : seeds) {
                // A problem with some of its variables is also left out of what it learns about operators.
                for (OperatorSetRow operators : operatorSets(whole, seed)) {
                    operatorSets.putIfAbsent(operators.operatorSetId(), operators);
                    for (ComplexityPrior prior : config.priors()) {
                        String options = options(whole, operators, prior, seed);
                        Trial trial = trial(row, dataset, request, shortcut, operators, options, prior, seed);
                        trials.put(trial.trialId(), trial);
                        requireRoom(row);
                    }
                }
            }
        });
    }

    private void requireRoom(ProblemRow problem) {
        if (trials.size() > MOST_TRIALS) {
            throw new ExperimentException("The configuration asks for more than " + MOST_TRIALS
                    + " trials, which it reaches at problem '" + problem.name()
                    + "'; make 'seeds', 'operator-sets', 'data' or 'problems' shorter, or split the experiment");
        }
    }

    /** Returns the sets that are the same for all problems, then those with concepts. */
    private List<OperatorSetRow> operatorSets(ProblemRow problem, long seed) {
        List<OperatorSetRow> sets = new ArrayList<>(listedSets);
        for (LearnedOperators learned : config.learnedSets()) {
            sets.add(Designs.row(learned, concepts.operators(learned, problem, seed)));
        }
        return sets;
    }

    private List<ExperimentSet> experimentSets(String experimentId) {
        List<ExperimentSet> sets =
                new ArrayList<>(Designs.names(experimentId, config.operatorSets(), config.designs()));
        operatorSets.values().stream()
                .filter(set -> !set.concepts().equals(OperatorSetRow.NONE))
                .map(set -> new ExperimentSet(experimentId, set.name(), set.operatorSetId(), null))
                .forEach(sets::add);
        return sets;
    }

    private Trial trial(
            ProblemRow problem,
            Dataset dataset,
            DataRequest request,
            boolean shortcut,
            OperatorSetRow operators,
            String options,
            ComplexityPrior prior,
            long seed) {
        ContentHash hash = ContentHash.of("trial")
                .add(dataset.datasetId())
                .add(operators.operators())
                .add(options)
                .add(seed)
                .add(Search.REVISION);
        String costs = prior.costs().name().toLowerCase(Locale.ROOT);
        if (prior.costs() != CostSource.UNIFORM) {
            // Even if all costs equal 1, it is another arm of the experiment.
            hash.add(costs);
        }
        if (!operators.concepts().equals(OperatorSetRow.NONE)) {
            // The same holds if the control drew the mined concepts.
            hash.add("concepts").add(operators.concepts());
        }
        int rows = Math.min(
                dataset.rows(Split.TRAIN).count(), config.search().options().searchRows());
        return new Trial(
                hash.hex(),
                problem.problemId(),
                dataset.datasetId(),
                operators.operatorSetId(),
                operators.operators(),
                options,
                request.noise(),
                request.seed(),
                shortcut,
                seed,
                costs,
                config.search().options().evaluations(),
                Search.REVISION,
                saturatedProduct(config.search().options().evaluations(), (long) Search.NODES_PER_EVALUATION * rows));
    }

    private String options(ProblemRow problem, OperatorSetRow operators, ComplexityPrior prior, long seed) {
        if (prior.costs() == CostSource.UNIFORM) {
            return options;
        }
        List<OperatorComplexity> complexities = priors.complexities(prior, problem, operators.operators(), seed);
        return config.search().withComplexityOfOperators(complexities).toJson();
    }

    private static long saturatedProduct(long evaluations, long nodeRows) {
        return evaluations > Long.MAX_VALUE / nodeRows ? Long.MAX_VALUE : evaluations * nodeRows;
    }

    /**
     * The id covers what determines the trials, but not descriptions, the stages that are run or the files that were
     * read.
     */
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
            // The comparison of sets determines the effects, though not the trials.
            resolved.put("designs", config.designs());
        }
        if (!config.priors().equals(List.of(ComplexityPrior.UNIFORM))) {
            resolved.put("complexity", config.priors());
            resolved.put("learned", priors.hashes());
        }
        if (!config.learnedSets().isEmpty()) {
            resolved.put("learned-sets", config.learnedSets());
            resolved.put("concepts", concepts.hashes());
        }
        if (config.learnsFromItself()) {
            // Equal trials find equal laws, so the learned variables are determined before any law is found.
            resolved.put("learned-variables", config.learnedVariables());
            resolved.put(
                    "teaching",
                    ContentHash.of("teaching").add(variables.teaching()).hex());
        }
        String json = CanonicalJson.of(resolved);
        return new Experiment(
                ContentHash.of("experiment").add(json).hex(),
                config.name(),
                config.description().isEmpty() ? null : config.description(),
                json);
    }
}
