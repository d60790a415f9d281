package org.spolia.jobs.cli.fit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.FitSequence;
import org.spolia.jobs.cli.common.MemoryNeed;
import org.spolia.jobs.cli.common.QueryTable;
import org.spolia.jobs.rows.RowRoles;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.spread.SparkSpread;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.search.options.SearchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fit}: symbolic regression on one delimited file, without Spark, or on files that Spark reads. */
@Command(
        name = "fit",
        description = "Find expressions that predict one column of a table from the other columns.",
        customSynopsis = "spolia fit DATA --target COLUMN [OPTION]...",
        footerHeading = "%nExamples; the first three work as they are%n",
        footer = {
            "  ./spolia fit configs/problems/nist/danwood.csv -y y --seconds 10",
            "  ./spolia fit configs/problems/nist/thurber.csv -y y --folds 5 --report",
            "  ./spolia fit configs/problems/nist/danwood.csv --apply out/fit/danwood",
            "  ./spolia fit data.csv -y y --exclude 'id,note*' --evaluations 200000",
            "  ./spolia fit data.csv -y y --operators '+,-,*,/,sqrt,exp,log' --seed 1",
            "  ./spolia fit data.csv -y v --operators '+,*,hill' \\",
            "    --define 'hill(x, k) = x/(x + k)'",
            "  ./spolia fit data.csv -y period --guesses 'c*sqrt(length/g)'",
            "  ./spolia fit survey.parquet -y z \\",
            "    --query 'SELECT log10(flux) AS f, z FROM data WHERE flux > 0'",
            "  ./spolia fit data.csv -y y --evaluations 50000000 --master spark://host:7077",
            "",
            "The last lines give the selected equation, its error and the location of",
            "the files. Ctrl-C keeps the front; --resume continues from there.",
            "A large table may need JDK_JAVA_OPTIONS=-Xmx8g before the command."
        })
public final class FitCommand implements Callable<Integer> {
    private static final long INTERRUPT_SECONDS = 20;
    private static final int INTERRUPTED = 130;
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(30);

    @Mixin
    private DataFlags dataFlags = new DataFlags();

    @Mixin
    private SpreadFlags spreadFlags = new SpreadFlags();

    @Mixin
    private LossFlags lossFlags = new LossFlags();

    @Option(
            names = "--operators",
            paramLabel = "LIST",
            defaultValue = "+,-,*,/,pow,sqrt,exp,log,sin,cos",
            completionCandidates = KnownOperators.class,
            description = "the operators to use, separated by commas; default: ${DEFAULT-VALUE}; known:"
                    + " ${COMPLETION-CANDIDATES}")
    private String operators = "";

