package org.spolia.experiment.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.Repository;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;

class ShippedProblemsTest {
    private static final Catalogue CATALOGUE = Catalogue.load(files());

    static List<Path> files() {
        try (Stream<Path> files = Files.list(Repository.CONFIGS.resolve("problems"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<CataloguedProblem> problems() {
        // Problems made from tables need a warehouse; the stages that make them have their own tests.
        return CATALOGUE.problems().stream()
                .filter(problem -> !(problem.problem() instanceof FeatureProblem))
                .filter(problem -> !(problem.problem() instanceof VectorProblem));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemGivesData(CataloguedProblem catalogued) {
        ProblemData data = catalogued.problem().open();
        var dataset = catalogued.dataset(data, data.effective(new DataRequest(200, 1000, 0.25, 0, 0)));

        assertThat(dataset.variables()).isEqualTo(catalogued.problem().variableNames());
        assertThat(dataset.rows(Split.TRAIN).count()).isGreaterThanOrEqualTo(6);
        assertThat(catalogued.problem().citation()).isNotEmpty();
    }

    /**
     * Sums below 1e-20 are differences of nearly equal numbers of eleven digits; the certified one is not reached in
     * doubles.
     */
    @ParameterizedTest
    @MethodSource("problems")
    void certifiedModelsHaveTheirCertifiedResiduals(CataloguedProblem catalogued) {
        if (catalogued.problem() instanceof MeasuredProblem problem && problem.residualSumOfSquares() > 1e-20) {
            double sum = problem.open().residualSumOfSquares(problem.law().orElseThrow());

            assertThat(sum).isCloseTo(problem.residualSumOfSquares(), within(1e-9 * problem.residualSumOfSquares()));
        }
    }

    @Test
    void aLawIsComparedWithTheCertifiedFit() {
        Problem danwood = CATALOGUE.matching("nist.danwood").get(0).problem();

        ResidualComparison certified =
                ResidualComparison.of(danwood, "0.76886226176*x^3.8604055871").orElseThrow();
        ResidualComparison worse = ResidualComparison.of(danwood, "x^3").orElseThrow();
        ResidualComparison nowhere = ResidualComparison.of(danwood, "log(-x)").orElseThrow();

        assertThat(certified.ratio()).isCloseTo(1, within(1e-9));
        assertThat(worse.ratio()).isGreaterThan(100);
        assertThat(nowhere.ratio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ResidualComparison.of(
                        CATALOGUE.matching("mechanics.atwood").get(0).problem(), "g"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyFormulaIsFiniteInsideItsBoxes(CataloguedProblem catalogued) {
        if (!(catalogued.problem() instanceof FormulaProblem problem)) {
            return;
        }
        Dataset dataset = catalogued.dataset(problem.open(), new DataRequest(200, 1000, 0, 0, 1));

        assertThat(dataset.splits()).containsExactly(Split.TRAIN, Split.TEST, Split.OOD);
        for (Split split : dataset.splits()) {
            Rows rows = dataset.rows(split);
            assertThat(Arrays.stream(rows.target()).boxed()).allMatch(Double::isFinite);
            for (int variable = 0; variable < rows.columns().length; variable++) {
                Variable drawn = problem.variables().get(variable);
                Interval box = split == Split.OOD ? drawn.ood() : drawn.train();
                assertThat(Arrays.stream(rows.columns()[variable]).boxed())
                        .allMatch(value -> value >= box.lower() && value <= box.upper());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mechanics, 9",
        "electromagnetism, 8",
        "thermo_stat, 9",
        "quantum_atomic, 9",
        "particle, 13",
        "astro_cosmo, 10",
        "biochem, 10",
        "ecology_epi, 10",
        "chemistry, 10",
        "fluids, 10",
        "nist, 27"
    })
    void everyFileIsHereAndItsProblemsCarryItsName(String name, int problems) {
        assertThat(CATALOGUE.matching(name + ".*")).hasSizeGreaterThanOrEqualTo(problems);
        assertThat(files()).anyMatch(file -> file.endsWith(name + ".yaml"));
    }
}
