package org.spolia.experiment.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spolia.experiment.data.SpreadsheetText;
import org.spolia.symbolic.export.JavaSource;
import org.spolia.symbolic.export.Latex;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.LongTextException;
import org.spolia.symbolic.search.result.SearchResult;

/** The texts that a fit writes next to its front: files by name. */
final class Exports {
    private static final int ERROR_DIGITS = 2;
    private static final String TOO_LONG = "The model takes more than " + LongTextException.MOST_CHARACTERS
            + " characters here, since operators that this language lacks repeat their operands. See model.json.";

    private Exports() {}

    static Map<String, String> of(SavedFit fit, SearchResult result, VariableNames names) {
        SavedModel model = fit.selected();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SavedFit.FILE, fit.toJson());
        files.put("model.tex", equation(fit, model));
        files.put("hall_of_fame.tex", table(fit));
        files.put("model.sql", (model.sql().isEmpty() ? "-- " + TOO_LONG : model.sql()) + "\n");
        if (!fit.category().isEmpty()) {
            files.put("parameters.csv", parameters(fit));
        }
        files.put(
                "Model.java",
                BoundedText.of(
                        () -> JavaSource.of(result.best().expression(), names.names(), "Model"),
                        "// " + TOO_LONG + "\n"));
        return files;
    }

    /** Returns a row for each model and category. */
    private static String parameters(SavedFit fit) {
        StringBuilder text = new StringBuilder("complexity,").append(SpreadsheetText.cell(fit.category()));
        fit.models().get(0).parameters().forEach(parameter -> text.append(',').append(parameter.name()));
        text.append('\n');
        for (SavedModel model : fit.models()) {
            for (int category = 0; category < fit.categories().size(); category++) {
                text.append(model.complexity()).append(',');
                text.append(SpreadsheetText.cell(fit.categories().get(category)));
                for (SavedParameter parameter : model.parameters()) {
                    text.append(',').append(Decimal.shortest(parameter.values().get(category)));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String equation(SavedFit fit, SavedModel model) {
        StringBuilder text = new StringBuilder();
        for (SavedConstant constant : model.constants()) {
            text.append("% ").append(Decimal.shortest(constant.value())).append(" +- ");
            text.append(Decimal.rounded(constant.standardError(), ERROR_DIGITS)).append('\n');
        }
        text.append("\\begin{equation}\n").append(name(fit)).append(" = ").append(model.latex());
        return text.append("\n\\end{equation}\n").toString();
    }

    private static String name(SavedFit fit) {
        return Latex.symbol(fit.target());
    }

    /** Returns a table in the style of PySR's {@code latex_table}, for the package booktabs. */
    private static String table(SavedFit fit) {
        StringBuilder text =
                new StringBuilder("\\begin{tabular}{rrl}\n\\toprule\nComplexity & Loss & Equation \\\\\n\\midrule\n");
        for (SavedModel model : fit.models()) {
            text.append(model.complexity()).append(" & $").append(Latex.number(model.loss(), SavedModel.DIGITS));
            text.append("$ & $")
                    .append(name(fit))
                    .append(" = ")
                    .append(model.latex())
                    .append("$ \\\\\n");
        }
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }
}
