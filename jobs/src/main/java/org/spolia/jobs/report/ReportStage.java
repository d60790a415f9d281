package org.spolia.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.report.Report;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Heading;
import org.spolia.experiment.row.Experiment;
import org.spolia.jobs.stage.Completion;
import org.spolia.jobs.stage.TextFiles;
import org.spolia.jobs.stream.Checkpoint;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;

/** {@code report}: queries the tables and writes the results as one page for trials and one for probes. */
public final class ReportStage {
    private static final Map<Report, String> PAGES =
            Map.of(Report.TRIALS, "report/index.html", Report.PROBES, "report/probes.html");

    private ReportStage() {}

    /** Returns the path of a page of a warehouse. */
    public static Path page(Warehouse warehouse, Report report) {
        return warehouse.path(Objects.requireNonNull(PAGES.get(report)));
    }

    /** Returns the paths of the existing pages. */
    public static List<Path> pages(Warehouse warehouse) {
        return Stream.of(Report.values())
                .map(report -> page(warehouse, report))
                .filter(page -> exists(warehouse, page))
                .toList();
    }

    private static boolean exists(Warehouse warehouse, Path page) {
        try {
            return warehouse.fileSystem().exists(page);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot check " + page, e);
        }
    }

    /** Returns the heading of the page about the trials of an experiment. */
    static Heading heading(Experiment experiment) {
        String description = experiment.description();
        return new Heading(experiment.experimentId(), experiment.name(), description == null ? "" : description);
    }

    /**
     * Writes a page, unless it exists and no table has changed since.
     *
     * @return whether it was written
     */
    public static boolean run(Warehouse warehouse, Report report, Heading heading) {
        Path page = page(warehouse, report);
        Completion completion = new Completion(
                warehouse, Checkpoint.folder(warehouse, ReportDefinition.INFO.name(), heading.experimentId()));
        List<String> marks = ReportDefinition.INFO.reads().stream()
                .map(warehouse::state)
                .map(TableState::mark)
                .toList();
        try {
            if (completion.isOf(marks) && exists(warehouse, page)) {
                return false;
            }
            Map<String, String> queries = report.queries(heading.experimentId());
            warehouse.registerFor(String.join("\n", queries.values()));
            Map<String, Answer> answers = new LinkedHashMap<>();
            queries.forEach((figure, query) ->
                    answers.put(figure, answer(warehouse.spark().sql(query))));
            TextFiles.write(warehouse.fileSystem(), page, report.page(heading, answers));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + page, e);
        }
        completion.record(marks);
        return true;
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
