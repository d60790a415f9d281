package org.spolia.jobs.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.row.Observation;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * The data sets of one batch, with one broadcast for each, so that an executor fetches only the data sets of its own
 * tasks. Batches that follow each other share those that both use. The plan limits the size of the data of a batch.
 */
public final class DatasetBroadcasts implements AutoCloseable {
    private final Map<String, SharedBroadcast> byId;

    private DatasetBroadcasts(Map<String, SharedBroadcast> byId) {
        this.byId = byId;
    }

    /** Returns an empty instance for tasks that need no data sets. */
    public static DatasetBroadcasts none() {
        return new DatasetBroadcasts(Map.of());
    }

    /** Broadcasts the blocks of one split of these data sets. */
    public static DatasetBroadcasts ofSplit(Warehouse warehouse, String split, Collection<String> datasetIds) {
        return broadcast(
                warehouse,
                blocks(warehouse, datasetIds).filter(functions.col("split").equalTo(split)));
    }

    /**
     * Broadcasts the blocks of one split of these data sets.
     *
     * @param before the data sets of another batch with the same split, which may be closed
     */
    public static DatasetBroadcasts ofSplit(
            Warehouse warehouse, String split, Collection<String> datasetIds, DatasetBroadcasts before) {
        Map<String, SharedBroadcast> all = new HashMap<>();
        for (String id : datasetIds) {
            SharedBroadcast held = before.byId.get(id);
            if (held != null && held.hold()) {
                all.put(id, held);
            }
        }
        Set<String> others = new TreeSet<>(datasetIds);
        others.removeAll(all.keySet());
        if (!others.isEmpty()) {
            all.putAll(ofSplit(warehouse, split, others).byId);
        }
        return new DatasetBroadcasts(all);
    }

    /** Broadcasts the blocks of all splits of these data sets. */
    public static DatasetBroadcasts ofAllSplits(Warehouse warehouse, Collection<String> datasetIds) {
        return broadcast(warehouse, blocks(warehouse, datasetIds));
    }

    private static Dataset<Row> blocks(Warehouse warehouse, Collection<String> datasetIds) {
        return warehouse
                .read(Table.OBSERVATIONS)
                .filter(functions.col("dataset_id").isInCollection(datasetIds));
    }

    private static DatasetBroadcasts broadcast(Warehouse warehouse, Dataset<Row> rows) {
        Map<String, List<Observation>> blocks = new HashMap<>();
        // Read row by row, because Spark boxes every number of a row that it returns.
        for (Iterator<Row> iterator = rows.toLocalIterator(); iterator.hasNext(); ) {
            Observation block = RecordRows.toRecord(iterator.next(), Observation.class);
            blocks.computeIfAbsent(block.datasetId(), id -> new ArrayList<>()).add(block);
        }
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
        Map<String, SharedBroadcast> byId = new HashMap<>();
        blocks.forEach((id, list) -> byId.put(id, new SharedBroadcast(context.broadcast(list))));
        return new DatasetBroadcasts(byId);
    }

    public Broadcast<List<Observation>> of(String datasetId) {
        SharedBroadcast broadcast = byId.get(datasetId);
        if (broadcast == null) {
            throw new IllegalStateException("Table observations lacks data set " + datasetId + " of a planned trial");
        }
        return broadcast.data;
    }

    @Override
    public void close() {
        byId.values().forEach(SharedBroadcast::release);
    }

    /** A data set that exists as long as a batch holds it. */
    private static final class SharedBroadcast {
        private final Broadcast<List<Observation>> data;
        private int holders = 1;

        SharedBroadcast(Broadcast<List<Observation>> data) {
            this.data = data;
        }

        /** Returns whether it still exists. */
        synchronized boolean hold() {
            if (holders == 0) {
                return false;
            }
            holders++;
            return true;
        }

        synchronized void release() {
            holders--;
            if (holders == 0) {
                data.destroy();
            }
        }
    }
}
