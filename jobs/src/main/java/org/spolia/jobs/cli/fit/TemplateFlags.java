package org.spolia.jobs.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Units;
import picocli.CommandLine.Option;

/** The options of {@code fit} for a fixed structure of equations, and for parameters that differ by category. */
final class TemplateFlags {
    @Option(
            names = "--template",
            paramLabel = "FORMULA",
            description = "a fixed structure with functions to find, as in 'sin(f(x1)) * g(x2, x3)', in the names of"
                    + " variables.csv; every function that is not an operator is searched, over its own arguments")
    private @Nullable String template;

    @Option(
            names = {"--category", "--group"},
            paramLabel = "COLUMN",
            description = "a column of texts; each text has its own values of the --parameters p1, p2 …, which"
                    + " --template may name; without it equations are f(x1, x2 …, p1, p2 …)")
    private @Nullable String category;

    @Option(
            names = "--parameters",
            paramLabel = "N",
            description = "with --category: the number of parameters; default: 1")
    private @Nullable Integer parameters;

    /** The column of categories. */
    Optional<String> category() {
        return Optional.ofNullable(category);
    }

    /**
     * Returns the same search for the functions of the template.
     *
     * @param defined the operators that formulas define, which the template may use
     */
    SearchOptions forTable(SearchOptions search, TrainingTable table, Definitions defined) {
        List<String> names = VariableNames.of(table.variables()).names();
        List<String> parameterNames = parameterNames(names);
        if (template == null && category == null) {
            return search;
        }
        if (category != null && !search.constraints().units().equals(Units.NONE)) {
            throw new ExperimentException("--units: parameters by category have none; leave out --units or --category");
        }
        List<String> arguments = new ArrayList<>(names);
        arguments.addAll(parameterNames);
        String form = template == null ? "f(" + String.join(", ", arguments) + ")" : template;
        try {
            return search.withTemplate(Template.parse(
                    form,
                    names,
                    defined,
                    parameterNames,
                    table.categories().labels().size()));
        } catch (IllegalArgumentException e) {
            throw new ExperimentException(
                    (template == null ? "--category or --parameters: " : "--template: ") + e.getMessage(), e);
        }
    }

    private List<String> parameterNames(List<String> names) {
        if (category == null) {
            if (parameters != null) {
                throw new ExperimentException("--parameters " + parameters
                        + ": needs --category; name the column of categories, or leave it out");
            }
            return List.of();
        }
        int count = parameters == null ? 1 : parameters;
        if (count < 1) {
            throw new ExperimentException("--parameters " + count + ": must be 1 or more");
        }
        List<String> given =
                IntStream.rangeClosed(1, count).mapToObj(i -> "p" + i).toList();
        for (String name : given) {
            if (names.contains(name)) {
                throw new ExperimentException("--parameters: a column has the name '" + name
                        + "' of a parameter; rename the column, or leave it out of --features");
            }
        }
        return given;
    }
}
