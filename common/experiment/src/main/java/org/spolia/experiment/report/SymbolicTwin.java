package org.spolia.experiment.report;

/** Laws by the number of rows that they were found on, by the features that the search had. */
final class SymbolicTwin {
    private static final double LEAST = 1e-6;
    private static final double MOST = 10;
    private static final PanelsBySize PANELS = new PanelsBySize(row -> "NMSE", true, LEAST, MOST);

    private SymbolicTwin() {}

    static Figure figure() {
        return new Figure(
                "twin",
                "Do features of parts help where laws are searched?",
                "problems of one field that differ in <code>rows</code> and <code>seed</code> alone, their <code>description</code> the same",
                PANELS::draw,
                SymbolicTwin::read);
    }

    private static String read(Answer answer) {
        return "The twin of the curves above: not vectors but features that are written down, of which the search has all, those that laws of"
                + " the parts used, or others. The error is that of the law which its trial chose on training rows, over the variance of the"
                + " target, on other runs and on a held-out range; labels are rows here. Medians and quartiles of up to "
                + PanelsBySize.scores(answer) + " trials, drawn within " + Numbers.significant(LEAST) + " and "
                + Numbers.significant(MOST) + ".";
    }
}
