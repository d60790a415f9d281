package org.spolia.symbolic.search.options;

import java.io.Serializable;
import java.util.List;
import org.spolia.symbolic.expression.Decimal;

/**
 * The units of the variables and of the target. Expressions with inconsistent dimensions are dropped or get a penalty.
 * A unit is text such as {@code kg*m/s^2}, {@code J/(kg*K)} or {@code 1}. Symbols of the SI and its prefixes are known;
 * any other symbol is a dimension of its own.
 *
 * <p>As in PySR a constant may have any unit, unless constants are dimensionless.
 *
 * @param variables the unit of each variable; empty if units are not used
 * @param target the unit of the target
 * @param dimensionlessConstants whether constants are numbers without a unit
 * @param penalty added to the mean loss of an expression with inconsistent dimensions; infinite if none is kept
 */
public record Units(List<String> variables, String target, boolean dimensionlessConstants, double penalty)
        implements Serializable {
    /** No units. */
    public static final Units NONE = new Units(List.of(), "1", false);

    public Units {
        variables = List.copyOf(variables);
        if (!(penalty >= 0)) {
            throw new IllegalArgumentException(
                    "the penalty of dimensions that do not fit must be >= 0: " + Decimal.shortest(penalty));
        }
        Dimensions.of(variables, target);
    }

    /** Units that every expression has to fit. */
    public Units(List<String> variables, String target, boolean dimensionlessConstants) {
        this(variables, target, dimensionlessConstants, Double.POSITIVE_INFINITY);
    }

    public boolean forbid() {
        return penalty == Double.POSITIVE_INFINITY;
    }

    public boolean given() {
        return !variables.isEmpty();
    }
}
