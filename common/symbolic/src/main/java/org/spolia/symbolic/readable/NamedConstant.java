package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Expression;

/**
 * A constant of a model that was recognised.
 *
 * @param value its value in the model
 * @param name what it is, such as a multiple of pi or a fraction
 * @param difference the relative difference of the two, which is the evidence: few numbers have a name, so one that is
 * near by chance is unlikely
 */
public record NamedConstant(double value, Expression name, double difference) {
    /**
     * Returns the constants of an expression that have names other than their own digits; those whose form was not
     * accepted are none.
     *
     * @param form the readable form of the expression
     */
    public static List<NamedConstant> of(Expression expression, Expression form) {
        List<NamedConstant> constants = new ArrayList<>();
        if (form.equals(expression)) {
            return constants;
        }
        NumberNames names = new NumberNames(ReadableForm.CLOSEST);
        for (double value : expression.constants()) {
            of(value, names)
                    .filter(constant -> constants.stream().noneMatch(known -> known.value == constant.value))
                    .ifPresent(constants::add);
        }
        return constants;
    }

    private static Optional<NamedConstant> of(double value, NumberNames names) {
        if (value == 0 || !Double.isFinite(value) || !names.isNamed(value)) {
            return Optional.empty();
        }
        NamedNumber name = names.names(value).get(0);
        double exact = Math.copySign(name.value(), value);
        double difference = Math.abs(value - exact) / Math.abs(exact);
        return difference == 0 && !name.hasUnit() && name.denominator() == 1
                ? Optional.empty()
                : Optional.of(new NamedConstant(value, Writer.number(name, value < 0), difference));
    }
}
