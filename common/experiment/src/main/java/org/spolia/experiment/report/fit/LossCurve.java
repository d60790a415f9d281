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
        List<SavedModel> selected = front.stream().filter(SavedModel::selected).toList();
        return Chart.of(
                "losses",
                "Loss against complexity",
                HEIGHT,
                Map.of(
                        "axis", decades ? "log₁₀ of the loss" : "loss",
                        "front", points(front, decades),
                        "selected", points(selected, decades)));
    }

    private static List<List<Object>> points(List<SavedModel> models, boolean decades) {
        return models.stream()
                .map(model -> List.<Object>of(
                        model.complexity(), decades ? Math.log10(Math.max(LEAST_LOSS, model.loss())) : model.loss()))
                .toList();
    }
}