    @Option(
            names = "--define",
            paramLabel = "DEFINITION",
            description = "an operator of your own, such as 'hill(x, k) = x/(x + k)', for use in --operators; may be"
                    + " given several times, and later ones may use earlier ones")
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "the time from the start to the last file; default 30 when --evaluations is not given")
    private @Nullable Double seconds;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "a budget that gives the same files on every machine")
    private @Nullable Long evaluations;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "default: all processors; with --master the slots of Spark take their place")
    private @Nullable Integer threads;

    @Option(names = "--seed", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private long seed = 0;

    @Mixin
    private SearchFlags searchFlags = new SearchFlags();

    @Mixin
    private ConstraintFlags constraintFlags = new ConstraintFlags();

    @Mixin
    private ShapeFlags shapeFlags = new ShapeFlags();

    @Mixin
    private TemplateFlags templateFlags = new TemplateFlags();

    @Mixin
    private PreparationFlags preparationFlags = new PreparationFlags();

    @Mixin
    private ValidationFlags validationFlags = new ValidationFlags();

    @Option(names = "--output", paramLabel = "DIR", description = "the folder for the files; default: out/fit/NAME")
    private @Nullable Path output;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "the output folder of an interrupted fit with the same data and options")
    private @Nullable Path resume;

    @Option(
            names = "--sql",
            paramLabel = "DIALECT",
            defaultValue = "spark",
            description = "the dialect of model.sql: spark, or portable for PostgreSQL, DuckDB and others; default:"
                    + " ${DEFAULT-VALUE}")
    private String sql = "";

    @Mixin
    private ApplyFlags applyFlags = new ApplyFlags();

    @Mixin
    private FieldFlags fieldFlags = new FieldFlags();

    @Mixin
    private FitReportFlags reportFlags = new FitReportFlags();

    @Override
    public Integer call() {
        if (applyFlags.folder().isPresent()) {
            applyFlags.predict(dataFlags, System.out);
            return 0;
        }
        dataFlags.targets();
        try {
            return fit();
        } catch (OutOfMemoryError | RuntimeException e) {
            if (MemoryNeed.isBehind(e)) {
                throw dataFlags.memory().problem(e);
            }
            throw e;
        }
    }

    private Integer fit() {
        // The time budget began when the process started, not with this line.
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        FitOptions given = options();
        return spreadFlags.rows() ? fitRows(given, start) : fitTables(given, start);
    }

    private Integer fitTables(FitOptions given, Instant start) {
        List<TrainingTable> tables = new ArrayList<>();
        List<FitOptions> options = new ArrayList<>();
        for (TrainingTable whole : dataFlags.read(templateFlags.category())) {
            TrainingTable table = preparationFlags.apply(whole);
            tables.add(table);
            options.add(given.withSearch(forTable(given.search(), dataFlags.columns(), table)));
        }
        Optional<SparkSession> cluster = cluster();
        try {
            return fit(tables, options, given, start, cluster, Optional.empty());
        } finally {
            cluster.ifPresent(SparkSession::stop);
        }
    }

    /** The rows stay on Spark, in this process if no master is given. Without one the search runs in threads. */
    private Integer fitRows(FitOptions given, Instant start) {
        preparationFlags.requireForRows();
        templateFlags.category().ifPresent(category -> {
            throw new ExperimentException("--category: not with --spread rows; leave out one of the two");
        });
        SearchOptions search = validationFlags.of(given.search());
        spreadFlags.require(search);
        SparkSession spark = dataFlags.session().open();
        QueryTable data = dataFlags.open(spark);
        try (LargeTable table = large(data, search.validation().folds())) {
            FitOptions options = given.withSearch(forTable(given.search(), dataFlags.columns(), table.sample()));
            spreadFlags.require(options.search());
            Optional<SparkSession> cluster =
                    dataFlags.session().master().isEmpty() ? Optional.empty() : Optional.of(spark);
            return fit(List.of(table.sample()), List.of(options), given, start, cluster, Optional.of(table.rows()));
        } finally {
            spark.stop();
        }
    }

    private LargeTable large(QueryTable data, int folds) {
        RowRoles roles = dataFlags.roles(data, spreadFlags.groups());
        int rows = spreadFlags.sampleRows();
        return spreadFlags
                .groups()
                .map(column -> LargeTable.ofGroups(data, roles, column, preparationFlags, seed, rows))
                .orElseGet(() -> LargeTable.open(data, roles, preparationFlags, seed, folds, rows));
    }

    private Integer fit(
            List<TrainingTable> tables,
            List<FitOptions> options,
            FitOptions given,
            Instant start,
            Optional<SparkSession> cluster,
            Optional<AllRows> rows) {
        FitSequence fits = new FitSequence(
                tables,
                options,
                FitDisplay.create(given, workers(given, cluster), lossFlags.text()),
                start,
                InstantSource.system(),
                cluster.map(spark -> problem -> SparkSpread.of(spark, problem)),
                rows);
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(fits, done), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            boolean ended = fits.run();
            for (int i = 0; i < tables.size(); i++) {
                reportFlags.write(fits.folders().get(i), tables.get(i), dataFlags.place(), lossFlags.text());
            }
            return ended ? 0 : INTERRUPTED;
        } finally {
            done.countDown();
        }
    }

    private Optional<SparkSession> cluster() {
        return dataFlags.session().master().isEmpty()
                ? Optional.empty()
                : Optional.of(dataFlags.session().open());
    }

    private String workers(FitOptions options, Optional<SparkSession> cluster) {
        int count = cluster.map(SparkSessions::slots).orElse(options.threads());
        return count + (cluster.isPresent() ? " slot" : " thread") + (count == 1 ? "" : "s");
    }

    private SearchOptions forTable(SearchOptions search, List<String> columns, TrainingTable table) {
        SearchOptions constrained = shapeFlags.forTable(constraintFlags.forTable(search, columns, table), table);
        return templateFlags.forTable(validationFlags.forTable(constrained, table), table, defined());
    }

    private static void interrupt(FitSequence fits, CountDownLatch done) {
        fits.interrupt();
        try {
            // The JVM halts when this hook ends, so it waits until the files are written.
            done.await(INTERRUPT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FitOptions options() {
        if (seconds != null && !(seconds > 0)) {
            throw new ExperimentException("--seconds " + seconds + ": must be more than 0");
        }
        if (evaluations != null && evaluations <= 0) {
            throw new ExperimentException("--evaluations " + evaluations + ": must be more than 0");
        }
        if (threads != null && !dataFlags.session().master().isEmpty()) {
            throw new ExperimentException("--threads " + threads + ": with --master the search runs on the slots of"
                    + " Spark, as in local[" + threads + "]; leave out one of the two");
        }
        if (threads != null && threads < 1) {
            throw new ExperimentException("--threads " + threads + ": must be 1 or more");
        }
        Definitions defined = defined();
        SearchOptions search;
        try {
            List<String> names = OperatorList.texts(operators, defined);
            search = SearchOptions.of(OperatorSet.of(names), evaluations == null ? Long.MAX_VALUE : evaluations)
                    .withConstraints(
                            constraintFlags.constraints(defined, fieldFlags.complexities(names, dataFlags.session())));
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--operators: " + e.getMessage(), e);
        }
        try {
            return new FitOptions(
                    searchFlags.apply(search),
                    time(),
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                    seed,
                    folder(),
                    resume != null,
                    dialect(),
                    lossFlags.loss(),
                    lossFlags.stop(),
                    lossFlags.guesses());
        } catch (IllegalArgumentException e) {
            throw new ExperimentException(
                    "--sql " + sql + ": " + e.getMessage() + "; leave it out of --operators or use --sql spark", e);
        }
    }

    private Definitions defined() {
        try {
            return Definitions.parse(definitions);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--define: " + e.getMessage(), e);
        }
    }

    private Sql dialect() {
        return switch (sql) {
            case "spark" -> Sql.SPARK;
            case "portable" -> Sql.PORTABLE;
            default -> throw new ExperimentException("--sql '" + sql + "': must be spark or portable");
        };
    }

    private Optional<Duration> time() {
        if (seconds != null) {
            return Optional.of(Duration.ofNanos((long) (seconds * 1e9)));
        }
        return evaluations == null ? Optional.of(DEFAULT_TIME) : Optional.empty();
    }

    private Path folder() {
        if (resume != null) {
            if (output != null && !output.equals(resume)) {
                throw new ExperimentException("--output " + output + " together with --resume " + resume
                        + ": a resumed fit writes into the folder it resumes from; leave out --output");
            }
            return resume;
        }
        if (output != null) {
            return output;
        }
        return Path.of("out", "fit", dataFlags.name());
    }
}
