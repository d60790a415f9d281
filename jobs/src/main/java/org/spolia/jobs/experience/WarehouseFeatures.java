package org.spolia.jobs.experience;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.FeatureTable;
import org.spolia.experiment.problem.VectorProblem;
import org.spolia.experiment.problem.VectorRows;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows that the stages features and embed wrote to a warehouse. The rows of features are read at the version that the
 * table has on creation, so that a plan uses one version.
 */
public final class WarehouseFeatures implements FeatureTable {
    private final Warehouse warehouse;
    private final TableState features;
    private final WarehouseVectors vectors;

    /**
     * Creates the rows of problems of an experiment.
     *
     * @param config defines the probes and encoders that problems name
     */
    public WarehouseFeatures(Warehouse warehouse, ExperimentConfig config) {
        this.warehouse = warehouse;
        this.vectors = new WarehouseVectors(warehouse, config);
        this.features = warehouse.state(Table.FEATURES);
    }

    /** Returns whether there are rows for each problem of an experiment that takes its rows from here. */
    public boolean areThere(ExperimentConfig config) {
        return config.featureProblems().stream()
                        .allMatch(problem -> blocks(problem).hasNext())
                && config.vectorProblems().stream().allMatch(vectors::has);
    }

    @Override
    public VectorRows vectors(VectorProblem problem) {
        return vectors.of(problem);
    }

    @Override
    public Iterator<Feature> blocks(FeatureProblem problem) {
        Iterator<Row> rows = warehouse
                .read(Table.FEATURES, features)
                .filter(functions.col("features_id").equalTo(problem.featuresId()))
                .toLocalIterator();
        return CollectionConverters.asJava(
                CollectionConverters.asScala(rows).map(row -> RecordRows.toRecord(row, Feature.class)));
    }
}
