package org.spolia.jobs.stream;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.experiment.data.ContentHash;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * The run of a summary stage for one subject, such as an experiment. It reads its input tables at their current
 * versions and replaces its earlier rows, with one commit for each output table. The versions identify the write, so
 * that the same versions are never written again; the history of an output table lists them.
 */
public final class Summary {
    private static final long NEVER = -1;

    private final Warehouse warehouse;
    private final StageInfo stage;
    private final String subjectId;
    private final List<String> choices;
    private final Map<Relation, TableState> pinned = new LinkedHashMap<>();

    private Summary(Warehouse warehouse, StageInfo stage, String subjectId, List<String> choices) {
        this.warehouse = warehouse;
        this.stage = stage;
        this.subjectId = subjectId;
        this.choices = List.copyOf(choices);
    }

    private void pin(Relation input) {
        pinned.put(input, warehouse.state(input));
    }

    public static Summary of(Warehouse warehouse, StageInfo stage, String subjectId) {
        return of(warehouse, stage, subjectId, List.of(), List.of());
    }

    /** Creates the run of a stage whose rows depend only on tables of data sets. */
    public static Summary ofDatasets(
            Warehouse warehouse, StageInfo stage, String subjectId, Collection<? extends Relation> datasets) {
        Summary summary = new Summary(warehouse, stage, subjectId, List.of());
        datasets.forEach(summary::pin);
        return summary;
    }

    /**
     * Creates the run of a stage that also reads tables of data sets.
     *
     * @param choices what determines the rows in addition to the versions, such as the ids that are compared
     */
    public static Summary of(
            Warehouse warehouse,
            StageInfo stage,
            String subjectId,
            Collection<? extends Relation> datasets,
            List<String> choices) {
        Summary summary = new Summary(warehouse, stage, subjectId, choices);
        stage.reads().forEach(summary::pin);
        datasets.forEach(summary::pin);
        return summary;
    }

    /** The output tables that lack the rows for these versions. */
    public List<Table> lacking() {
        return stage.writes().stream()
                .filter(output -> !warehouse.state(output).contains(transaction(output)))
                .toList();
    }

    /** The version at which an input table is read. */
    public long version(Relation input) {
        return state(input).version();
    }

    /** Reads an input table at its version. */
    public Dataset<Row> read(Relation input) {
        return warehouse.read(input, state(input));
    }

    private TableState state(Relation input) {
        TableState state = pinned.get(input);
        if (state == null) {
            throw new IllegalStateException("Table " + input + " is not an input of stage " + stage);
        }
        return state;
    }

    /** Replaces the rows of the subject. The key of an output table begins with the subject. */
    public void replace(Table output, List<? extends Record> records) {
        replace(output, warehouse.rows(output, records));
    }

    /** Replaces the rows of the subject, for rows that do not fit in one process. */
    public void replace(Table output, Dataset<Row> rows) {
        warehouse.replace(output, output.key().get(0), subjectId, rows, transaction(output), versions());
    }

    /**
     * The write for these versions and choices. Its number is greater than those of all other writes of the subject, so
     * that choices that are changed back are not taken for written.
     */
    private Transaction transaction(Table output) {
        String subject = stage + "/" + subjectId + "/";
        String application = subject + hash();
        Map<String, Long> written = warehouse.state(output).transactions();
        long own = written.getOrDefault(application, NEVER);
        long last = written.entrySet().stream()
                .filter(write -> write.getKey().startsWith(subject))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(NEVER);
        return new Transaction(application, own == last && own != NEVER ? own : last + 1);
    }

    private String hash() {
        List<String> marks = pinned.values().stream().map(TableState::mark).toList();
        ContentHash inputs = ContentHash.of("summary").add(marks);
        return (choices.isEmpty() ? inputs : inputs.add(choices)).hex();
    }

    private String versions() {
        return pinned.entrySet().stream()
                .map(input -> input.getKey() + " " + input.getValue().version())
                .collect(Collectors.joining(", ", "read ", ""));
    }
}
