package org.spolia.jobs.cli.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Units;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of {@code fit} for complexities of parts of expressions, nesting of operators, and units; names as in
 * PySR.
 */
final class ConstraintFlags {
    private static final String NESTED = "--nested-constraints";

    private final KeyFlags<Constraints> complexities =
            KeyFlags.of(Constraints.NONE, Set.of("complexityOfConstants", "complexityOfVariables"));

    @Option(
            names = "--complexity-of-operators",
            split = ",",
            paramLabel = "OP=N",
            description = "as in sin=2,pow=1.5; 1 for all others")
    private Map<String, Double> operators = new HashMap<>();

    @Option(
            names = "--constraints",
            split = ",",
            paramLabel = "OP=N",
            description = "the maximum complexity of arguments, -1 for any, as in pow=-1:1,sin=5")
    private Map<String, String> arguments = new HashMap<>();

    @Option(
            names = NESTED,
            split = ",",
            paramLabel = "OP:OP=N",
            description = "how deep the second operator may be nested inside the first one, as in sin:cos=0,sin:sin=0")
    private Map<String, Integer> nested = new HashMap<>();

    @Option(
            names = "--units",
            split = ",",
            paramLabel = "COLUMN=UNIT",
            description =
                    "the unit of each column and of the target, as in v=m/s,g=m/s^2,angle=1; keep only equations with"
                            + " consistent dimensions")
    private Map<String, String> units = new HashMap<>();

    @Option(names = "--dimensionless-constants-only", description = "with --units: constants have no unit of their own")
    private boolean dimensionlessConstants;

    @Option(
            names = "--dimensional-constraint-penalty",
            paramLabel = "X",
            description = "with --units: keep equations with inconsistent dimensions, and add X, in PySR 1000, to"
                    + " their loss, also in the files; default: they are not kept")
    private @Nullable Double penalty;

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec fit) {
        complexities.addTo(fit);
    }

    /**
     * The constraints of the options.
     *
     * @param defined the operators that formulas define, which the options may name
     * @param learned complexities of operators that no option sets
     */
    Constraints constraints(Definitions defined, Map<String, Double> learned) {
        try {
            Map<String, Map<String, Integer>> nesting = new HashMap<>();
            nesting()
                    .forEach((outer, inner) ->
                            nesting.put(OperatorList.text(NESTED, outer, defined), texts(NESTED, inner, defined)));
            Map<String, Double> costs = new HashMap<>(learned);
            costs.putAll(texts("--complexity-of-operators", operators, defined));
            return complexities.applied(new Constraints(
                    costs, 1, List.of(), texts("--constraints", limits(), defined), nesting, Units.NONE));
        } catch (InvalidValueException e) {
            // A flag has no elements: 'constraints[0].most' is a place in a file.
            throw new ExperimentException(e.named("--" + e.path().replaceFirst("\\[.*", "")), e);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--constraints or --nested-constraints: " + e.getMessage(), e);
        }
    }

    private static <V> Map<String, V> texts(String option, Map<String, V> byName, Definitions defined) {
        Map<String, V> byText = new HashMap<>();
        byName.forEach((name, value) -> byText.put(OperatorList.text(option, name, defined), value));
        return byText;
    }

    /**
     * Returns the same search for a table, with the units of its columns.
     *
     * @param columns the columns that options may name: all columns of the table
     */
    SearchOptions forTable(SearchOptions search, List<String> columns, TrainingTable table) {
        try {
            search.constraints().requireVariables(table.variables().size());
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--complexity-of-variables: " + e.getMessage(), e);
        }
        if (units.isEmpty()) {
            if (penalty != null) {
                throw new ExperimentException(
                        "--dimensional-constraint-penalty " + penalty + ": needs --units; give them, or leave it out");
            }
            return search;
        }
        if (penalty != null && !(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new ExperimentException("--dimensional-constraint-penalty " + penalty
                    + ": must be >= 0 and finite; leave it out to keep no such equation");
        }
        for (String column : units.keySet()) {
            if (!columns.contains(column)) {
                throw new ExperimentException(
                        "--units: no column " + Names.quote(column) + "; " + Suggestion.instead(column, columns));
            }
        }
        requireUnits(table);
        try {
            Units given = new Units(
                    table.variables().stream().map(this::unit).toList(),
                    unit(table.target()),
                    dimensionlessConstants,
                    penalty == null ? Double.POSITIVE_INFINITY : penalty);
            return search.withConstraints(search.constraints().withUnits(given));
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--units: " + e.getMessage(), e);
        }
    }

    private String unit(String column) {
        return Objects.requireNonNull(units.get(column));
    }

    /** Checks that each column in use has a unit. */
    private void requireUnits(TrainingTable table) {
        List<String> missing = Stream.concat(table.variables().stream(), Stream.of(table.target()))
                .filter(column -> !units.containsKey(column))
                .toList();
        if (missing.size() == 1) {
            String column = missing.get(0);
            throw new ExperimentException("--units: column '" + column + "' has no unit; give " + column
                    + "=1 if it is a plain number, or leave the column out of --features");
        }
        if (missing.size() > 1) {
            throw new ExperimentException("--units: columns '" + String.join("', '", missing) + "' have no units; give "
                    + missing.stream().map(column -> column + "=1").collect(Collectors.joining(","))
                    + " if they are plain numbers, or leave them out with --exclude");
        }
    }

    private Map<String, List<Integer>> limits() {
        Map<String, List<Integer>> limits = new HashMap<>();
        arguments.forEach((operator, text) -> limits.put(
                operator,
                Arrays.stream(text.split(":", -1)).map(ConstraintFlags::number).toList()));
        return limits;
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' must be a whole number, as in pow=-1:1", e);
        }
    }

    private Map<String, Map<String, Integer>> nesting() {
        Map<String, Map<String, Integer>> nesting = new HashMap<>();
        nested.forEach((pair, most) -> {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("'" + pair + "' must name two operators, as in sin:cos=0");
            }
            nesting.computeIfAbsent(pair.substring(0, colon), outer -> new HashMap<>())
                    .put(pair.substring(colon + 1), most);
        });
        return nesting;
    }
}
