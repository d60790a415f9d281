package org.spolia.symbolic.search.options;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Operator;

/**
 * What an expression may look like beside its size and depth, and how complex its parts are. Names and meanings follow PySR:
 * complexities may be fractions, and that of an expression is their sum, rounded.
 *
 * <p>Operators are named, or given as the definition that they have.
 *
 * @param complexityOfOperators the complexity of operators; 1 for those that are not named
 * @param complexityOfConstants the complexity of a constant
 * @param complexityOfVariables the complexity of each variable; one number for all of them, or none where it is 1
 * @param constraints the greatest complexity of each argument of an operator; -1 for any
 * @param nestedConstraints how many of an inner operator may stand below each other within an outer one
 * @param units the units of the variables and the target
 * @param shape what must hold of the values in a box
 */
public record Constraints(
        Map<String, Double> complexityOfOperators,
        double complexityOfConstants,
        List<Double> complexityOfVariables,
        Map<String, List<Integer>> constraints,
        Map<String, Map<String, Integer>> nestedConstraints,
        Units units,
        Shape shape) {
    /** Every node counts 1, and everything is allowed. */
    public static final Constraints NONE =
            new Constraints(Map.of(), 1, List.of(), Map.of(), Map.of(), Units.NONE, Shape.NONE);

    private static final int LARGEST = 100;

    public Constraints {
        // Sorted, so that equal constraints have one text.
        complexityOfOperators = sorted(complexityOfOperators);
        complexityOfVariables = List.copyOf(complexityOfVariables);
        constraints = sorted(constraints);
        nestedConstraints = sorted(nestedConstraints);
        complexityOfOperators.forEach((name, complexity) -> {
            known(name);
            requireComplexity("complexity of '" + name + "'", complexity);
        });
        requireComplexity("complexityOfConstants", complexityOfConstants);
        complexityOfVariables.forEach(complexity -> requireComplexity("complexityOfVariables", complexity));
        constraints.forEach(Constraints::requireArguments);
        nestedConstraints.forEach((outer, inner) -> {
            known(outer);
            inner.forEach((name, most) -> {
                known(name);
                require(most >= 0, "nested constraint of '" + name + "' in '" + outer + "' must be >= 0: " + most);
            });
        });
    }

    /** Constraints of how expressions look, whatever their values. */
    public Constraints(
            Map<String, Double> complexityOfOperators,
            double complexityOfConstants,
            List<Double> complexityOfVariables,
            Map<String, List<Integer>> constraints,
            Map<String, Map<String, Integer>> nestedConstraints,
            Units units) {
        this(
                complexityOfOperators,
                complexityOfConstants,
                complexityOfVariables,
                constraints,
                nestedConstraints,
                units,
                Shape.NONE);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    private static void requireArguments(String name, List<Integer> most) {
        int arity = known(name).arity();
        require(
                most.size() == arity,
                "constraint of '" + name + "' needs a number for each of its " + arity + " arguments: " + most);
        most.forEach(complexity ->
                require(complexity >= -1, "constraint of '" + name + "' must be -1 or more: " + complexity));
    }

    private static Operator known(String name) {
        try {
            return Operator.read(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown operator '" + name + "' in a constraint", e);
        }
    }

    private static void requireComplexity(String what, double complexity) {
        require(
                complexity > 0 && complexity <= LARGEST,
                what + " must be above 0 and at most " + LARGEST + ": " + Decimal.shortest(complexity));
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** The same constraints where quantities have units. */
    public Constraints withUnits(Units units) {
        return new Constraints(
                complexityOfOperators,
                complexityOfConstants,
                complexityOfVariables,
                constraints,
                nestedConstraints,
                units,
                shape);
    }

    /** The same constraints where values have a shape. */
    public Constraints withShape(Shape shape) {
        return new Constraints(
                complexityOfOperators,
                complexityOfConstants,
                complexityOfVariables,
                constraints,
                nestedConstraints,
                units,
                shape);
    }

    /**
     * Passes for data with so many variables.
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
