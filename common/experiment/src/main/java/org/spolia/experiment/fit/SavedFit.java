package org.spolia.experiment.fit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.data.Categories;
import org.spolia.experiment.data.NumericTable;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionSyntaxException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.search.range.TrainingRange;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** The final front of a fit, as {@code model.json} stores it. It is sufficient for predictions. */
public record SavedFit(
        @Key("the column that the models explain") String target,
        @Key("the variables of the models") List<SavedVariable> variables,

        @Key(value = "the models by complexity", minItems = 1)
        List<SavedModel> models,

        @Key(value = "the column with the category of a row; empty if there are no categories", byDefault = "''")
        String category,

        @Key(value = "the categories", byDefault = "[]") List<String> categories,

        @Key(
                value =
                        "the rows that losses are means over, if the search saw a sample of a larger table; otherwise 0",
                byDefault = "0",
                laterAdded = true)
        long rows) {
    static final String FILE = "model.json";

    static SavedFit of(SearchResult result, VariableNames names, String target, Sample sample, Sql sql) {
        ReadableForms forms = ReadableForms.of(result, sample, () -> false);
        return of(
                result,
                forms,
                names,
                target,
                Categories.NONE,
                sample,
                1,
                TrainingRange.of(sample),
                sql,
                OptionalLong.empty());
    }

    /**
     * @param share the share of the sample in the rows that the constants were fitted to
     * @param range the training range
     * @param rows the rows that losses are means over, if the search saw a sample
     */
    static SavedFit of(
            SearchResult result,
            ReadableForms forms,
            VariableNames names,
            String target,
            Categories categories,
            Sample sample,
            double share,
            TrainingRange range,
            Sql sql,
            OptionalLong rows) {
        List<SavedModel> models = new ArrayList<>();
        for (int i = 0; i < result.candidates().size(); i++) {
            Candidate candidate = result.candidates().get(i);
            if (result.isOnFrontOrChosen(i)) {
                models.add(SavedModel.of(
                        candidate,
                        forms.of(candidate),
                        i == result.selected(),
                        !result.relative(),
                        names,
                        sample,
                        share,
                        range,
                        sql));
            }
        }
        List<SavedVariable> variables = IntStream.range(0, names.names().size() - parameters(result))
                .mapToObj(i ->
                        new SavedVariable(names.names().get(i), names.columns().get(i)))
                .toList();
        return new SavedFit(
                target, variables, List.copyOf(models), categories.column(), categories.labels(), rows.orElse(0));
    }

    /** Names of parameters follow those of variables. */
    private static int parameters(SearchResult result) {
        return result.best()
                .composition()
                .map(composition -> composition.template().parameters().size())
                .orElse(0);
    }

    /** Returns whether a folder contains {@code model.json}. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Reads {@code model.json}, given its path or its folder. */
    public static SavedFit read(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(FILE) : place;
        return Document.parse(TextFile.read(file), file.toString()).bind(SavedFit.class);
    }

    String toJson() {
        return CanonicalJson.of(this) + "\n";
    }

    /**
     * Returns the predictions of a model for the rows of a file; NaN outside its domain.
     *
     * @param complexity the model of the front; the selected one if empty
     */
    public double[] predict(NumericTable table, OptionalInt complexity) {
        SavedModel model = model(complexity);
        List<String> columns = variables.stream().map(SavedVariable::column).toList();
        int[] rows = model.parameters().isEmpty() ? new int[0] : new Categories(category, categories).rows(table);
        return predict(model, table.read(columns), rows);
    }

    /**
     * Returns the predictions of the selected model for the rows that it was fitted to; NaN if it is undefined there.
     */
    public double[] predict(TrainingTable table) {
        return predict(selected(), table.columns(), table.categoryOfRow());
    }

    /** The selected model. */
    public SavedModel selected() {
        return model(OptionalInt.empty());
    }

    private double[] predict(SavedModel model, double[][] columns, int[] categoryOfRow) {
        return new Evaluator().predict(expression(model), withParameters(columns, model, categoryOfRow));
    }

    /** Returns the columns, followed by the values of the parameters in each row. */
    private static double[][] withParameters(double[][] columns, SavedModel model, int[] rows) {
        if (model.parameters().isEmpty()) {
            return columns;
        }
        double[][] all =
                Arrays.copyOf(columns, columns.length + model.parameters().size());
        for (int parameter = 0; parameter < model.parameters().size(); parameter++) {
            List<Double> values = model.parameters().get(parameter).values();
            all[columns.length + parameter] =
                    Arrays.stream(rows).mapToDouble(values::get).toArray();
        }
        return all;
    }

    private SavedModel model(OptionalInt complexity) {
        return models.stream()
                .filter(model ->
                        complexity.isPresent() ? model.complexity() == complexity.getAsInt() : model.selected())
                .findFirst()
                .orElseThrow(() -> new ExperimentException((complexity.isPresent()
                                ? "No model of complexity " + complexity.getAsInt()
                                : "No selected model")
                        + " in " + FILE + "; it has those of "
                        + models.stream()
                                .map(model -> String.valueOf(model.complexity()))
                                .collect(Collectors.joining(", "))));
    }

    private Expression expression(SavedModel model) {
        try {
            return Expression.parse(
                    model.expression(),
                    Stream.concat(
                                    variables.stream().map(SavedVariable::name),
                                    model.parameters().stream().map(SavedParameter::name))
                            .toList());
        } catch (ExpressionSyntaxException e) {
            throw new ExperimentException(FILE + ": " + e.getMessage() + "; run the fit again", e);
        }
    }
}
