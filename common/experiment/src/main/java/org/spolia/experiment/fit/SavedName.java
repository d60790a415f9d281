package org.spolia.experiment.fit;

import java.util.List;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.readable.NamedConstant;

/** A constant of a model that the readable form writes by name. */
public record SavedName(
        @Key("the constant in the model") double value,
        @Key("its name, such as 4*pi or sqrt(2)") String name,

        @Key("the relative difference of the two; chance makes it as small for few numbers")
        double difference) {
    static List<SavedName> of(Expression expression, Expression readable) {
        return NamedConstant.of(expression, readable).stream()
                .map(constant -> new SavedName(
                        constant.value(), PlainText.asWritten(constant.name(), List.of()), constant.difference()))
                .toList();
    }
}
