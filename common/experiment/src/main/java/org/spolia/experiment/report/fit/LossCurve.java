package org.spolia.experiment.report.fit;

import java.util.List;
import java.util.Map;
import org.spolia.experiment.fit.SavedModel;
import org.spolia.experiment.report.page.Chart;

/** The losses of a front against complexity, the selected model marked. */
final class LossCurve {
    private static final int HEIGHT = 320;

    /** A loss below this is a rounding error. */
    private static final double LEAST_LOSS = 1e-32;

    private LossCurve() {}

    static String of(List<SavedModel> front) {
        // Losses by a formula may be negative and then have no logarithm.
        boolean decades = front.stream().allMatch(model -> model.loss() >= 0);
        return Chart.of(
                "Loss against complexity",
                HEIGHT,
                Map.of(
                        "xAxis", Map.of("type", "value", "name", "complexity", "scale", true, "minInterval", 1),
                        "yAxis", Map.of("type", "value", "name", decades ? "log₁₀ of the loss" : "loss", "scale", true),
                        "series",
                                List.of(
                                        Map.of(
                                                "type", "line",
                                                "name", "front",
                                                "step", "end",
                                                "symbol", "circle",
                                                "symbolSize", 6,
                                                "data", points(front, decades)),
                                        Map.of(
                                                "type",
                                                "scatter",
                                                "name",
                                                "selected",
                                                "symbolSize",
                                                14,
                                                "data",
                                                points(
                                                        front.stream()
                                                                .filter(SavedModel::selected)
                                                                .toList(),
                                                        decades)))));
    }

    private static List<List<Object>> points(List<SavedModel> models, boolean decades) {
        return models.stream()
                .map(model -> List.<Object>of(
                        model.complexity(), decades ? Math.log10(Math.max(LEAST_LOSS, model.loss())) : model.loss()))
                .toList();
    }
}
