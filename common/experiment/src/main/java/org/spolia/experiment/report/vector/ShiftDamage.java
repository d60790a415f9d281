package org.spolia.experiment.report.vector;

import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Numbers;

/** The ratio of the error on held-out data to the error on data like the training groups. */
public final class ShiftDamage {
    private static final double LEAST = 0.5;
    private static final double MOST = 16;
    private static final PanelsBySize PANELS =
            new PanelsBySize(PanelsBySize.LABELS, row -> "times the error", true, LEAST, MOST);

    private ShiftDamage() {}

    public static Figure figure() {
        return new Figure(
                "damage",
                "What does a shift cost?",
                "probes of numbers with <code>shifted</code>",
                PANELS::draw,
                ShiftDamage::read);
    }

    private static String read(Answer answer) {
        return "The NRMSE on what is held out over that on runs like those that were learned from, of the same head: 1 is no damage. It"
                + " says nothing about how good either is: who foretells nothing has nothing to lose. Medians and quartiles of up to "
                + PanelsBySize.scores(answer) + " scores, drawn within " + Numbers.significant(LEAST) + " and "
                + Numbers.significant(MOST) + ".";
    }
}
