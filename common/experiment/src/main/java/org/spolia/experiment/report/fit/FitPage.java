package org.spolia.experiment.report.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.SavedConstant;
import org.spolia.experiment.fit.SavedFit;
import org.spolia.experiment.fit.SavedModel;
import org.spolia.experiment.fit.SavedParameter;
import org.spolia.experiment.fit.SavedVariable;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;
import org.spolia.experiment.report.page.Page;
import org.spolia.symbolic.expression.Decimal;

/**
 * The page about one fit: its selected model, its front, and the errors of the model on the rows that it was fitted to.
 */
public final class FitPage {
    /** A normal distribution has 95 % within this many standard deviations. */
    private static final double NORMAL_95 = 1.959964;

    private static final int DIGITS = 5;

    private FitPage() {}

    /**
     * Returns the page.
     *
     * @param fit the result of the fit
     * @param table the rows that it was fitted to
     * @param source the origin of the rows, as users name it
     * @param loss the loss of residuals, as users name it
     * @return HTML without references to other files
     */
    public static String of(SavedFit fit, TrainingTable table, String source, String loss) {
        Residuals residuals = new Residuals(table, fit.predict(table));
        return Page.of(
                fit.target(),
                header(fit, table, source),
                Page.section("model", "What was found?", model(fit, residuals))
                        + Page.section("front", "What does each step in complexity buy?", front(fit, loss))
                        + Page.section("residuals", "Where is it wrong?", residuals.draw()));
    }

    private static String header(SavedFit fit, TrainingTable table, String source) {
        List<String> variables =
                fit.variables().stream().map(SavedVariable::column).toList();
        return "<p class=\"lead\"><math><mi>" + Html.escape(fit.target()) + "</mi><mo>=</mo></math> "
                + equation(fit, fit.selected()) + "</p>\n<p class=\"id\">" + Html.escape(source) + " · "
                + Numbers.whole(table.rows()) + " rows · " + Html.escape(String.join(", ", variables)) + "</p>";
    }

    private static String equation(SavedFit fit, SavedModel model) {
        List<String> names = Stream.concat(
                        fit.variables().stream().map(SavedVariable::name),
                        model.parameters().stream().map(SavedParameter::name))
                .toList();
        List<String> labels = Stream.concat(
                        fit.variables().stream().map(SavedVariable::column),
                        model.parameters().stream().map(SavedParameter::name))
                .toList();
        return Equations.mathml(model.shown(), names, labels);
    }

    private static String model(SavedFit fit, Residuals residuals) {
        SavedModel model = fit.selected();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("complexity", String.valueOf(model.complexity()));
        facts.put("R²", Numbers.fixed(Optional.of(residuals.determination()), 4));
        facts.put("root mean square error", Numbers.significant(residuals.rootMeanSquare()));
        facts.put("largest error", Numbers.significant(residuals.largest()));
        StringBuilder html = new StringBuilder(Html.facts(facts));
        model.parts()
                .forEach(part -> html.append("<p><code>")
                        .append(Html.escape(Equations.rounded(part)))
                        .append("</code></p>"));
        if (!model.constants().isEmpty()) {
            html.append("<h3>Constants</h3>").append(constants(model));
        }
        if (!model.parameters().isEmpty()) {
            html.append("<h3>Parameters by ")
                    .append(Html.escape(fit.category()))
                    .append("</h3>");
            html.append(parameters(fit, model));
        }
        renamed(fit).ifPresent(html::append);
        return html
                + "<p class=\"reading\">R² and errors are those of the rows that the model was fitted to, each counted once. The"
                + " intervals of the constants hold if the model is right and its errors are independent.</p>";
    }

    private static String constants(SavedModel model) {
        List<List<String>> rows = new ArrayList<>();
        for (SavedConstant constant : model.constants()) {
            double half = NORMAL_95 * constant.standardError();
            rows.add(List.of(
                    Html.number(digits(constant.value())),
                    Html.number(Numbers.significant(constant.standardError())),
                    Html.number(digits(constant.value() - half) + " to " + digits(constant.value() + half))));
        }
        return Html.table("constants", List.of("value", "standard error", "95 % interval"), rows);
    }

    private static String digits(double value) {
        return Decimal.rounded(value, DIGITS);
    }

    private static String parameters(SavedFit fit, SavedModel model) {
        List<String> head = new ArrayList<>(List.of(fit.category()));
        model.parameters().forEach(parameter -> head.add(parameter.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int category = 0; category < fit.categories().size(); category++) {
            List<String> row =
                    new ArrayList<>(List.of(Html.rowHead(fit.categories().get(category))));
            for (SavedParameter parameter : model.parameters()) {
                row.add(Html.number(digits(parameter.values().get(category))));
            }
            rows.add(row);
        }
        return Html.table("parameters", head, rows);
    }

    private static Optional<String> renamed(SavedFit fit) {
        List<List<String>> rows = fit.variables().stream()
                .filter(variable -> !variable.name().equals(variable.column()))
                .map(variable -> List.of(Html.rowHead(variable.name()), Html.cell(variable.column())))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of("<h3>Names</h3>" + Html.table("names", List.of("in equations", "column"), rows));
    }

    private static String front(SavedFit fit, String loss) {
        List<List<String>> rows = new ArrayList<>();
        for (SavedModel model : fit.models()) {
            rows.add(List.of(
                    Html.number(String.valueOf(model.complexity())),
                    Html.number(Numbers.significant(model.loss())),
                    Html.selected(model.selected()),
                    Html.equation(equation(fit, model))));
        }
        return LossCurve.of(fit.models())
                + Html.table("front", List.of("complexity", "loss", "", "equation"), rows)
                + "<p class=\"reading\">The loss is the mean of " + Html.escape(loss)
                + " over all rows. A steep drop followed by a"
                + " plateau suggests a law; a steady slope only a better fit.</p>";
    }
}
