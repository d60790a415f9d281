package org.spolia.experiment.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Expression;

/** Something to find a law for: a formula that rows are drawn from, measurements, what is made of simulations and surveys, or vectors. */
public sealed interface Problem permits FormulaProblem, MeasuredProblem, FeatureProblem, VectorProblem {
    /** The name in the catalogue, such as {@code mechanics.kepler_third}. */
    String id();

    /** The field of science, such as {@code mechanics}. */
    String field();

    String description();

    String citation();

    List<String> variableNames();

    /** The unit of each variable; empty where the source names none. */
    List<String> variableUnits();

    String targetName();

    /** The unit of the target; empty where the source names none. */
    String targetUnit();

    /** The law behind the data: the formula, or the certified model; absent when none is known. */
    Optional<Expression> law();

    /** Reads what the problem's rows are made from. */
    ProblemData open();

    /** The same where rows may come from a warehouse. */
    default ProblemData open(FeatureTable features) {
        return open();
    }

    /** The problems that this entry of a file stands for: itself, or one for each of several sizes and seeds. */
    default List<? extends Problem> repeated() {
        return List.of(this);
    }

    /** This problem with its field filled in and its data found beside the file that it is written in. */
    Problem resolve(String defaultField, Path file);
}
