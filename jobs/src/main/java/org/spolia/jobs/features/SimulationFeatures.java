package org.spolia.jobs.features;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.feature.FeatureTerms;
import org.spolia.experiment.feature.TrajectoryRows;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.Feature;
import org.spolia.experiment.row.SimulationAxis;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import scala.Tuple2;

/** Rows of simulations, with a task for each trajectory. A file of their table has whole trajectories. */
record SimulationFeatures(FeatureProblem problem, FeatureTerms terms) implements BatchWork {
    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        List<Row> parts = FeatureSplits.parts(problem, rows, "file", "trajectory");
        Map<String, List<SimulationAxis>> axes = axes(
                batch.warehouse(), parts.stream().map(row -> row.getString(1)).toArray());
        List<String> runs = parts.stream()
                .map(row -> FrameTile.run(row.getString(0), row.getString(1), row.getInt(2)))
                .toList();
        FeatureTerms wanted = terms;
        JavaRDD<WorkItem<Run>> items = FeatureBatch.internal(FeatureSplits.of(problem, rows), FrameTile.columns(terms))
                .map(row -> FrameTile.of(row, wanted))
                .mapToPair(tile -> new Tuple2<>(tile.run(), tile))
                .groupByKey(Math.max(1, runs.size()))
                .map(run -> new WorkItem<>(run._1, Run.of(run._2, axes)));
        return FeatureBatch.compute(batch, problem, runs, items, new OfRun(problem, terms));
    }

    private Map<String, List<SimulationAxis>> axes(Warehouse warehouse, Object[] files) {
        return warehouse
                .read(Table.SIMULATION_AXES)
                .filter(functions.col("dataset").equalTo(problem.dataset()))
                .filter(functions.col("file").isin(files))
                .collectAsList()
                .stream()
                .map(row -> RecordRows.toRecord(row, SimulationAxis.class))
                .sorted(Comparator.comparingInt(SimulationAxis::axis))
                .collect(Collectors.groupingBy(SimulationAxis::file));
    }

    /** The tiles of a trajectory and the grid of its file. */
    private record Run(List<FrameTile> tiles, List<SimulationAxis> axes) implements Serializable {
        static Run of(Iterable<FrameTile> tiles, Map<String, List<SimulationAxis>> axes) {
            List<FrameTile> all = new ArrayList<>();
            tiles.forEach(all::add);
            return new Run(all, axes.getOrDefault(all.get(0).file(), List.of()));
        }
    }

    private record OfRun(FeatureProblem problem, FeatureTerms terms) implements FeatureBatch.Function<Run> {
        @Override
        public Optional<Feature> features(Run run) {
            return TrajectoryRows.of(problem, terms, FrameTile.join(run.tiles, terms, run.axes));
        }
    }
}
