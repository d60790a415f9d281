package org.spolia.experiment.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.statistics.Moments;
import org.spolia.statistics.probe.PrincipalComponents;
import org.spolia.symbolic.key.InvalidValueException;

/** Principal components of embeddings as the columns of a regression. Training rows alone select them. */
final class VectorData implements ProblemData {
    private final VectorProblem problem;
    private final Map<Split, Rows> splits;
    private final String problemId;

    private VectorData(VectorProblem problem, Map<Split, Rows> splits) {
        this.problem = problem;
        this.splits = splits;
        this.problemId = ContentHash.of("vector problem")
                .add(VectorProblem.REVISION)
                .add(problem.id())
                .add(dataset("").datasetId())
                .hex();
    }

    static VectorData of(VectorProblem problem, VectorRows rows) {
        PrincipalComponents components = PrincipalComponents.of(
                Objects.requireNonNull(rows.vectors().get(Split.TRAIN)),
                Objects.requireNonNull(rows.targets().get(Split.TRAIN)),
                problem.components());
        if (components.count() < problem.components()) {
            throw new ExperimentException("Problem '" + problem.id() + "': the training embeddings vary in "
                    + components.count() + " directions, but 'components' is " + problem.components()
                    + "; choose fewer, or a larger 'size'");
        }
        Map<Split, Rows> splits = new EnumMap<>(Split.class);
        rows.vectors()
                .forEach((split, vectors) -> splits.put(
                        split,
                        Rows.measured(
                                components.of(vectors),
                                Objects.requireNonNull(rows.targets().get(split)))));
        return new VectorData(problem, splits);
    }

    @Override
    public String problemId() {
        return problemId;
    }

    /** The seed is that of the subset. */
    @Override
    public DataRequest effective(DataRequest request) {
        return new DataRequest(0, 0, 0, 0, problem.subset());
    }

    @Override
    public long bytes(DataRequest request) {
        return splits.values().stream().mapToLong(Rows::bytes).sum();
    }

    @Override
    public Dataset dataset(DataRequest request) {
        if (!(Moments.populationVariance(
                        Objects.requireNonNull(splits.get(Split.TRAIN)).target())
                > 0)) {
            throw new InvalidValueException("size", "the target is constant in the training rows; use more groups");
        }
        return dataset(problemId);
    }

    private Dataset dataset(String id) {
        return Dataset.of(id, problem.targetName(), problem.variableNames(), splits);
    }
}
