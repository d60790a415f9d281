package org.spolia.symbolic.search.options;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.NoKey;
import org.spolia.symbolic.key.Records;

/**
 * Limits of expressions other than size and depth, and the complexity of their parts. Names and meanings follow PySR:
 * complexities may be fractions, and the complexity of an expression is their rounded sum.
 *
 * <p>An operator is given by its name or by its definition.
 *
 * @param units the units of the variables and the target
 * @param shape the required properties of values in a range
 */
public record Constraints(
        @Key("operators whose complexity is not 1") List<OperatorComplexity> complexityOfOperators,

        @Key(value = "complexity of a constant", above = 0, atMost = 100)
        double complexityOfConstants,

        @Key(value = "complexity of each variable, or one number for all", above = 0, atMost = 100)
        List<Double> complexityOfVariables,

        @Key("limits of the complexity of arguments of operators")
        List<ArgumentConstraint> constraints,

        @Key("limits of operators nested in other operators")
        List<NestedConstraint> nestedConstraints,

        @NoKey Units units,
        @NoKey Shape shape)
        implements Serializable {
    /** Every node counts 1, and everything is allowed. */
    public static final Constraints NONE =
            new Constraints(List.of(), 1, List.of(), List.of(), List.of(), Units.NONE, Shape.NONE);

    /** The default of a configuration. */
    public static final Constraints DEFAULT = NONE;

    public Constraints {
        for (int i = 0; i < constraints.size(); i++) {
            constraints.get(i).requireArguments("constraints[" + i + "].most");
        }
    }

    /**
     * Constraints of the form of expressions, by the names of operators.
     *
     * @throws IllegalArgumentException if an operator is unknown, or a value is out of its range
     */
    public Constraints(
            Map<String, Double> complexityOfOperators,
            double complexityOfConstants,
            List<Double> complexityOfVariables,
            Map<String, List<Integer>> constraints,
            Map<String, Map<String, Integer>> nestedConstraints,
            Units units) {
        this(
                listed(complexityOfOperators, OperatorComplexity::new),
                complexityOfConstants,
                List.copyOf(complexityOfVariables),
                listed(constraints, ArgumentConstraint::new),
                nested(nestedConstraints),
                units,
                Shape.NONE);
        Limits.check(this);
    }

    /** Sorted, so that equal constraints have one text. */
    private static <V, C> List<C> listed(Map<String, V> byOperator, BiFunction<String, V, C> constraint) {
        return new TreeMap<>(byOperator)
                .entrySet().stream()
                        .map(entry -> constraint.apply(known(entry.getKey()), entry.getValue()))
                        .toList();
    }

    private static List<NestedConstraint> nested(Map<String, Map<String, Integer>> byOperator) {
        return listed(
                        byOperator,
                        (outer, most) -> listed(most, (inner, count) -> new NestedConstraint(outer, inner, count)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String known(String name) {
        try {
            Operator.read(name);
            return name;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown operator '" + name + "' in a constraint", e);
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** The same constraints with units of quantities. */
    public Constraints withUnits(Units units) {
        return Records.with(this, "units", units);
    }

    /** The same constraints with a shape of values. */
    public Constraints withShape(Shape shape) {
        return Records.with(this, "shape", shape);
    }

    /**
     * Passes for data with this number of variables.
     *
     * @throws IllegalArgumentException if the constraints are about more or fewer
     */
    public void requireVariables(int count) {
        int complexities = complexityOfVariables.size();
        require(
                complexities <= 1 || complexities == count,
                "complexityOfVariables has " + complexities + " numbers for " + count + " variables: give 1 or "
                        + count);
        require(
                !units.given() || units.variables().size() == count,
                "there are " + units.variables().size() + " units for " + count + " variables");
        require(
                !shape.given() || shape.box().size() == count,
                "there are " + shape.box().size() + " ranges for " + count + " variables");
    }

    public boolean changeComplexity() {
        return complexityOfConstants != 1 || !complexityOfOperators.isEmpty() || !complexityOfVariables.isEmpty();
    }

    public boolean forbidSomething() {
        return !constraints.isEmpty() || !nestedConstraints.isEmpty();
    }
}
