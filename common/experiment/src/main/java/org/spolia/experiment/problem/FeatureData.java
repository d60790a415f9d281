package org.spolia.experiment.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.RowSampling;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.Feature;
import org.spolia.statistics.Moments;
import org.spolia.symbolic.key.InvalidValueException;

/**
 * The rows of all trajectories in memory. Each split has as many rows as the problem requests, drawn from the rows of
 * all blocks.
 */
final class FeatureData implements ProblemData {
    private static final Comparator<Place> IN_ORDER = Comparator.comparing((Place place) -> place.block.file())
            .thenComparing(place -> Objects.requireNonNullElse(place.block.trajectory(), 0))
            .thenComparing(Place::point);

    private final FeatureProblem problem;
    private final Map<Split, Rows> splits;
    private final String problemId;

    private FeatureData(FeatureProblem problem, Map<Split, Rows> splits) {
        this.problem = problem;
        this.splits = splits;
        this.problemId = ContentHash.of("feature problem")
                .add(problem.id())
                .add(problem.featuresId())
                .add(dataset("").datasetId())
                .hex();
    }

    static FeatureData read(FeatureProblem problem, Iterator<Feature> blocks) {
        Map<Split, PriorityQueue<Place>> chosen = new EnumMap<>(Split.class);
        while (blocks.hasNext()) {
            Feature block = blocks.next();
            PriorityQueue<Place> rows = chosen.computeIfAbsent(
                    Split.labelled(block.split()),
                    split -> new PriorityQueue<>(Comparator.comparingLong(Place::rank)
                            .thenComparing(IN_ORDER)
                            .reversed()));
            RowSampling sampling = RowSampling.of(problem.seed(), block.file(), block.trajectory());
            for (int row = 0; row < block.rows(); row++) {
                rows.add(new Place(sampling.rank(block.points().get(row)), block, row));
                if (rows.size() > problem.rows()) {
                    rows.remove();
                }
            }
        }
        if (!chosen.containsKey(Split.TRAIN)) {
            throw new ExperimentException("Table features has no row of problem '" + problem.id()
                    + "' for the split train; run stage features, or change the condition 'train' ("
                    + problem.train() + ") if it found none");
        }
        Map<Split, Rows> splits = new EnumMap<>(Split.class);
        chosen.forEach((split, rows) -> splits.put(split, rows(problem, new ArrayList<>(rows))));
        return new FeatureData(problem, splits);
    }

    private static Rows rows(FeatureProblem problem, List<Place> places) {
        places.sort(IN_ORDER);
        int count = places.size();
        double[][] columns = new double[problem.variables().size()][count];
        double[] target = new double[count];
        double[] truth = new double[count];
        boolean known = true;
        for (int i = 0; i < count; i++) {
            Place place = places.get(i);
            for (int variable = 0; variable < columns.length; variable++) {
                columns[variable][i] = place.block.columns()[variable][place.row];
            }
            target[i] = place.block.target()[place.row];
            double[] exact = place.block.truth();
            known &= exact != null;
            truth[i] = exact == null ? 0 : exact[place.row];
        }
        return known ? Rows.generated(columns, target, truth) : Rows.measured(columns, target);
    }

    @Override
    public String problemId() {
        return problemId;
    }

    /** The problem itself defines noise and seed. */
    @Override
    public DataRequest effective(DataRequest request) {
        return new DataRequest(0, 0, 0, problem.noise(), problem.seed());
    }

    @Override
    public long bytes(DataRequest request) {
        return splits.values().stream().mapToLong(Rows::bytes).sum();
    }

    @Override
    public Dataset dataset(DataRequest request) {
        Dataset dataset = dataset(problemId);
        double[] target = dataset.rows(Split.TRAIN).target();
        if (!(Moments.populationVariance(target) > 0)) {
            throw new InvalidValueException(
                    "train",
                    "the target is constant, or its squares overflow, in the " + target.length
                            + " training rows; choose other rows");
        }
        return dataset;
    }

    private Dataset dataset(String id) {
        return Dataset.of(id, problem.targetName(), problem.variableNames(), splits);
    }

    /** A row of a block. */
    private record Place(long rank, Feature block, int row) {
        long point() {
            return block.points().get(row);
        }
    }
}
