package org.spolia.jobs.stages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.report.Answer;
import org.spolia.experiment.report.Heading;
import org.spolia.experiment.report.Report;
import org.spolia.experiment.row.Experiment;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;

/** {@code report}: asks the tables and writes the answers as one page. */
public final class ReportStage {
    private static final String PAGE = "report/index.html";

    private ReportStage() {}

    /** Where the page of a warehouse lies. */
    public static Path page(Warehouse warehouse) {
        return warehouse.path(PAGE);
    }

    static boolean hasPage(Warehouse warehouse) {
        try {
            return warehouse.fileSystem().exists(page(warehouse));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + page(warehouse), e);
        }
    }

    /**
     * Writes the page of an experiment, unless it is there and no table has changed since.
     *
     * @return whether it was written
     */
    public static boolean run(Warehouse warehouse, Experiment experiment) {
        Completion completion = new Completion(
                warehouse, Checkpoint.folder(warehouse, StageInfo.REPORT.stageName(), experiment.experimentId()));
        List<String> marks = StageInfo.REPORT.inputs().stream()
                .map(warehouse::state)
                .map(TableState::mark)
                .toList();
        try {
            if (completion.isOf(marks) && hasPage(warehouse)) {
                return false;
            }
            Map<String, String> queries = Report.queries(experiment.experimentId());
            warehouse.registerFor(String.join("\n", queries.values()));
            Map<String, Answer> answers = new LinkedHashMap<>();
            queries.forEach((figure, query) ->
                    answers.put(figure, answer(warehouse.spark().sql(query))));
            TextFiles.write(warehouse.fileSystem(), page(warehouse), Report.page(heading(experiment), answers));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + page(warehouse), e);
        }
        completion.record(marks);
        return true;
    }

    private static Heading heading(Experiment experiment) {
        String description = experiment.description();
        return new Heading(experiment.experimentId(), experiment.name(), description == null ? "" : description);
    }

    private static Answer answer(Dataset<Row> result) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : result.collectAsList()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                values.add(row.get(column));
            }
            rows.add(values);
        }
        return new Answer(List.of(result.columns()), rows);
    }
}
