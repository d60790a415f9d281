package org.spolia.experiment.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Expression;

/** A problem: a formula that rows are drawn from, measurements, features of simulations and surveys, or embeddings. */
public sealed interface Problem permits FormulaProblem, MeasuredProblem, FeatureProblem, VectorProblem {
    /** The name in the catalogue, such as {@code mechanics.kepler_third}. */
    String id();

    /** The field of science, such as {@code mechanics}. */
    String field();

    String description();

    String citation();

    List<String> variableNames();

    /** The unit of each variable; empty if the source gives none. */
    List<String> variableUnits();

    String targetName();

    /** The unit of the target; empty if the source gives none. */
    String targetUnit();

    /** The ground truth: the formula, or the certified model; empty if none is known. */
    Optional<Expression> law();

    /** Reads the data that the rows of the problem are made from. */
    ProblemData open();

    /** The same for rows that may come from a warehouse. */
    default ProblemData open(FeatureTable features) {
        return open();
    }

    /** Returns the problems of this entry of a file: itself, or one for each of several sizes and seeds. */
    default List<? extends Problem> repeated() {
        return List.of(this);
    }

    /** Returns this problem with its field filled in and with its data file located relative to the problem's file. */
    Problem resolve(String defaultField, Path file);
}
