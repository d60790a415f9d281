package org.spolia.jobs.shard;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.FieldMoments;
import org.spolia.experiment.row.ShardFile;
import org.spolia.experiment.row.SimulationAxis;
import org.spolia.jobs.source.examine.DataFiles;
import org.spolia.jobs.source.examine.FileFacts;
import org.spolia.jobs.source.examine.FileReport;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.AxisFacts;
import org.spolia.jobs.stream.FileReads;
import org.spolia.jobs.stream.ItemFunction;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;

/**
 * Reads a file to its end before any row of it is written, because damage may follow after the first good rows.
 *
 * @param dataset the data set of the file
 * @param files all files of the data set
 * @param schema the columns of the rows
 */
record FileExamination(String dataset, DataFiles files, StructType schema) implements ItemFunction<SourceFile> {
    @Override
    public ItemRows apply(SourceFile file) {
        FileReport report = files.examine(file, schema);
        String reason = report.damage().orElse(null);
        long rows = report.facts().map(FileFacts::rows).orElse(0L);
        return rows(
                event(file, report.sha256(), rows, reason),
                report.facts().map(facts -> moments(file, facts)).orElse(List.of()),
                report.facts().map(facts -> axes(file, facts)).orElse(List.of()),
                new FileReads(report.reads(), report.bytesRead()),
                reason);
    }

    private ShardFile event(SourceFile file, String sha256, long rows, @Nullable String reason) {
        String state = reason == null ? ShardFile.SHARDED : ShardFile.QUARANTINED;
        return new ShardFile(dataset, file.name(), file.size(), sha256, rows, state, reason);
    }

    private List<FieldMoments> moments(SourceFile file, FileFacts facts) {
        String split = file.split().orElse(null);
        return facts.fields().stream()
                .map(field -> FieldMoments.of(
                        dataset, file.name(), split, field.field(), field.component(), field.values(), field.changes()))
                .toList();
    }

    private List<SimulationAxis> axes(SourceFile file, FileFacts facts) {
        return IntStream.range(0, facts.axes().size())
                .mapToObj(number -> axis(file.name(), number, facts.axes().get(number)))
                .toList();
    }

    private SimulationAxis axis(String file, int number, AxisFacts axis) {
        return new SimulationAxis(dataset, file, number, axis.name(), axis.boundary(), axis.coordinates());
    }

    private static ItemRows rows(
            ShardFile event,
            List<FieldMoments> moments,
            List<SimulationAxis> axes,
            FileReads reads,
            @Nullable String reason) {
        return new ItemRows(
                Map.of(
                        Table.SHARD_FILES,
                        RecordRows.toRows(List.of(event), Table.SHARD_FILES.schema()),
                        Table.FIELD_MOMENTS,
                        RecordRows.toRows(moments, Table.FIELD_MOMENTS.schema()),
                        Table.SIMULATION_AXES,
                        RecordRows.toRows(axes, Table.SIMULATION_AXES.schema())),
                null,
                reads,
                reason);
    }
}
