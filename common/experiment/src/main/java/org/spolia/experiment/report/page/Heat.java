package org.spolia.experiment.report.page;

import java.util.Locale;
import java.util.Optional;

/** A cell whose colour shows its number: blue above zero, orange below, which colour-blind readers can distinguish. */
public final class Heat {
    private static final int[] ABOVE = {0x56, 0xB4, 0xE9};
    private static final int[] BELOW = {0xE6, 0x9F, 0x00};
    private static final int WHITE = 0xFF;

    /** The value of the full colour. */
    private final double most;

    public Heat(double most) {
        this.most = most > 0 ? most : 1;
    }

    /**
     * Returns a cell.
     *
     * @param title the text of its tooltip
     */
    public String cell(Optional<Double> value, boolean significant, String title) {
        if (value.isEmpty()) {
            return "<td class=\"absent\" title=\"" + Html.escape(title) + "\">–</td>";
        }
        return "<td class=\"heat" + (significant ? " significant" : "") + "\" style=\"background:" + colour(value.get())
                + "\" title=\"" + Html.escape(title) + "\">" + Numbers.fixed(value, 2) + "</td>";
    }

    private String colour(double value) {
        int[] full = value > 0 ? ABOVE : BELOW;
        double share = Math.min(1, Math.abs(value) / most);
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", mix(full[0], share), mix(full[1], share), mix(full[2], share));
    }

    private static int mix(int full, double share) {
        return (int) Math.round(WHITE + share * (full - WHITE));
    }
}
