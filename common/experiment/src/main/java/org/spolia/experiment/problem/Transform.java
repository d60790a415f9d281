package org.spolia.experiment.problem;

import java.util.List;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;

/** The transformation of a measured target before a model is compared with it. */
public enum Transform {
    NONE,
    /** The natural logarithm: models predict log(y), and residuals are those of log(y). */
    LOG;

    double[] apply(double[] target) {
        return this == NONE
                ? target
                : new Evaluator().predict(Expression.parse("log(y)", List.of("y")), new double[][] {target});
    }

    String apply(String name) {
        return this == NONE ? name : "log(" + name + ")";
    }
}
