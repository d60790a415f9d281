package org.spolia.jobs.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.FitRun;
import org.spolia.experiment.fit.SavedFit;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.SearchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fit}: symbolic regression on one delimited file, without Spark, or on files that Spark reads. */
@Command(
        name = "fit",
        description = "Find expressions for one column of a table in the other columns.",
        footer = {
            "",
            "Writes hall_of_fame.csv (complexity,loss,equation,selected) and variables.csv into the output folder, and the",
            "models as model.json, model.tex, model.sql, Model.java and hall_of_fame.tex. --apply predicts with them.",
            "The delimiter and the decimal mark are detected. Ctrl-C keeps the front; --resume goes on from there.",
            "",
            "  ./spolia fit data.csv --target y --operators '+,-,*,/,sqrt,exp,log' --seconds 30",
            "  ./spolia fit data.csv --target y --operators '+,*,hill' --define 'hill(x, k) = x/(x + k)'",
            "  ./spolia fit new.csv --apply out/fit/data > predictions.csv",
            "  ./spolia fit survey.parquet -y redshift --query 'SELECT log10(flux) AS f, redshift FROM data WHERE flux > 0'"
        })
final class FitCommand implements Callable<Integer> {
    private static final long INTERRUPT_SECONDS = 20;
    private static final int INTERRUPTED = 130;
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(30);

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description =
                    "a delimited file with a line of column names, a Parquet file, the folder of a Delta table, or"
                            + " FORMAT:PATH[;OPTION=VALUE] with FORMAT well, universe, hdf5, parquet or delta")
    private String data = "";

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "what to fit of DATA that is no delimited file, as a query over the table data")
    private @Nullable String query;

    @Option(
            names = {"--target", "-y"},
            paramLabel = "COLUMN",
            description = "the column to explain")
    private String target = "";

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "COLUMN",
            description = "the columns to use, separated by commas; all others if not given")
    private List<String> features = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "COLUMN",
            description = "the column with the weights of the rows; with 1/σ² the loss is that of unequal errors")
    private @Nullable String weights;

    @Option(
            names = "--elementwise-loss",
            paramLabel = "LOSS",
            defaultValue = "L2DistLoss()",
            description =
                    "what a residual costs: L2DistLoss(), L1DistLoss(), HuberLoss(D), LogCoshLoss(), QuantileLoss(TAU),"
                            + " L1EpsilonInsLoss(E), L2EpsilonInsLoss(E), LPDistLoss(P), PeriodicLoss(C), LogitDistLoss(); for"
                            + " classes -1 and 1, of which the sign of the equation tells one, ZeroOneLoss(),"
                            + " PerceptronLoss(), LogitMarginLoss(), L1HingeLoss(), L2HingeLoss(), SmoothedL1HingeLoss(G),"
                            + " ModifiedHuberLoss(), L2MarginLoss(), ExpLoss(), SigmoidLoss(), DWDMarginLoss(Q); or a"
                            + " formula, as in 'loss(prediction, target) = (prediction - target)^2/(1 + target^2)';"
                            + " default: ${DEFAULT-VALUE}")
    private String elementwiseLoss = "";

    @Option(
            names = "--early-stop-condition",
            paramLabel = "LOSS",
            description = "end as soon as an equation has this loss or less")
    private @Nullable Double earlyStop;

    @Option(
            names = "--guesses",
            split = ";",
            paramLabel = "EQUATION",
            description = "equations to start from, separated by semicolons, as in 'a*exp(b);a/b', in the names of"
                    + " variables.csv; their constants are fitted")
    private List<String> guesses = new ArrayList<>();

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
            description =
                    "an operator of your own, such as 'hill(x, k) = x/(x + k)', which --operators then names; may be"
                            + " given several times, later ones may use earlier ones")
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

    @Option(names = "--threads", paramLabel = "N", description = "default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private long seed = 0;

    @Option(
            names = "--max-size",
            paramLabel = "N",
            description = "the greatest complexity of an expression; default: ${DEFAULT-VALUE}")
    private int maxSize = 30;

    @Option(
            names = "--max-depth",
            paramLabel = "N",
            description = "the longest path from the root to a leaf, in nodes; default: that of --max-size")
    private @Nullable Integer maxDepth;

    @Option(
            names = "--parsimony",
            paramLabel = "X",
            description =
                    "what each unit of complexity costs, in units of the target's variance; default: ${DEFAULT-VALUE}")
    private double parsimony = 0;

    @Mixin
    private EvolutionFlags evolutionFlags = new EvolutionFlags();

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

    @Option(
            names = "--apply",
            paramLabel = "DIR",
            description = "predict the rows of DATA with the models of an earlier fit, given its output folder")
    private @Nullable Path apply;

    @Option(
            names = "--complexity",
            paramLabel = "N",
            description = "with --apply: the model of this complexity in place of the selected one")
    private @Nullable Integer complexity;

    @Mixin
    private FormatFlags formatFlags = new FormatFlags();

    @Mixin
    private SparkFlags sparkFlags = new SparkFlags();

    @Override
    public Integer call() {
        if (apply != null) {
            predict(apply);
            return 0;
        }
        if (target.isEmpty()) {
            throw new ExperimentException("--target is missing; name the column to explain, as in --target y");
        }
        // The time budget began with the process, not with this line.
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        FitOptions given = options();
        TrainingTable whole = read();
        TrainingTable table = preparationFlags.apply(whole);
        SearchOptions constrained = shapeFlags.forTable(constraintFlags.forTable(given.search(), whole, table), table);
        FitOptions options = given.withSearch(
                templateFlags.forTable(validationFlags.forTable(constrained, table), table, defined()));
        FitRun run = new FitRun(table, options, FitDisplay.create(options), start, InstantSource.system());
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(run, done), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run.run() ? 0 : INTERRUPTED;
        } finally {
            done.countDown();
        }
    }

    private TrainingTable read() {
        Optional<FilePlace> files = FilePlace.recognise(data);
        Optional<String> column = Optional.ofNullable(weights);
        if (files.isEmpty()) {
            if (query != null) {
                throw new ExperimentException("--query: " + data + " is read as a delimited file, which takes no query;"
                        + " say what else it is, as in parquet:" + data);
            }
            return TrainingTable.read(delimited(), target, features, column, templateFlags.category());
        }
        SparkSession spark = sparkFlags.open();
        try {
            return TrainingTable.read(
                    QueryTable.open(spark, files.get(), Optional.ofNullable(query)),
                    target,
                    features,
                    column,
                    templateFlags.category());
        } finally {
            // The search gets the cores and the memory back.
            spark.stop();
        }
    }

    private DelimitedFile delimited() {
        return DelimitedFile.open(Path.of(data), formatFlags.format());
    }

    /** One line for each row, empty where the model has no value. */
    private void predict(Path folder) {
        OptionalInt chosen = complexity == null ? OptionalInt.empty() : OptionalInt.of(complexity);
        SavedFit fit = SavedFit.read(folder);
        if (FilePlace.recognise(data).isPresent()) {
            throw new ExperimentException("--apply: " + data + " is no delimited file; " + folder
                    + "/model.sql is the model as an expression of Spark SQL, to use in a query over it");
        }
        double[] values = fit.predict(delimited(), chosen);
        StringBuilder text = new StringBuilder(fit.target()).append('\n');
        for (double value : values) {
            text.append(Double.isFinite(value) ? Decimal.shortest(value) : "").append('\n');
        }
        System.out.print(text);
    }

    private static void interrupt(FitRun run, CountDownLatch done) {
        run.interrupt();
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
        if (threads < 1) {
            throw new ExperimentException("--threads " + threads + ": must be 1 or more");
        }
        Definitions defined = defined();
        SearchOptions search;
        try {
            OperatorSet set = OperatorSet.of(Arrays.stream(operators.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> defined.operator(name).map(Operator::text).orElse(name))
                    .toList());
            search = SearchOptions.of(set, evaluations == null ? Long.MAX_VALUE : evaluations)
                    .withMaxSize(maxSize)
                    .withParsimony(parsimony)
                    .withConstraints(constraintFlags.constraints(defined));
            search = maxDepth == null ? search : search.withMaxDepth(maxDepth);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--operators, --max-size, --max-depth or --parsimony: " + e.getMessage(), e);
        }
        try {
            return new FitOptions(
                    evolutionFlags.apply(search), time(), threads, seed, folder(), resume != null, dialect(), loss(), stop(), guesses);
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

    private Loss loss() {
        try {
            return Loss.parse(elementwiseLoss);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--elementwise-loss: " + e.getMessage(), e);
        }
    }

    private OptionalDouble stop() {
        return earlyStop == null ? OptionalDouble.empty() : OptionalDouble.of(earlyStop);
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
                throw new ExperimentException("--output " + output + " beside --resume " + resume
                        + ": a resumed fit writes into the folder it resumes from; leave out --output");
            }
            return resume;
        }
        if (output != null) {
            return output;
        }
        String name = FilePlace.recognise(data).map(FilePlace::name).orElseGet(() -> FilePlace.nameOf(data));
        return Path.of("out", "fit", name);
    }
}
