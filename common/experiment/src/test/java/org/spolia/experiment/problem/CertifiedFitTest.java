package org.spolia.experiment.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.Repository;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.Fit;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;

/**
 * Levenberg-Marquardt against the certified fits of NIST: from both starts on the sets of lower and average difficulty,
 * from the second start on those of higher difficulty.
 */
class CertifiedFitTest {
    private static final double SIX_DIGITS = 1e-6;

    /** Its residual sum, 1.4e-25, is below the resolution of doubles. */
    private static final String WITHOUT_RESIDUALS = "nist.lanczos1";

    static Stream<Arguments> fits() {
        return Catalogue.load(List.of(Repository.CONFIGS.resolve("problems/nist.yaml"))).problems().stream()
                .flatMap(catalogued -> {
                    MeasuredProblem problem = (MeasuredProblem) catalogued.problem();
                    Stream<Integer> starts = problem.difficulty().equals("higher") ? Stream.of(1) : Stream.of(0, 1);
                    return starts.map(start -> Arguments.of(problem.id(), start, catalogued));
                });
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("fits")
    void reachesTheCertifiedFit(String id, int start, CataloguedProblem catalogued) {
        MeasuredProblem problem = (MeasuredProblem) catalogued.problem();
        Rows rows = catalogued
                .dataset(problem.open(), new DataRequest(200, 1000, 0, 0, 0))
                .rows(Split.TRAIN);
        double[] from = problem.parameters().stream()
                .mapToDouble(parameter -> parameter.start().get(start))
                .toArray();

        Fit fit = new LevenbergMarquardt(new Evaluator())
                .fit(
                        problem.parametricModel().orElseThrow(),
                        Sample.of(rows.columns(), rows.target()),
                        from,
                        FitLimits.thorough(5000));

        for (int i = 0; i < from.length; i++) {
            Parameter parameter = problem.parameters().get(i);
            assertThat(fit.parameters()[i])
                    .as(parameter.name())
                    .isCloseTo(parameter.certified(), within(SIX_DIGITS * Math.abs(parameter.certified())));
        }
        if (!id.equals(WITHOUT_RESIDUALS)) {
            double certified = problem.residualSumOfSquares();
            assertThat(fit.residualSquares()).isCloseTo(certified, within(SIX_DIGITS * certified));
            for (int i = 0; i < from.length; i++) {
                double deviation = problem.parameters().get(i).standardDeviation();
                assertThat(fit.standardErrors()[i]).isCloseTo(deviation, within(1e-4 * deviation));
            }
        }
    }
}
