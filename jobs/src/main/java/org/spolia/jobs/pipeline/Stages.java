package org.spolia.jobs.pipeline;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.StageCatalogue;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableSource;
import org.spolia.symbolic.key.InvalidValueException;

/** The stages of this program, in the order in which they run. */
@AutoService({StageCatalogue.class, TableSource.class})
public final class Stages implements StageCatalogue, TableSource {
    private static final String PROBLEMS = "problems";

    private static final List<Stage> ALL = ServiceLoader.load(Stage.class, Stage.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparingInt(stage -> stage.info().order()))
            .toList();

    public static List<Stage> all() {
        return ALL;
    }

    public static Optional<Stage> named(String name) {
        return ALL.stream().filter(stage -> stage.info().name().equals(name)).findFirst();
    }

    /** Returns the stages with these names. */
    public static List<Stage> of(List<String> names) {
        return ALL.stream().filter(stage -> names.contains(stage.info().name())).toList();
    }

    /** Returns a stage and all stages that read its output, directly or indirectly. */
    public static List<Stage> withDownstream(Stage first) {
        Set<Table> touched = new HashSet<>(first.info().writes());
        List<Stage> found = new ArrayList<>(List.of(first));
        for (Stage stage : ALL) {
            if (stage != first && stage.info().reads().stream().anyMatch(touched::contains)) {
                touched.addAll(stage.info().writes());
                found.add(stage);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns the streaming stages with work that write, directly or indirectly, what a stage reads or copies. They are
     * in the order in which they run.
     *
     * @param run the stages of the run; a stage that writes the input directly counts only if it is one of them
     */
    public static List<Stage> streamsBefore(Stage last, List<Stage> run, ExperimentConfig config) {
        List<Table> input = last.info().inputs();
        Set<Table> wanted = new HashSet<>(input);
        List<Stage> found = new ArrayList<>();
        for (int i = ALL.indexOf(last) - 1; i >= 0; i--) {
            Stage stage = ALL.get(i);
            List<Table> written = stage.info().writes();
            boolean isAsked = run.contains(stage) || written.stream().noneMatch(input::contains);
            if (stage.info().streams()
                    && isAsked
                    && stage.hasWork(config)
                    && written.stream().anyMatch(wanted::contains)) {
                wanted.addAll(stage.info().inputs());
                found.add(0, stage);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public List<Table> tables() {
        return ALL.stream().flatMap(stage -> stage.info().writes().stream()).toList();
    }

    @Override
    public List<String> names() {
        return ALL.stream().map(stage -> stage.info().name()).toList();
    }

    /**
     * In an experiment with problems, stages without work of their own do nothing. In other experiments, each stage
     * needs work.
     */
    @Override
    public void require(ExperimentConfig experiment) {
        List<Stage> stages = of(experiment.stages());
        if (stages.stream().anyMatch(stage -> needsProblems(stage, experiment))) {
            requireProblems(experiment);
            return;
        }
        for (Stage stage : stages) {
            if (!stage.hasWork(experiment)) {
                throw new InvalidValueException(
                        stage.info().key(),
                        "required key is missing; add it: " + stage.info().work());
            }
        }
    }

    private static boolean needsProblems(Stage stage, ExperimentConfig experiment) {
        return stage.info().key().equals(PROBLEMS) && (experiment.hasTrials() || !stage.hasWork(experiment));
    }

    private static void requireProblems(ExperimentConfig experiment) {
        String otherwise =
                experiment.shards().isEmpty() ? "" : ", or set 'stages: [shard]' to only read files into tables";
        if (experiment.problems().isEmpty()) {
            throw new InvalidValueException(
                    "problems.files", "the list is empty or missing; name at least 1 file of problems" + otherwise);
        }
        if (experiment.operatorSets().isEmpty()
                && experiment.designs().isEmpty()
                && experiment.learnedSets().isEmpty()) {
            throw new InvalidValueException(
                    "operator-sets", "the list is empty or missing; name at least 1 set of operators" + otherwise);
        }
    }
}
