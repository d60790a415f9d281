package org.spolia.jobs.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.evaluation.Loss;
import picocli.CommandLine.Option;

/** The options of {@code fit} that say what a good fit is, and where the search for it starts and ends; names as in PySR. */
final class LossFlags {
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
            description =
                    "equations to start from, separated by semicolons, as in 'a/b;c*a^c2;?*a + ?', in the names of"
                            + " variables.csv; their constants are fitted, and so is each ? and each letter that is no column,"
                            + " such as c or c2")
    private List<String> guesses = new ArrayList<>();

    Loss loss() {
        try {
            return Loss.parse(elementwiseLoss);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--elementwise-loss: " + e.getMessage(), e);
        }
    }

    /** The loss as the command line says it. */
    String text() {
        return elementwiseLoss;
    }

    /** The loss that is good enough, if there is one. */
    OptionalDouble stop() {
        return earlyStop == null ? OptionalDouble.empty() : OptionalDouble.of(earlyStop);
    }

    List<String> guesses() {
        return guesses;
    }
}
