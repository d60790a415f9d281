package org.spolia.experiment.report.vector;

import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Numbers;

/** Score against the number of labels, as in AION-1. */
public final class TransferCurves {
    /** A score below it means that a head failed, and by how much does not matter. */
    private static final double LEAST_SCORE = -0.5;

    private static final PanelsBySize PANELS =
            new PanelsBySize(PanelsBySize.LABELS, TransferCurves::axis, false, LEAST_SCORE, 1);

    private TransferCurves() {}

    private static String axis(Answer.Entry row) {
        return switch (row.name("metric")) {
            case "r2" -> "R²";
            case "iou" -> "mean IoU";
            default -> "accuracy";
        };
    }

    public static Figure figure() {
        return new Figure(
                "curves",
                "How many labels does an encoder save?",
                "the stage probe with heads that foretell numbers or classes",
                PANELS::draw,
                TransferCurves::read);
    }

    private static String read(Answer answer) {
        return "A point is the median over subsets of labels and over encoders of one name (up to "
                + PanelsBySize.scores(answer)
                + " scores), a bar reaches from the first quartile to the third; what is below "
                + Numbers.significant(LEAST_SCORE)
                + " is drawn there. <code>raw</code> are the values themselves, <code>random</code> is a network that has learned"
                + " nothing: what lies on or below its line, no pretraining has added. With the head finetune the network learns the"
                + " labels itself, from scratch where it is random.";
    }
}
