package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.bench.laws.GeneratedLaw;
import org.spolia.experiment.problem.Catalogue;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;

/**
 * A formula that every contender can express.
 *
 * @param problem the formula
 * @param nodes its size
 * @param nuisance the number of columns that are not in the formula
 */
record Law(FormulaProblem problem, int nodes, int nuisance) {
    /** The operators of every contender. */
    static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh", "asin");

    /** Operators that these can express in one step. */
    private static final Set<Integer> EXPRESSIBLE =
            Set.of(Opcode.CONSTANT, Opcode.VARIABLE, Opcode.NEG, Opcode.INV, Opcode.SQUARE, Opcode.CUBE, Opcode.LOG10);

    private static final int SETS = 3;

    static Law of(GeneratedLaw generated, int nuisance) {
        return new Law(generated.problem(), generated.nodes(), nuisance);
    }

    String id() {
        return problem.id();
    }

    int variables() {
        return problem.variables().size();
    }

    /** Returns whether it belongs to the third of the catalogue that {@code --held-out yes} selects. */
    boolean heldOut() {
        return Math.floorMod(id().hashCode(), SETS) == 0;
    }

    /**
     * Returns the laws of the files in a folder that the operators can express and that have ranges out of
     * distribution.
     */
    static List<Law> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return Catalogue.load(sorted).problems().stream()
                    .map(CataloguedProblem::problem)
                    .filter(FormulaProblem.class::isInstance)
                    .map(FormulaProblem.class::cast)
                    .filter(formula -> formula.extrapolates() && isExpressible(formula.expression()))
                    .map(formula -> new Law(formula, formula.expression().size(), 0))
                    .toList();
        }
    }

    private static boolean isExpressible(Expression expression) {
        return IntStream.range(0, expression.size())
                .map(expression::opcode)
                .allMatch(opcode -> EXPRESSIBLE.contains(opcode)
                        || OPERATORS.contains(Operator.of(opcode).name()));
    }
}
