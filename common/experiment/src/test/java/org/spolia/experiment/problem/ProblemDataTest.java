package org.spolia.experiment.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.Moments;

class ProblemDataTest {
    private static final DataRequest REQUEST = new DataRequest(300, 500, 0.25, 0.1, 0);

    @TempDir
    Path folder;

    @Test
    void equalRequestsGiveEqualBitsAndOthersDiffer() {
        ProblemData data = problem("x*n/u", 0).open();

        assertThat(data.dataset(REQUEST).datasetId())
                .isEqualTo(problem("x*n/u", 0).open().dataset(REQUEST).datasetId());
        assertThat(List.of(
                        data.dataset(REQUEST).datasetId(),
                        data.dataset(new DataRequest(300, 500, 0.25, 0, 0)).datasetId(),
                        data.dataset(new DataRequest(300, 500, 0.25, 0.1, 1)).datasetId(),
                        data.dataset(new DataRequest(301, 500, 0.25, 0.1, 0)).datasetId(),
                        problem("x*n*u", 0).open().dataset(REQUEST).datasetId(),
                        problem("x*n/u", 0.1).open().dataset(REQUEST).datasetId()))
                .doesNotHaveDuplicates();
    }

    /**
     * The constant fixes the bits of the drawn rows on every JDK and CPU. The formula is plain arithmetic, because the
     * functions of the engine have hashes of their own.
     */
    @Test
    void theBitsAreThoseOfEveryOtherMachine() {
        assertThat(problem("x*n/u", 0).open().dataset(REQUEST).datasetId())
                .isEqualTo("939b50bdd060e5a6bcb5c789f937e1d2149f8449a530b5392a543e4e23a5a286");
    }

    @Test
    void valuesLieInTheirRangesAndFollowTheirDistributions() {
        Dataset dataset = problem("x*n/u", 0).open().dataset(new DataRequest(20_000, 10, 0.25, 0, 3));
        double[][] columns = dataset.rows(Split.TRAIN).columns();
        double[] logarithms = Arrays.stream(columns[2]).map(Math::log10).toArray();

        assertThat(Moments.mean(columns[0])).isCloseTo(0.5, within(0.01));
        assertThat(Arrays.stream(columns[1]).boxed().collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1.0, 2.0, 3.0);
        assertThat(Moments.mean(columns[1])).isCloseTo(2, within(0.03));
        assertThat(Moments.mean(logarithms)).isCloseTo(1, within(0.02));
        assertThat(Arrays.stream(columns[2]).min().orElseThrow()).isBetween(1.0, 1.01);
        assertThat(Arrays.stream(columns[2]).max().orElseThrow()).isBetween(99.0, 100.0);
        assertThat(Arrays.stream(dataset.rows(Split.OOD).columns()[0]).boxed()).allMatch(x -> x >= 1 && x <= 2);
    }

    @Test
    void noiseIsOnTheTrainingTargetAloneAndScalesWithIt() {
        ProblemData data = problem("x*n/u", 0).open();
        Rows loud = data.dataset(new DataRequest(20_000, 500, 0.25, 0.1, 0)).rows(Split.TRAIN);
        Rows quiet = data.dataset(new DataRequest(20_000, 500, 0.25, 0.01, 0)).rows(Split.TRAIN);
        Dataset exact = data.dataset(new DataRequest(20_000, 500, 0.25, 0, 0));

        assertThat(Metrics.nmse(loud.target(), loud.reference())).isCloseTo(0.01, within(0.0005));
        assertThat(quiet.columns()).isDeepEqualTo(loud.columns());
        assertThat(quiet.target()[7] - quiet.reference()[7])
                .isCloseTo((loud.target()[7] - loud.reference()[7]) / 10, within(1e-12));
        assertThat(exact.rows(Split.TRAIN).target())
                .isEqualTo(exact.rows(Split.TRAIN).reference());
        assertThat(exact.rows(Split.TEST).target())
                .isEqualTo(exact.rows(Split.TEST).reference());
    }

    @Test
    void moreRowsBeginWithTheSameRows() {
        ProblemData data = problem("x*n/u", 0).open();
        double[] few = data.dataset(REQUEST).rows(Split.TEST).target();
        double[] many = data.dataset(new DataRequest(300, 900, 0.25, 0.1, 0))
                .rows(Split.TEST)
                .target();

        assertThat(Arrays.copyOf(many, few.length)).isEqualTo(few);
    }

