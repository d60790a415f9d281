package org.spolia.symbolic.search;

import java.util.List;

/**
 * The units of the variables and of the target: expressions whose dimensions do not fit are not kept. A unit is text such as
 * {@code kg*m/s^2}, {@code J/(kg*K)} or {@code 1}; symbols of the SI with its prefixes are known, any other symbol is a dimension of its
 * own.
 *
 * <p>As in PySR a constant may have any unit, unless constants are dimensionless.
 *
 * @param variables the unit of each variable; none where units are not looked at
 * @param target the unit of the target
 * @param dimensionlessConstants whether constants are numbers without a unit
 */
public record Units(List<String> variables, String target, boolean dimensionlessConstants) {
    /** Nothing is known of units. */
    public static final Units NONE = new Units(List.of(), "1", false);

    public Units {
        variables = List.copyOf(variables);
        Dimensions.of(variables, target);
    }

    boolean given() {
        return !variables.isEmpty();
    }
}
