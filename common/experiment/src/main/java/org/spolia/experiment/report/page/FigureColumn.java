package org.spolia.experiment.report.page;

import java.util.Map;
import java.util.function.Function;

/**
 * A column of a table of the page.
 *
 * @param title the title of the column, as text
 * @param column a column of the answer, or the name of a cell that the figure makes
 * @param as the format of the values; text by default
 */
record FigureColumn(String title, String column, CellFormat as) {
    FigureColumn {
        as = as == null ? CellFormat.TEXT : as;
    }

    /** Returns whether a row is shown. Rows without an equation are not. */
    boolean isIn(Answer.Entry row) {
        return as != CellFormat.EQUATION || row.text(column).isPresent();
    }

    /** Returns the cell of a row, as HTML. */
    String cell(Answer.Entry row, Map<String, Function<Answer.Entry, String>> own) {
        Function<Answer.Entry, String> made = own.get(column);
        return made == null ? as.cell(row, column) : made.apply(row);
    }
}
