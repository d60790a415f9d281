package org.spolia.jobs.cli.query;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.cli.inspect.ExistingTables;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.View;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.StoredTables;
import org.spolia.jobs.tables.stored.StoredViews;
import org.spolia.symbolic.key.Names;

/** Runs statements over the tables of a warehouse and over files. Registers only what a statement names. */
final class QuerySession {
    /** The name that Spark did not find, without its database. */
    private static final Pattern UNKNOWN_TABLE =
            Pattern.compile("\\[TABLE_OR_VIEW_NOT_FOUND[^`]*(?:`[^`]*`\\.)*`([^`]+)`");

    private static final Pattern UNKNOWN_COLUMN = Pattern.compile("\\[UNRESOLVED_COLUMN[^`]*(?:`[^`]*`\\.)*`([^`]+)`");

    private final SessionFlags session;
    private final FileViews files;
    private final FutureTask<SparkSession> opening;
    private @Nullable SparkSession own;
    private boolean filesRegistered;

    private QuerySession(SessionFlags session, FileViews files) {
        this.session = session;
        this.files = files;
        this.opening = session.opening();
    }

    /**
     * Starts to open a session.
     *
     * @throws ExperimentException if there are neither tables nor files
     */
    static QuerySession open(SessionFlags session, FileViews files) {
        if (files.isEmpty()) {
            ExistingTables.find(session);
        }
        return new QuerySession(session, files);
    }

    /** Returns a separate session, so that registered names hide nothing from others. */
    SparkSession spark() {
        SparkSession spark = own;
        if (spark == null) {
            spark = Concurrently.result(opening).newSession();
            own = spark;
        }
        return spark;
    }

    /**
     * Returns the result of a statement.
     *
     * @throws ExperimentException if it names an unknown table
     */
    Dataset<Row> ask(String statement) {
        Optional<StoredViews> views = session.warehouse().local().flatMap(folder -> StoredViews.of(statement, folder));
        SparkSession spark = spark();
        if (views.isPresent()) {
            SparkSessions.expectQueriesOver(spark, views.get().bytes());
            views.get().register(spark);
        } else {
            registerTables(spark, statement);
        }
        if (!filesRegistered) {
            files.register(spark);
            filesRegistered = true;
        }
        try {
            return spark.sql(statement);
        } catch (Exception e) {
            // Spark throws checked exceptions without declaring them.
            String message = String.valueOf(e.getMessage());
            Optional<ExperimentException> unknown = unknownTable(message).or(() -> unknownColumn(message, statement));
            if (e instanceof AnalysisException && unknown.isPresent()) {
                throw unknown.get();
            }
            throw e;
        }
    }

    /** The columns of the tables that a statement names. */
    static Set<String> columns(String statement) {
        List<String> words = List.of(statement.toLowerCase(Locale.ROOT).split("\\W+", -1));
        Set<String> columns = new TreeSet<>();
        Arrays.stream(Table.values())
                .filter(table -> words.contains(table.tableName()))
                .forEach(table -> columns.addAll(List.of(table.schema().fieldNames())));
        return columns;
    }

    /** Tables and views. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Table.values()).map(Table::tableName).forEach(names::add);
        Arrays.stream(View.values()).map(View::viewName).forEach(names::add);
        return names;
    }

    /** Registers tables instead of their files, for statements that need more than rows. */
    private void registerTables(SparkSession spark, String statement) {
        Warehouse warehouse = Warehouse.at(spark, session.warehouse());
        if (files.isEmpty() || hasTables(warehouse)) {
            StoredViews.forget(spark, statement);
            SparkSessions.expectQueriesOver(spark, warehouse.bytesFor(statement));
            warehouse.registerFor(statement);
        }
    }

    private boolean hasTables(Warehouse warehouse) {
        Optional<Path> folder = session.warehouse().local();
        return folder.map(local -> !StoredTables.in(local).isEmpty()).orElseGet(() -> !warehouse.isEmpty());
    }

    private static Optional<ExperimentException> unknownTable(String message) {
        Matcher name = UNKNOWN_TABLE.matcher(message);
        return name.find()
                ? Optional.of(new ExperimentException("No table or view " + Names.quote(name.group(1)) + "; "
                        + Suggestion.instead(name.group(1), names())))
                : Optional.empty();
    }

    /** Spark's own suggestions omit similar names if there are many. */
    private static Optional<ExperimentException> unknownColumn(String message, String statement) {
        Matcher name = UNKNOWN_COLUMN.matcher(message);
        return name.find()
                ? Suggestion.nearest(name.group(1), columns(statement))
                        .map(near -> new ExperimentException(
                                "No column " + Names.quote(name.group(1)) + "; did you mean '" + near + "'?"))
                : Optional.empty();
    }
}
