package org.spolia.experiment.fit;

import java.util.List;
import java.util.function.Supplier;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.LongTextException;

/** Texts of expressions, with a replacement for texts that are too long. */
final class BoundedText {
    private BoundedText() {}

    /** Returns the formula in SymPy's syntax, or in Spolia's if SymPy's is too long. */
    static String sympy(Expression expression, List<String> names) {
        return of(() -> expression.sympy(names), expression.infix(names));
    }

    static String of(Supplier<String> text, String instead) {
        try {
            return text.get();
        } catch (LongTextException e) {
            return instead;
        }
    }
}
