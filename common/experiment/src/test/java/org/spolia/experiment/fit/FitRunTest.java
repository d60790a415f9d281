package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.search.options.LibraryOptions;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Validation;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

class FitRunTest {
    private static final SearchOptions SEARCH = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "sqrt")), 20_000)
            .withPopulations(5, 16);

    @TempDir
    Path folder;

    private TrainingTable table;

    @BeforeEach
    void writeTable() throws IOException {
        StringBuilder text = new StringBuilder("length,E,period\n");
        for (int row = 1; row <= 60; row++) {
            double length = 0.1 * row;
            double gravity = 9 + 0.013 * (row * 7 % 60);
            text.append(length).append(',').append(gravity).append(',');
            text.append(6.2 * Math.sqrt(length / gravity) + 0.01 * (row % 3)).append('\n');
        }
        Path file = folder.resolve("pendulum.csv");
        Files.writeString(file, text);
        table = TrainingTable.read(DelimitedFile.open(file, DelimitedFormat.detected()), "period", List.of());
    }

    @Test
    void writesTheFrontWithOneSelectedModel() throws IOException {
        assertThat(run("a", 1, false).run()).isTrue();
        List<String> lines = Files.readAllLines(folder.resolve("a/hall_of_fame.csv"));
        assertThat(lines.get(0)).isEqualTo("complexity,loss,equation,selected");
        assertThat(lines.stream().filter(line -> line.endsWith(",true"))).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("a/variables.csv")))
                .containsExactly("name,column", "length,length", "x2,E");
    }

    @Test
    void writesTheSelectedModelInEachLanguage() throws IOException {
        run("a", 1, false).run();
        assertThat(Files.readString(folder.resolve("a/model.tex"))).contains("\\mathrm{period} = ");
        assertThat(Files.readString(folder.resolve("a/hall_of_fame.tex"))).contains("\\toprule");
        assertThat(Files.readString(folder.resolve("a/model.sql"))).contains("double(`length`)");
        assertThat(Files.readString(folder.resolve("a/Model.java"))).contains("public static double predict(double ");
    }

    @Test
    void whatIsSavedPredictsWithTheLossThatStandsBesideIt() {
        run("a", 1, false).run();
        SavedFit fit = SavedFit.read(folder.resolve("a"));
        DelimitedFile file = DelimitedFile.open(folder.resolve("pendulum.csv"), DelimitedFormat.detected());
        for (SavedModel model : fit.models()) {
            double[] values = fit.predict(file, OptionalInt.of(model.complexity()));
            double squares = 0;
            for (int row = 0; row < values.length; row++) {
                squares += Math.pow(values[row] - table.values()[row], 2);
            }
            assertThat(squares / values.length).isCloseTo(model.loss(), withinPercentage(1e-6));
        }
        OptionalInt missing = OptionalInt.of(1000);
        assertThatThrownBy(() -> fit.predict(file, missing)).hasMessageContaining("No model of complexity 1000");
    }

    @Test
    void classesAreToldByTheSignOfAnEquation() throws IOException {
        double[] classes = new double[table.rows()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = table.columns()[0][row] * table.columns()[1][row] > 20 ? 1 : -1;
        }
        fitWith("L1HingeLoss()", table.withValues(classes)).run();
        double[] values = SavedFit.read(folder.resolve("classes"))
                .predict(
                        DelimitedFile.open(folder.resolve("pendulum.csv"), DelimitedFormat.detected()),
                        OptionalInt.empty());
        for (int row = 0; row < classes.length; row++) {
            assertThat(Math.signum(values[row])).isEqualTo(classes[row]);
        }

        assertThatThrownBy(() -> fitWith("ExpLoss()", table))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith(
                        "--elementwise-loss: column 'period': ExpLoss() is for the classes -1 and 1, and a target is 0.6");
    }

    private FitRun fitWith(String loss, TrainingTable table) {
        FitOptions options = new FitOptions(
                SEARCH,
                Optional.empty(),
                1,
                0,
                folder.resolve("classes"),
                false,
                Sql.SPARK,
                Loss.parse(loss),
                OptionalDouble.empty(),
                List.of());
        return new FitRun(table, options, new Quiet(), Instant.EPOCH, InstantSource.system());
    }

    @Test
    void aLossThatIsGoodEnoughEndsTheSearch() {
        long[] spent = new long[2];
        for (int i = 0; i < 2; i++) {
            int place = i;
            FitListener counting = new Quiet() {
                @Override
                public void finished(
                        SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {
                    spent[place] = result.evaluations();
                }
            };
            OptionalDouble stop = i == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.5);
            FitOptions options = new FitOptions(
                    SEARCH,
                    Optional.empty(),
                    1,
                    0,
                    folder.resolve("stop" + i),
                    false,
                    Sql.SPARK,
                    Loss.SQUARE,
                    stop,
                    List.of());
            new FitRun(table, options, counting, Instant.EPOCH, InstantSource.system()).run();
        }
        assertThat(spent[1]).isLessThan(spent[0] / 2);
    }

    @Test
    void aGuessCompetesFromTheStart() throws IOException {
        String guess = "6.2*sqrt(length/x2) + 0.01";
        FitOptions options = new FitOptions(
                SEARCH.withEvaluations(300).withLibrary(LibraryOptions.NONE),
                Optional.empty(),
                1,
                0,
                folder.resolve("guess"),
                false,
                Sql.SPARK,
                Loss.SQUARE,
                OptionalDouble.empty(),
                List.of(guess));
        new FitRun(table, options, new Quiet(), Instant.EPOCH, InstantSource.system()).run();
        assertThat(Files.readString(folder.resolve("guess/hall_of_fame.csv"))).contains("sqrt(length/x2)");
        FitOptions wrong = new FitOptions(
                SEARCH,
                Optional.empty(),
                1,
                0,
                folder.resolve("guess"),
                false,
                Sql.SPARK,
                Loss.SQUARE,
                OptionalDouble.empty(),
                List.of("sqrt(depth)"));
        FitRun mistaken = new FitRun(table, wrong, new Quiet(), Instant.EPOCH, InstantSource.system());
        assertThatThrownBy(mistaken::run).hasMessageContaining("--guesses: Unknown name 'depth'");
    }

    @Test
    void whatWasHeldOutStandsBesideTheLoss() throws IOException {
        Validation validation = new Validation(Selection.HELD_OUT, 4, false);
        fit("held", SEARCH.withValidation(validation)).run();
        List<String> lines = Files.readAllLines(folder.resolve("held/hall_of_fame.csv"));
        assertThat(lines.get(0)).isEqualTo("complexity,loss,equation,selected,held_out_loss,held_out_error");
        double least =
                lines.stream().skip(1).mapToDouble(FitRunTest::heldOut).min().orElseThrow();
        assertThat(lines)
                .filteredOn(line -> line.contains(",true,"))
                .singleElement()
                .satisfies(line -> assertThat(heldOut(line)).isBetween(least, least * (1 + 1e-9)));
    }

    private static double heldOut(String line) {
        String[] cells = line.split(",", -1);
        String loss = cells[cells.length - 2];
        return loss.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(loss);
    }

    @Test
    void theSubExpressionsOfATemplateStandBesideTheWhole() throws IOException {
        Template template = Template.parse("sqrt(f(length))*g(x2)", List.of("length", "x2"), Definitions.NONE);
        fit("form", SEARCH.withTemplate(template)).run();
        List<String> lines = Files.readAllLines(folder.resolve("form/hall_of_fame.csv"));
        assertThat(lines.get(0)).isEqualTo("complexity,loss,equation,selected,f,g");
        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(6));
        SavedFit saved = SavedFit.read(folder.resolve("form"));
        SavedModel chosen =
                saved.models().stream().filter(SavedModel::selected).findFirst().orElseThrow();
        assertThat(chosen.loss()).isLessThan(1e-3);
        assertThat(chosen.parts()).hasSize(2);
        assertThat(chosen.parts().get(0)).startsWith("f(length) = ");
        DelimitedFile file = DelimitedFile.open(folder.resolve("pendulum.csv"), DelimitedFormat.detected());
        assertThat(saved.predict(file, OptionalInt.empty())).hasSize(60).doesNotContain(Double.NaN);
    }

    @Test
    void aTemplateThatHasNoValueAnywhereIsNamed() {
        Template template = Template.parse("log(0*f(length) - 1)", List.of("length", "x2"), Definitions.NONE);
        FitRun run = fit("none", SEARCH.withEvaluations(500).withTemplate(template));
        assertThatThrownBy(run::run)
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith("--template: no expression was found that has a value at every row");
    }

    @Test
    void parametersDifferByCategory() throws IOException {
        String[] sites = {"north", "south", "a, b"};
        StringBuilder text = new StringBuilder("site,x,y\n");
        for (int row = 0; row < 90; row++) {
            double x = 0.5 + 0.1 * (row * 7 % 30);
            text.append('"')
                    .append(sites[row % 3])
                    .append('"')
                    .append(',')
                    .append(x)
                    .append(',');
            text.append((1.5 + 2.25 * (row % 3)) * x + 2).append('\n');
        }
        Path file = Files.writeString(folder.resolve("sites.csv"), text);
        DelimitedFile data = DelimitedFile.open(file, DelimitedFormat.detected());
        TrainingTable grouped = TrainingTable.read(data, "y", List.of(), Optional.empty(), Optional.of("site"));
        assertThat(grouped.variables()).containsExactly("x");
        assertThat(grouped.categories().labels()).containsExactly("a, b", "north", "south");
        Template template = Template.parse("f(x, p1)", List.of("x"), Definitions.NONE, List.of("p1"), 3);
        FitOptions options =
                new FitOptions(SEARCH.withTemplate(template), Optional.empty(), 1, 0, folder.resolve("sites"), false);
        new FitRun(grouped, options, new Quiet(), Instant.EPOCH, InstantSource.system()).run();

        SavedFit saved = SavedFit.read(folder.resolve("sites"));
        SavedModel chosen =
                saved.models().stream().filter(SavedModel::selected).findFirst().orElseThrow();
        assertThat(chosen.loss()).as(chosen.expression()).isLessThan(1e-12);
        assertThat(chosen.expression()).contains("p1");
        double[] target = data.read(List.of("y"))[0];
        double[] predicted = saved.predict(data, OptionalInt.empty());
        for (int row = 0; row < 90; row++) {
            assertThat(predicted[row]).isCloseTo(target[row], withinPercentage(1e-4));
        }
        List<String> table = Files.readAllLines(folder.resolve("sites/parameters.csv"));
        assertThat(table.get(0)).isEqualTo("complexity,site,p1");
        assertThat(table).hasSize(1 + 3 * saved.models().size()).anyMatch(line -> line.contains(",\"a, b\","));
        assertThat(Files.readAllLines(folder.resolve("sites/variables.csv"))).containsExactly("name,column", "x,x");

        Path other = Files.writeString(folder.resolve("other.csv"), "site,x\nwest,1\n");
        DelimitedFile unknown = DelimitedFile.open(other, DelimitedFormat.detected());
        assertThatThrownBy(() -> saved.predict(unknown, OptionalInt.empty()))
                .hasMessageEndingWith(
                        "column 'site': category 'west' did not occur when the model was fitted; known are"
                                + " a, b, north, south");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "site,x,y\nwest,1,2\n,2,3\n");
        DelimitedFile gap = DelimitedFile.open(empty, DelimitedFormat.detected());
        assertThatThrownBy(() -> gap.texts("site"))
                .hasMessageEndingWith("empty.csv:3: column 'site': is empty; fill it or remove the row");
    }

    private FitRun fit(String output, SearchOptions search) {
        FitOptions options = new FitOptions(search, Optional.empty(), 1, 0, folder.resolve(output), false);
        return new FitRun(table, options, new Quiet(), Instant.EPOCH, InstantSource.system());
    }

    @Test
    void threadsDoNotChangeTheFile() {
        run("one", 1, false).run();
        run("three", 3, false).run();
        assertThat(folder.resolve("three/hall_of_fame.csv"))
                .hasSameBinaryContentAs(folder.resolve("one/hall_of_fame.csv"));
    }

    @Test
    void anInterruptedFitResumesToTheSameFile() throws IOException {
        run("whole", 2, false).run();
        FitRun[] fit = new FitRun[1];
        // Every reading of the clock advances it by a second, so that reports are frequent; the third one interrupts.
        Instant[] now = {Instant.EPOCH};
        InstantSource hasty = () -> {
            synchronized (now) {
                now[0] = now[0].plusSeconds(1);
                return now[0];
            }
        };
        List<Double> shares = new ArrayList<>();
        FitListener interrupting = new Quiet() {
            @Override
            public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {
                shares.add(share);
                if (shares.size() == 3) {
                    fit[0].interrupt();
                }
            }
        };
        fit[0] = new FitRun(table, options("cut", 2, false), interrupting, Instant.EPOCH, hasty);
        assertThat(fit[0].run()).isFalse();
        assertThat(shares.get(2)).isBetween(0.01, 0.8);
        assertThat(Files.readAllLines(folder.resolve("cut/hall_of_fame.csv"))).hasSizeGreaterThan(1);
        assertThat(run("cut", 1, true).run()).isTrue();
        assertThat(folder.resolve("cut/hall_of_fame.csv"))
                .hasSameBinaryContentAs(folder.resolve("whole/hall_of_fame.csv"));
    }

    @Test
    void aTimeBudgetEndsTheSearch() {
        Instant[] now = {Instant.EPOCH};
        InstantSource clock = () -> {
            now[0] = now[0].plusMillis(1);
            return now[0];
        };
        FitOptions options = new FitOptions(
                SEARCH.withEvaluations(Long.MAX_VALUE),
                Optional.of(Duration.ofSeconds(5)),
                1,
                0,
                folder.resolve("timed"),
                false,
                Sql.SPARK,
                Loss.SQUARE,
                OptionalDouble.empty(),
                List.of());
        assertThat(new FitRun(table, options, new Quiet(), Instant.EPOCH, clock).run())
                .isTrue();
        assertThat(folder.resolve("timed/hall_of_fame.csv")).exists();
    }

    @Test
    void refusesToResumeWithOtherOptions() {
        run("a", 1, false).run();
        FitOptions other = new FitOptions(
                SEARCH.withEvaluations(30_000),
                Optional.empty(),
                1,
                0,
                folder.resolve("a"),
                true,
                Sql.SPARK,
                Loss.SQUARE,
                OptionalDouble.empty(),
                List.of());
        FitRun changed = new FitRun(table, other, new Quiet(), Instant.EPOCH, InstantSource.system());
        assertThatThrownBy(changed::run)
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("other options or another seed")
                .hasMessageContaining("without --resume");
        FitRun nothingThere = run("nowhere", 1, true);
        assertThatThrownBy(nothingThere::run)
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("search.state");
    }

    @Test
    void aTimeThatIsOverAtTheStartStillHasLinearLeastSquares() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,y\n");
        double[][] rows = new double[200][];
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < rows.length; row++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double c = random.nextDouble();
            double y = 2.5 * a - 3.25 * b + 0.75 * c + 4 + 0.2 * random.nextGaussian();
            rows[row] = new double[] {a, b, c, y};
            text.append(a)
                    .append(',')
                    .append(b)
                    .append(',')
                    .append(c)
                    .append(',')
                    .append(y)
                    .append('\n');
        }
        Path file = folder.resolve("linear.csv");
        Files.writeString(file, text);
        table = TrainingTable.read(DelimitedFile.open(file, DelimitedFormat.detected()), "y", List.of());
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        FitOptions options = options("late", 1, false)
                .withSearch(SearchOptions.of(SEARCH.operators(), Long.MAX_VALUE))
                .withTime(Optional.of(Duration.ofSeconds(1)));
        List<SearchResult> results = new ArrayList<>();
        FitListener listener = new Quiet() {
            @Override
            public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {
                results.add(result);
            }
        };
        new FitRun(table, options, listener, start, InstantSource.fixed(start.plusSeconds(3600))).run();
        double least = results.get(0).candidates().stream()
                .mapToDouble(Candidate::loss)
                .min()
                .orElseThrow();
        assertThat(least).isLessThanOrEqualTo(leastSquares(rows) * (1 + 1e-6));
    }

    /** The mean squared residual of y on a, b, c and a constant, by Gram-Schmidt. */
    private static double leastSquares(double[][] rows) {
        List<double[]> bases = new ArrayList<>();
        for (int column = 0; column <= 4; column++) {
            double[] left = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                left[row] = column == 0 ? 1 : rows[row][column - 1];
            }
            for (double[] base : bases) {
                double along = dot(left, base) / dot(base, base);
                for (int row = 0; row < rows.length; row++) {
                    left[row] -= along * base[row];
                }
            }
            bases.add(left);
        }
        return dot(bases.get(4), bases.get(4)) / rows.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int row = 0; row < a.length; row++) {
            sum += a[row] * b[row];
        }
        return sum;
    }

    private FitRun run(String output, int threads, boolean resume) {
        return new FitRun(table, options(output, threads, resume), new Quiet(), Instant.EPOCH, InstantSource.system());
    }

    private FitOptions options(String output, int threads, boolean resume) {
        return new FitOptions(
                SEARCH,
                Optional.empty(),
                threads,
                0,
                folder.resolve(output),
                resume,
                Sql.SPARK,
                Loss.SQUARE,
                OptionalDouble.empty(),
                List.of());
    }

    private static class Quiet implements FitListener {
        @Override
        public void started(int rows, VariableNames names) {}

        @Override
        public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {}

        @Override
        public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {}

        @Override
        public void interrupted(Path hallOfFame) {}
    }
}