    @Test
    void rowsWhereTheFormulaDoesNotExistAreDrawnAgain() {
        Rows rows = problem("sqrt(x-0.5)*n/u", 0).open().dataset(REQUEST).rows(Split.TRAIN);

        assertThat(Arrays.stream(rows.columns()[0]).boxed()).allMatch(x -> x >= 0.5);
        assertThat(Arrays.stream(rows.target()).boxed()).allMatch(Double::isFinite);
    }

    @Test
    void aFormulaThatHardlyExistsOnItsRangesIsRefused() {
        ProblemData data = problem("sqrt(x-0.9999)*n/u", 0).open();

        assertThatThrownBy(() -> data.dataset(REQUEST))
                .hasMessageMatching(
                        "formula: is not finite at row [0-9]+ of the train rows after 64 draws, last at x=0\\.[0-9]+, n=[123], u=[0-9.]+; "
                                + "shrink the train ranges to where the formula is defined");
    }

    @Test
    void aFormulaThatDoesNotVaryIsRefused() {
        ProblemData data = problem("0*x*n*u", 0).open();

        assertThatThrownBy(() -> data.dataset(REQUEST))
                .hasMessage("formula: is 0 in every training row; a target must vary");
    }

    @Test
    void aFormulaWhoseSquaresOverflowIsRefused() {
        ProblemData data = problem("exp(300*x+100)*n*u", 0).open();

        assertThatThrownBy(() -> data.dataset(REQUEST))
                .hasMessage(
                        "formula: has values in the train rows whose squares overflow; choose smaller ranges or another unit");
    }

    @Test
    void measurementsAreSplitByProblemSeedAndRow() throws IOException {
        MeasuredData data = measured(100).open();
        Dataset first = data.dataset(new DataRequest(0, 0, 0.25, 0, 0));
        Dataset second = data.dataset(new DataRequest(0, 0, 0.25, 0, 1));

        assertThat(first.rows(Split.TRAIN).count()).isEqualTo(75);
        assertThat(first.rows(Split.TEST).count()).isEqualTo(25);
        assertThat(IntStream.concat(values(first.rows(Split.TRAIN)), values(first.rows(Split.TEST)))
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(second.datasetId()).isNotEqualTo(first.datasetId());
        assertThat(data.dataset(new DataRequest(0, 0, 0, 0, 0)).splits()).containsExactly(Split.TRAIN);
    }

    @Test
    void fewMeasurementsAllTrainWhateverTheSeed() throws IOException {
        MeasuredData data = measured(23).open();
        DataRequest request = new DataRequest(200, 1000, 0.25, 0.1, 5);

        assertThat(data.dataset(request).splits()).containsExactly(Split.TRAIN);
        assertThat(data.effective(request)).isEqualTo(new DataRequest(0, 0, 0, 0, 0));
        assertThat(measured(24).open().effective(request)).isEqualTo(new DataRequest(0, 0, 0.25, 0, 5));
        assertThat(data.dataset(request).rows(Split.TRAIN).truth()).isNull();
    }

    private static IntStream values(Rows rows) {
        return Arrays.stream(rows.columns()[0]).mapToInt(value -> (int) value);
    }

    private static FormulaProblem problem(String formula, double from) {
        return new FormulaProblem(
                "own.problem",
                "mechanics",
                "",
                formula,
                new Quantity("y", "1", ""),
                List.of(
                        new Variable("x", "m", "", Distribution.UNIFORM, new Interval(from, 1), new Interval(1, 2)),
                        new Variable("n", "1", "", Distribution.UNIFORM_INT, new Interval(1, 3), new Interval(1, 3)),
                        new Variable(
                                "u", "s", "", Distribution.LOG_UNIFORM, new Interval(1, 100), new Interval(1, 100))),
                "",
                "");
    }

    private MeasuredProblem measured(int rows) throws IOException {
        String text = IntStream.range(0, rows)
                .mapToObj(row -> row + ";" + row % 7)
                .collect(Collectors.joining("\n", "x;y\n", "\n"));
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return new MeasuredProblem(
                "own.table",
                "mechanics",
                "",
                file.toString(),
                new MeasuredQuantity("y", "y", "", ""),
                List.of(new MeasuredQuantity("x", "x", "", "")),
                Transform.NONE,
                "",
                List.of(),
                0,
                "",
                true,
                "",
                "");
    }
}
