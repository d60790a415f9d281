package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Numbers;

/**
 * Errors of predicted frames against the number of training trajectories: a panel for each scored part and each span of
 * steps.
 */
public final class ForecastCurves {
    private static final double LEAST_ERROR = 1e-3;

    /** The Well only states that an error is greater. */
    private static final double MOST_ERROR = 10;

    private ForecastCurves() {}

    public static Figure figure() {
        return new Figure(
                "forecasts",
                "How well are the next frames foretold?",
                "the stage probe with <code>target: next-frame</code>",
                ForecastCurves::draw,
                ForecastCurves::read);
    }

    private static String draw(Answer answer) {
        Map<String, List<Answer.Entry>> panels = new LinkedHashMap<>();
        answer.entries()
                .forEach(row -> panels.computeIfAbsent(title(row), panel -> new ArrayList<>())
                        .add(row));
        return SizeCurves.panels(
                panels, rows -> new SizeCurves("runs learned from", "VRMSE", "log", LEAST_ERROR, MOST_ERROR));
    }

    private static String title(Answer.Entry row) {
        String steps = row.name("metric").substring("vrmse_".length()).replace("_", " to ");
        return row.name("probe") + ": " + row.name("dataset") + ", " + PanelsBySize.scored(row) + ", step " + steps;
    }

    private static String read(Answer answer) {
        return "An encoder and a decoder learn the frame after a window, and foretell one after the other from what they foretold. A point is"
                + " the median over subsets of runs and over encoders of one name, a bar reaches from the first quartile to the third; what is"
                + " above " + Numbers.significant(MOST_ERROR)
                + " is drawn there. 1 is the error of the mean of the frame itself; <code>persistence</code> is the last frame of the window,"
                + " <code>mean</code> the mean of the window. <code>random</code> learned from scratch: what lies on or above its line, no"
                + " pretraining has helped.";
    }
}
