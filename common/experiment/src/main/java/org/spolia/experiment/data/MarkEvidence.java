package org.spolia.experiment.data;

import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.key.Names;

/**
 * The evidence of the cells of a column about a mark that was detected as the decimal mark: {@code 1,000} may be 1 or
 * 1000.
 */
final class MarkEvidence {
    private final char mark;
    private @Nullable String ambiguous;
    private long ambiguousLine;
    private boolean sure;
    private boolean small;
    private boolean large;

    MarkEvidence(char mark) {
        this.mark = mark;
    }

    void see(String text, long line) {
        String cell = text.strip();
        if (cell.indexOf(mark) < 0) {
            int digits = 0;
            for (int i = 0; i < cell.length(); i++) {
                digits += Character.isDigit(cell.charAt(i)) ? 1 : 0;
            }
            large |= digits > 3;
            small |= digits <= 3;
        } else if (!Thousands.isAmbiguous(cell) || isFraction(cell)) {
            sure = true;
        } else if (ambiguous == null) {
            ambiguous = cell;
            ambiguousLine = line;
        }
    }

    /** Nobody writes 125 as 0,125. */
    private static boolean isFraction(String cell) {
        String digits = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? cell.substring(1) : cell;
        return digits.charAt(0) == '0' && !digits.substring(2).equals("000");
    }

    /** Returns whether some cell has the mark at a position where it can only be the decimal mark. */
    boolean isSure() {
        return sure;
    }

    /** Returns whether each cell with a mark may have it between thousands. */
    boolean isOpen() {
        return ambiguous != null && !sure;
    }

    /** Returns whether the cells look like integers that have marks from 1000 on. */
    boolean looksGrouped() {
        return isOpen() && small && !large;
    }

    long line() {
        return ambiguousLine;
    }

    /** Returns both readings of the first ambiguous cell, and the remedy. */
    String problem() {
        String cell = String.valueOf(ambiguous);
        String whole = String.valueOf(Integer.parseInt(cell.replace(String.valueOf(mark), "")));
        String decimal = cell.replace(mark, '.');
        String name = mark == ',' ? "comma" : "point";
        return Names.quote(cell) + " is " + decimal + " with a decimal " + name + " or " + whole + " with a "
                + name
                + " between thousands; choose with --decimal '" + mark + "' or --thousands '" + mark
                + "', or write the numbers without thousands separators";
    }
}
