package org.spolia.experiment.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.Catalogue;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.ProblemData;
import org.spolia.experiment.row.Feature;
import org.spolia.experiment.row.SimulationAxis;

/** Waves that run and fade, u = exp(-δk²t) cos(k(x - vt)) + 2, so that u_t = -v u_x + δ u_xx. */
class TrajectoryRowsTest {
    private static final double SPEED = 0.7;
    private static final double DIFFUSIVITY = 0.05;
    private static final int TIMES = 33;
    private static final int PLACES = 48;
    private static final DataRequest REQUEST = new DataRequest(0, 0, 0, 0, 0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "space: {}                                                         | periodic | 1e-5",
                "space: {method: finite-difference, accuracy: 8}                   | periodic | 1e-5",
                "space: {method: finite-difference, accuracy: 8}                   | wall     | 1e-4",
                "space: {method: savitzky-golay, half-width: 5, degree: 8}         | open     | 1e-4",
                "weak: {half-width: [8, 12], power: 9, stride: [2]}                | periodic | 1e-5",
                "weak: {half-width: [8, 12], power: 9, stride: [2, 3]}             | wall     | 1e-5",
            })
    void rowsObeyTheEquationWhateverTheMethod(String method, String boundary, double error) throws IOException {
        boolean weak = method.startsWith("weak");
        FeatureProblem problem = problem(method + (weak ? "" : "\n    time: {accuracy: 8}\n    margin: 4"));

        Feature rows = rows(problem, run(boundary, 0, "train"));

        assertThat(rows.rows()).isGreaterThan(20);
        for (int row = 0; row < rows.rows(); row++) {
            double change = -SPEED * rows.columns()[1][row] + DIFFUSIVITY * rows.columns()[2][row];
            assertThat(rows.target()[row]).isCloseTo(change, within(error));
        }
    }

    @Test
    void marginsAreLeftOutAtOpenEndsAndAreNotAroundAPeriod() throws IOException {
        FeatureProblem problem = problem("margin: 4");

        assertThat(rows(problem, run("periodic", 0, "train")).rows()).isEqualTo((TIMES - 8) * PLACES);
        Feature walled = rows(problem, run("wall", 0, "train"));
        assertThat(walled.rows()).isEqualTo((TIMES - 8) * (PLACES - 8));
        assertThat(walled.first()).isEqualTo(4L * PLACES + 4);
    }

    @Test
    void noiseIsOnTrainingRowsAloneAndTheTruthHasNone() throws IOException {
        FeatureProblem problem = problem("noise: 0.01\n    weak: {half-width: [8]}");
        FeatureProblem silent = problem("weak: {half-width: [8]}");

        Feature train = rows(problem, run("periodic", 0, "train"));
        Feature test = rows(problem, run("periodic", 0, "test"));

        Feature exact = rows(silent, run("periodic", 0, "train"));
        assertThat(train.truth()).containsExactly(exact.target());
        assertThat(train.target()).isNotEqualTo(exact.target());
        assertThat(train.target()).containsExactly(exact.target(), within(0.2));
        assertThat(test.truth()).isNull();
        assertThat(test.target())
                .isEqualTo(rows(silent, run("periodic", 0, "test")).target());
        assertThat(train.target())
                .as("the same every time")
                .isEqualTo(rows(problem, run("periodic", 0, "train")).target());
    }

    @Test
    void formulasSpeakOfFieldsParametersAndCoordinates() throws IOException {
        FeatureProblem problem = problem("margin: 0", "{name: mixed, of: parameter_v*u^2 + x - t}");

        Feature rows = rows(problem, run("periodic", 0, "train"));

        float[] u = values(run("periodic", 0, "train"));
        for (int row = 0; row < rows.rows(); row += 37) {
            int point = Math.toIntExact(rows.points().get(row));
            double expected = SPEED * u[point] * u[point] + x(point % PLACES) - time(point / PLACES);
            assertThat(rows.columns()[3][row]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void pointsWithoutAValueGiveNoRow() throws IOException {
        FeatureProblem problem = problem("space: {method: finite-difference, accuracy: 2}\n    time: {accuracy: 2}");
        Trajectory run = run("open", 0, "train");
        int whole = rows(problem, run).rows();
        values(run)[10 * PLACES + 20] = Float.NaN;

        Feature rows = rows(problem, run);

        assertThat(rows.rows()).isBetween(whole - 8 * 8, whole - 5);
        assertThat(rows.points()).doesNotContain(10L * PLACES + 20, 9L * PLACES + 20, 10L * PLACES + 21);
    }

    @Test
    void theRowsOfManyRunsDoNotDependOnTheirOrder() throws IOException {
        FeatureProblem problem = problem("rows: 50");
        List<Feature> blocks = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            blocks.add(rows(problem, run("periodic", number, number < 3 ? "train" : "test")));
        }
        ProblemData one = open(problem, blocks);
        Collections.reverse(blocks);
        ProblemData other = open(problem, blocks);

        Dataset dataset = one.dataset(REQUEST);
        assertThat(dataset.datasetId()).isEqualTo(other.dataset(REQUEST).datasetId());
        assertThat(dataset.splits()).containsExactly(Split.TRAIN, Split.TEST);
        Rows train = dataset.rows(Split.TRAIN);
        assertThat(train.count()).isEqualTo(50);
        assertThat(train.columns()).hasDimensions(3, 50);
        long shared = blocks.stream().filter(block -> contains(train, block)).count();
        assertThat(shared).as("runs that rows are drawn from").isEqualTo(3);
    }

    @Test
    void aSplitWithoutRowsIsAMistakeThatNamesTheStage() throws IOException {
        FeatureProblem problem = problem("margin: 2");

        assertThatThrownBy(() -> open(problem, List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("Table features has no row of problem 'p' for the split train; run stage features, or "
                        + "change the condition 'train' (split = 'train') if it found none");
        assertThatThrownBy(problem::open)
                .hasMessageContaining("come from table simulations.waves of a warehouse; name a warehouse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: v, of: w}                   | variables[3].of: 'w' is not a column of simulations.waves; known: u, parameter_v, t, x",
                "{name: u_y}                        | variables[3].by: 'y' is not allowed; must be of the axes t, x",
                "{name: v, of: u, by: xz}           | variables[3].by: 'xz' is not allowed; must be of the axes t, x",
                "{name: v, of: u, by: xxxxx}        | variables[3].by: a derivative of order 5 is not allowed; must be <= 4",
            })
    void whatTheTableDoesNotHaveIsAMistake(String variable, String message) throws IOException {
        FeatureProblem problem = problem("margin: 0", variable);

        assertThatThrownBy(() -> rows(problem, run("periodic", 0, "train")))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith("Problem 'p': " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noise: -1                       | noise: -1 is not allowed; must be >= 0",
                "time: {accuracy: 3}             | time.accuracy: 3 is not allowed; must be 2, 4, 6 or 8",
                "space: {degree: 11}             | space.degree: 11 is not allowed; must be <= 10, as a window has 11 points",
                "weak: {power: 5}                | weak.half-width: the list is empty or missing; give the widths of the windows",
                "equation: 2*w                   | equation: ",
                "train: ' '                      | train: the condition is empty; give the condition of the training rows, 'true' for all",
            })
    void mistakesAreFoundWhereTheyAreWritten(String key, String message) {
        assertThatThrownBy(() -> problem(key))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("problems[0]." + message);
    }

    @Test
    void aSurveyHasNoDerivatives() {
        assertThatThrownBy(() -> load("surveys.s", "by: t", "train: ra > 0"))
                .hasMessageContaining("problems[0].source: a survey has no axes and no frames; remove 'by'");
        assertThatThrownBy(() -> load("surveys.s", "unit: m", "margin: 0"))
                .hasMessageContaining(
                        "problems[0].train: a survey has no splits; give the condition of the training rows");
    }

    @Test
    void objectsOfASurveyAreRowsWhereTheyHaveValues() throws IOException {
        FeatureProblem problem = load("surveys.s", "unit: m", "train: ra > 0");
        double[][] values = {{1, 2, Double.NaN, 4}, {5, 6, 7, 8}, {1, Double.NaN, 1, 1}, {0, 0, 0, 0}};

        Feature block = new SurveyBlock("a.hdf5", "train", new long[] {3, 5, 8, 13}, values)
                .features(problem)
                .orElseThrow();

        assertThat(block.points()).containsExactly(3L, 13L);
        assertThat(block.target()).containsExactly(1, 4);
        assertThat(block.columns()[0]).containsExactly(5, 8);
        assertThat(block.trajectory()).isNull();
        assertThat(problem.test())
                .as("a survey has no folder of its own for tests")
                .isEmpty();
    }

    private static boolean contains(Rows rows, Feature block) {
        return IntStream.range(0, rows.count())
                .anyMatch(row -> IntStream.range(0, block.rows())
                        .anyMatch(i -> block.target()[i] == rows.target()[row]
                                && block.columns()[0][i] == rows.columns()[0][row]));
    }

    private static ProblemData open(FeatureProblem problem, List<Feature> blocks) {
        Iterator<Feature> iterator = blocks.iterator();
        return problem.open(asked -> iterator);
    }

    private static Feature rows(FeatureProblem problem, Trajectory run) {
        FeatureTerms terms = FeatureTerms.resolve(problem, Set.of("u"), Set.of("parameter_v"), List.of("x"));
        return TrajectoryRows.of(problem, terms, run).orElseThrow();
    }

    private static float[] values(Trajectory run) {
        return Objects.requireNonNull(run.fields().get("u"));
    }

    private FeatureProblem problem(String keys, String... more) throws IOException {
        return load("simulations.waves", "by: t", keys, more);
    }

    private FeatureProblem load(String source, String target, String keys, String... more) throws IOException {
        boolean survey = source.startsWith("surveys");
        Path file = folder.resolve("problems.yaml");
        Files.writeString(file, """
                field: waves
                problems:
                  - id: p
                    source: %s
                    target: {name: u_t, of: u, %s}
                    variables:
                      - {name: u}
                      - {name: %s}
                      - {name: second, of: u%s}
                %s
                    %s
                """.formatted(
                        source,
                        target,
                        survey ? "w" : "u_x",
                        survey ? "" : ", by: xx",
                        more.length == 0 ? "" : "      - " + more[0],
                        keys.startsWith("rows") || keys.contains("rows:") ? keys : keys + "\n    rows: 5000"));
        return (FeatureProblem)
                Catalogue.load(List.of(file)).matching("p").get(0).problem();
    }

    private static double x(int place) {
        return place * 2 * Math.PI / PLACES;
    }

    private static double time(int step) {
        return step * 0.05;
    }

    /** Other runs have other phases. */
    private static Trajectory run(String boundary, int number, String split) {
        float[] u = new float[TIMES * PLACES];
        for (int point = 0; point < u.length; point++) {
            double phase = number + x(point % PLACES) - SPEED * time(point / PLACES);
            u[point] = (float) (2 + Math.exp(-DIFFUSIVITY * time(point / PLACES)) * Math.cos(phase));
        }
        double[] coordinates =
                IntStream.range(0, PLACES).mapToDouble(TrajectoryRowsTest::x).toArray();
        return new Trajectory(
                "a.hdf5",
                number,
                split,
                IntStream.range(0, TIMES).mapToDouble(TrajectoryRowsTest::time).toArray(),
                List.of(new SimulationAxis("waves", "a.hdf5", 0, "x", boundary, coordinates)),
                Map.of("u", u),
                Map.of("parameter_v", SPEED));
    }
}
