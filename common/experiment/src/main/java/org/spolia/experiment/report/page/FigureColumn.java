package org.spolia.experiment.report.page;

import java.util.Map;
import java.util.function.Function;

/**
 * A column of a table of the page.
 *
 * @param title what stands above it, as text
 * @param column of the answer, or the name of a cell that the figure makes itself
 * @param as how the values are printed; text unless given
 */
record FigureColumn(String title, String column, CellFormat as) {
    FigureColumn {
        as = as == null ? CellFormat.TEXT : as;
    }

    /** Whether a row belongs into the table: one without an equation does not. */
    boolean isIn(Answer.Entry row) {
        return as != CellFormat.EQUATION || row.text(column).isPresent();
    }

    /** The cell of a row, as HTML. */
    String cell(Answer.Entry row, Map<String, Function<Answer.Entry, String>> own) {
        Function<Answer.Entry, String> made = own.get(column);
        return made == null ? as.cell(row, column) : made.apply(row);
    }
}
