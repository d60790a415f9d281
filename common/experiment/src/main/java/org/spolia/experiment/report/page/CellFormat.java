package org.spolia.experiment.report.page;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The format of the values of a column, and the kind of their cells. */
enum CellFormat {
    HEADING(Answer.Entry::name, Html::rowHead),
    TEXT(Answer.Entry::name, Html::cell),
    NUMBER(Answer.Entry::name, Html::number),
    COUNT((row, column) -> Numbers.whole(row.count(column)), Html::number),
    SIGNIFICANT((row, column) -> Numbers.significant(row.number(column)), Html::number),
    FIXED2((row, column) -> Numbers.fixed(row.number(column), 2), Html::number),
    FIXED3((row, column) -> Numbers.fixed(row.number(column), 3), Html::number),
    PERCENT((row, column) -> Numbers.percent(row.number(column)), Html::number),
    HOURS(
            (row, column) -> Numbers.significant(row.number(column).map(seconds -> seconds / CellFormat.SECONDS)),
            Html::number),
    EQUATION((row, column) -> Equations.mathml(row.name(column)), Html::equation),
    ARM((row, column) -> row.isTrue(column) ? "with" : "without", Html::cell),
    SELECTED((row, column) -> row.isTrue(column) ? "selected" : "", text -> Html.selected(!text.isEmpty()));

    /** Seconds in an hour. */
    private static final double SECONDS = 3600;

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final BiFunction<Answer.Entry, String, String> text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<String> cell;

    CellFormat(BiFunction<Answer.Entry, String, String> text, UnaryOperator<String> cell) {
        this.text = text;
        this.cell = cell;
    }

    String text(Answer.Entry row, String column) {
        return text.apply(row, column);
    }

    String cell(Answer.Entry row, String column) {
        return cell.apply(text(row, column));
    }
}
