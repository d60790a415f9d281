package org.spolia.symbolic.concept;

import java.util.List;
import org.spolia.symbolic.expression.Expression;

/**
 * A piece that laws may share, as the formula of an operator.
 *
 * @param formula over its operands as variables, all of which it uses
 * @param operands 1 to 3
 * @param saved the bits by which the descriptions of the laws, each counted once, become shorter in total, less the
 * bits of the formula
 * @param laws the names of the laws that contain it, in order
 */
public record Concept(Expression formula, int operands, double saved, List<String> laws) {
    public Concept {
        laws = List.copyOf(laws);
    }
}
