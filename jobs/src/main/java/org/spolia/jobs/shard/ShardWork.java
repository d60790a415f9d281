package org.spolia.jobs.shard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.experiment.row.ShardFile;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemReport;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;

/**
 * Processes some files of a data set: examines each file completely, then reads the rows of the sound files again and
 * writes them.
 *
 * @param source the files
 * @param layout the layout of their table
 * @param statistics the statistics of the data set
 * @param strict whether a damaged file ends the stage
 */
record ShardWork(ShardSource source, ShardLayout layout, ShardStatistics statistics, boolean strict)
        implements BatchWork {
    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        List<SourceFile> listed = rows.collectAsList().stream()
                .map(SourceFile::of)
                .sorted(Comparator.comparing(SourceFile::name))
                .toList();
        List<WorkItem<SourceFile>> items = listed.stream()
                .map(file -> new WorkItem<>(subject(file.name()), file))
                .toList();
        ComputedBatch examined = ComputedBatch.compute(
                batch,
                DatasetBroadcasts.none(),
                items,
                new FileExamination(source.dataset(), source.files(), layout.read()));
        try {
            return output(batch, listed, examined);
        } catch (RuntimeException e) {
            examined.close();
            throw e;
        }
    }

    @Override
    public void finish(Batch batch, String application) {
        if (statistics.hasAllFiles(batch.warehouse())) {
            statistics.update(batch.warehouse(), application);
        }
    }

    private BatchOutput output(Batch batch, List<SourceFile> listed, ComputedBatch examined) {
        Map<String, ShardFile> events = examined.rows(Table.SHARD_FILES).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, ShardFile.class))
                .collect(Collectors.toMap(ShardFile::file, event -> event));
        requireOutcomes(events.keySet(), examined.reports());
        if (strict) {
            events.values().forEach(this::requireSound);
        }
        Set<String> sound = events.values().stream()
                .filter(ShardWork::isSound)
                .map(ShardFile::file)
                .collect(Collectors.toSet());
        List<SourceFile> taken =
                listed.stream().filter(file -> sound.contains(file.name())).toList();
        Dataset<Row> contents = taken.isEmpty()
                ? batch.warehouse()
                        .spark()
                        .createDataFrame(List.of(), layout.table().schema())
                : layout.arrange(source.read(batch.warehouse().spark(), taken, layout.read()));
        return new Output(contents, examined);
    }

    /**
     * A failed examination, for example because a file system does not answer, does not mean that the file is damaged.
     */
    private void requireOutcomes(Set<String> files, List<ItemReport> reports) {
        Set<String> known = files.stream().map(this::subject).collect(Collectors.toSet());
        for (ItemReport report : reports) {
            if (!known.contains(report.id())) {
                throw new IllegalStateException(report.id() + " could not be examined: " + report.reason());
            }
        }
    }

    private void requireSound(ShardFile event) {
        if (!isSound(event)) {
            throw new DamagedFileException(source.name(), event.file(), String.valueOf(event.reason()));
        }
    }

    private static boolean isSound(ShardFile event) {
        return event.state().equals(ShardFile.SHARDED);
    }

    private String subject(String file) {
        return source.dataset() + "/" + file;
    }

    private record Output(Dataset<Row> contents, ComputedBatch examined) implements BatchOutput {
        @Override
        public Dataset<Row> rows(Relation output) {
            return output instanceof Table ? examined.rows(output) : contents;
        }

        @Override
        public void close() {
            examined.close();
        }
    }
}
