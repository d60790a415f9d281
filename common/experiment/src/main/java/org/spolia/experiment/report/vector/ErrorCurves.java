package org.spolia.experiment.report.vector;

import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Numbers;

/** Error against the number of labels on logarithmic axes, as in Multiple Physics Pretraining. */
public final class ErrorCurves {
    private static final double LEAST = 0.05;
    private static final double MOST = 3;
    private static final PanelsBySize PANELS = new PanelsBySize(PanelsBySize.LABELS, row -> "NRMSE", true, LEAST, MOST);

    private ErrorCurves() {}

    public static Figure figure() {
        return new Figure(
                "errors",
                "How large is the error that is left?",
                "the stage probe with heads that foretell numbers",
                PANELS::draw,
                ErrorCurves::read);
    }

    private static String read(Answer answer) {
        return "The root mean square of the error over the deviation of the target among the runs that are scored: 1 is what their mean"
                + " would get. Points are medians and bars quartiles of up to " + PanelsBySize.scores(answer)
                + " scores; what is below " + Numbers.significant(LEAST) + " or above " + Numbers.significant(MOST)
                + " is drawn there.";
    }
}
