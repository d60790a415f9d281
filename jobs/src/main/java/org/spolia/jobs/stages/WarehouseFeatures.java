package org.spolia.jobs.stages;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.FeatureTable;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;
import scala.jdk.javaapi.CollectionConverters;

/** What stage features made in a warehouse, at the version that the table has when this is made, so that a plan is of one version. */
public final class WarehouseFeatures implements FeatureTable {
    private final Warehouse warehouse;
    private final TableState features;

    public WarehouseFeatures(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.features = warehouse.state(Table.FEATURES);
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
