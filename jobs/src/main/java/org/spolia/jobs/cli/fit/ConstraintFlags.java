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
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Units;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code fit} that say how complex parts of expressions are and what may stand in what, units included; names as in PySR. */
final class ConstraintFlags {
    private static final String NESTED = "--nested-constraints";

    private final KeyFlags<Constraints> complexities =
            KeyFlags.of(Constraints.NONE, Set.of("complexityOfConstants", "complexityOfVariables"));

    @Option(
            names = "--complexity-of-operators",
            split = ",",
            paramLabel = "OP=N",
            description = "as in sin=2,pow=1.5; 1 for those that are not named")
    private Map<String, Double> operators = new HashMap<>();

    @Option(
            names = "--constraints",
            split = ",",
            paramLabel = "OP=N",
            description = "the greatest complexity of arguments, -1 for any, as in pow=-1:1,sin=5")
    private Map<String, String> arguments = new HashMap<>();

    @Option(
            names = NESTED,
            split = ",",
            paramLabel = "OP:OP=N",
            description = "how many of the second may stand below each other in the first, as in sin:cos=0,sin:sin=0")
    private Map<String, Integer> nested = new HashMap<>();

    @Option(
            names = "--units",
            split = ",",
            paramLabel = "COLUMN=UNIT",
            description = "the unit of each column and of the target, as in v=m/s,g=m/s^2,angle=1; only equations whose"
                    + " dimensions fit are kept")
    private Map<String, String> units = new HashMap<>();

    @Option(names = "--dimensionless-constants-only", description = "with --units: constants have no unit of their own")
    private boolean dimensionlessConstants;

    @Option(
            names = "--dimensional-constraint-penalty",
            paramLabel = "X",
            description =
                    "with --units: equations whose dimensions do not fit are kept, and X, in PySR 1000, is added to"
                            + " their loss, also where it is written; default: they are not kept")
    private @Nullable Double penalty;

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec fit) {
        complexities.addTo(fit);
    }

    /**
     * What the options say.
     *
     * @param defined the operators that formulas define, which the options name
     * @param learned complexities of operators for which no option has one
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
            throw new ExperimentException(e.named("--" + e.path()), e);
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
     * The same search for a table, whose columns have the units that were given.
     *
     * @param columns all that may be named: those of the whole table
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
                        "--dimensional-constraint-penalty " + penalty + ": is for --units; give them, or leave it out");
            }
            return search;
        }
        if (penalty != null && !(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new ExperimentException("--dimensional-constraint-penalty " + penalty
                    + ": must be >= 0 and finite; leave it out where no such equation is to be kept");
        }
        for (String column : units.keySet()) {
            if (!columns.contains(column)) {
                throw new ExperimentException(
                        "--units: no column " + Suggestion.quote(column) + "; " + Suggestion.instead(column, columns));
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

    /** Passes if each column that takes part has a unit. */
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
