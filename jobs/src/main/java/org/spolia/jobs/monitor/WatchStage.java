package org.spolia.jobs.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.monitor.Law;
import org.spolia.experiment.monitor.WatchedLaw;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.stream.TableInput;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code watch}: evaluates laws over each block of {@code features}, all splits. Laws that become known together share
 * a checkpoint, so a law that is found later gets the windows of all blocks too. A law belongs to one checkpoint,
 * whichever configurations want it, so no window is written twice.
 */
final class WatchStage {
    private WatchStage() {}

    /**
     * Streams over the table {@code features}.
     *
     * @param lawIds the laws that they evaluate, among them some of other configurations
     */
    record Streams(List<RowStage> rows, List<String> lawIds) {}

    /** Returns the streams with the laws that a configuration wants. */
    static Streams streams(ExperimentConfig config, Warehouse warehouse) {
        List<Law> wanted = new WantedLaws(config, warehouse::read).all();
        warehouse.appendChosen(Table.WATCHED_LAWS, seen -> added(wanted, watched(warehouse)));
        Set<String> ids = wanted.stream().map(Law::id).collect(Collectors.toSet());
        List<RowStage> streams = new ArrayList<>();
        List<String> evaluated = new ArrayList<>();
        byStream(watched(warehouse)).forEach((stream, laws) -> {
            if (laws.stream().anyMatch(law -> ids.contains(law.lawId()))) {
                streams.add(stream(stream, laws));
                laws.forEach(law -> evaluated.add(law.lawId()));
            }
        });
        return new Streams(streams, evaluated);
    }

    /** Returns the number of windows of some laws. */
    static long windows(Warehouse warehouse, List<String> lawIds) {
        return warehouse
                .read(Table.LAW_WINDOWS)
                .filter(functions.col("law_id").isInCollection(lawIds))
                .count();
    }

    private static RowStage stream(String stream, List<WatchedLaw> rows) {
        List<Law> laws = rows.stream()
                .map(row -> new Law(row.featuresId(), row.variables(), row.expression()))
                .toList();
        return new RowStage(
                WatchDefinition.INFO,
                new TableInput(Table.FEATURES),
                List.of(Table.LAW_WINDOWS),
                stream,
                new WatchedBlocks(laws));
    }

    private static List<WatchedLaw> watched(Warehouse warehouse) {
        return warehouse.read(Table.WATCHED_LAWS).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, WatchedLaw.class))
                .toList();
    }

    private static Map<String, List<WatchedLaw>> byStream(List<WatchedLaw> laws) {
        return laws.stream().collect(Collectors.groupingBy(WatchedLaw::stream, TreeMap::new, Collectors.toList()));
    }

    /** The laws that are not watched yet, in a stream of their own for each kind of rows. */
    private static List<WatchedLaw> added(List<Law> wanted, List<WatchedLaw> watched) {
        Set<String> known = watched.stream().map(WatchedLaw::lawId).collect(Collectors.toSet());
        Map<String, List<Law>> added = wanted.stream()
                .filter(law -> !known.contains(law.id()))
                .collect(Collectors.groupingBy(Law::featuresId, TreeMap::new, Collectors.toList()));
        List<WatchedLaw> rows = new ArrayList<>();
        for (List<Law> laws : added.values()) {
            String stream = ContentHash.of("laws")
                    .add(laws.stream().map(Law::id).sorted().toList())
                    .hex();
            laws.forEach(law ->
                    rows.add(new WatchedLaw(law.id(), law.featuresId(), law.variables(), law.expression(), stream)));
        }
        return rows;
    }
}
