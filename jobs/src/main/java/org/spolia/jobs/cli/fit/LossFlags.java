package org.spolia.jobs.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.evaluation.Loss;
import picocli.CommandLine.Option;

/** The options of {@code fit} for the loss, the end of the search and its start; names as in PySR. */
final class LossFlags {
    @Option(
            names = "--elementwise-loss",
            paramLabel = "LOSS",
            defaultValue = "L2DistLoss()",
            description =
                    "the loss of a residual: L2DistLoss(), L1DistLoss(), HuberLoss(D), LogCoshLoss(), QuantileLoss(TAU),"
                            + " L1EpsilonInsLoss(E), L2EpsilonInsLoss(E), LPDistLoss(P), PeriodicLoss(C), LogitDistLoss(); for"
                            + " classes -1 and 1, which the sign of the equation predicts, ZeroOneLoss(),"
                            + " PerceptronLoss(), LogitMarginLoss(), L1HingeLoss(), L2HingeLoss(), SmoothedL1HingeLoss(G),"
                            + " ModifiedHuberLoss(), L2MarginLoss(), ExpLoss(), SigmoidLoss(), DWDMarginLoss(Q); or a"
                            + " formula, as in 'loss(prediction, target) = (prediction - target)^2/(1 + target^2)';"
                            + " default: ${DEFAULT-VALUE}")
    private String elementwiseLoss = "";

    @Option(
            names = "--early-stop-condition",
            paramLabel = "LOSS",
            description = "stop when an equation has this loss or less")
    private @Nullable Double earlyStop;

    @Option(
            names = "--guesses",
            split = ";",
            paramLabel = "EQUATION",
            description =
                    "equations to start from, separated by semicolons, as in 'a/b;c*a^c2;?*a + ?', in the names of"
                            + " variables.csv; their constants are fitted, including each ? and each name that is not a column,"
                            + " such as c or c2")
    private List<String> guesses = new ArrayList<>();

    Loss loss() {
        try {
            return Loss.parse(elementwiseLoss);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--elementwise-loss: " + e.getMessage(), e);
        }
    }

    /** The loss in the notation of the command line. */
    String text() {
        return elementwiseLoss;
    }

    /** The loss that stops the search, if one is given. */
    OptionalDouble stop() {
        return earlyStop == null ? OptionalDouble.empty() : OptionalDouble.of(earlyStop);
    }

    List<String> guesses() {
        return guesses;
    }
}
