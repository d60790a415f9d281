package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.evaluation.Loss;

/** The losses with their formulas. Each formula is compared with the loss that it describes. */
final class LossReference {
    private record Entry(String name, String formula) {
        boolean isMargin() {
            return formula.matches(".*\\ba\\b.*");
        }

        String named() {
            return name + "()";
        }
    }

    /**
     * In terms of the residual r = prediction - target, of a = prediction * target for classes, and of the parameter p.
     */
    private static final List<Entry> ENTRIES = List.of(
            new Entry("L2DistLoss", "r^2"),
            new Entry("L1DistLoss", "abs(r)"),
            new Entry("HuberLoss", "min(abs(r), p)^2/2 + p*max(abs(r) - p, 0)"),
            new Entry("LogCoshLoss", "log(cosh(r))"),
            new Entry("QuantileLoss", "max((1 - p)*r, -p*r)"),
            new Entry("L1EpsilonInsLoss", "max(abs(r) - p, 0)"),
            new Entry("L2EpsilonInsLoss", "max(abs(r) - p, 0)^2"),
            new Entry("LPDistLoss", "abs(r)^p"),
            new Entry("PeriodicLoss", "1 - cos(2*pi*r/p)"),
            new Entry("LogitDistLoss", "2*log(cosh(r/2))"),
            new Entry("ZeroOneLoss", "less(a, 0)"),
            new Entry("PerceptronLoss", "max(-a, 0)"),
            new Entry("LogitMarginLoss", "log(1 + exp(-a))"),
            new Entry("L1HingeLoss", "max(1 - a, 0)"),
            new Entry("L2HingeLoss", "max(1 - a, 0)^2"),
            new Entry("SmoothedL1HingeLoss", "min(max(1 - a, 0), p)^2/(2*p) + max(1 - a - p, 0)"),
            new Entry("ModifiedHuberLoss", "min(max(1 - a, 0), 2)^2 + 4*max(-1 - a, 0)"),
            new Entry("L2MarginLoss", "(1 - a)^2"),
            new Entry("ExpLoss", "exp(-a)"),
            new Entry("SigmoidLoss", "1 - tanh(a)"),
            new Entry("DWDMarginLoss", "p^p/(p + 1)^(p + 1)/max(a, p/(p + 1))^p + max(p/(p + 1) - a, 0)"));

    private LossReference() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        for (boolean margin : new boolean[] {false, true}) {
            text.append(margin ? "\n## Classes\n\n" : "\n## Numbers\n\n");
            text.append(Markdown.head("loss", "formula"));
            ENTRIES.stream()
                    .filter(entry -> entry.isMargin() == margin)
                    .forEach(entry -> text.append(Markdown.row(
                            Markdown.code(entry.name() + (takesParameter(entry) ? "(p)" : "()")),
                            Markdown.code(entry.formula()))));
        }
        return text.toString();
    }

    static List<String> names() {
        return ENTRIES.stream().map(Entry::name).toList();
    }

    /** Compares each formula with its loss. */
    static void check() {
        for (Entry entry : ENTRIES) {
            String parameter = "0.75";
            Loss loss = Loss.parse(takesParameter(entry) ? entry.name() + "(" + parameter + ")" : entry.named());
            Loss formula = Loss.parse("loss(prediction, target) = "
                    + entry.formula()
                            .replaceAll("\\bp\\b", parameter)
                            .replaceAll("\\br\\b", "(prediction - target)")
                            .replaceAll("\\ba\\b", "(prediction*target)"));
            for (double prediction : predictions()) {
                for (double target : new double[] {-1, 1}) {
                    double r = prediction - target;
                    assertThat(formula.of(r, target))
                            .as("%s at %s for %s", entry.name(), prediction, target)
                            .isCloseTo(loss.of(r, target), within(1e-12));
                }
            }
        }
    }

    private static boolean takesParameter(Entry entry) {
        return entry.formula().matches(".*\\bp\\b.*");
    }

    private static List<Double> predictions() {
        List<Double> predictions = new ArrayList<>(Arrays.asList(-0.25, 0.1));
        for (double at = -4.05; at < 4; at += 0.3) {
            predictions.add(at);
        }
        return predictions;
    }
}
