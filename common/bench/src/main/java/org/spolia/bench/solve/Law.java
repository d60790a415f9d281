package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.experiment.problem.Catalogue;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;

/**
 * A formula of the catalogue that every contender can express.
 *
 * @param heldOut whether it belongs to the third that is not used to develop the engine
 */
record Law(CataloguedProblem catalogued, int nodes, boolean heldOut) {
    /** The operators of every contender. */
    static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh", "asin");

    /** Operators that these can express in one step. */
    private static final Set<Integer> EXPRESSIBLE =
            Set.of(Opcode.CONSTANT, Opcode.VARIABLE, Opcode.NEG, Opcode.INV, Opcode.SQUARE, Opcode.CUBE, Opcode.LOG10);

    private static final int SETS = 3;

    String id() {
        return catalogued.problem().id();
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
                    .filter(problem -> problem.problem() instanceof FormulaProblem formula
                            && formula.extrapolates()
                            && isExpressible(formula.expression()))
                    .map(Law::of)
                    .toList();
        }
    }

    private static Law of(CataloguedProblem catalogued) {
        FormulaProblem formula = (FormulaProblem) catalogued.problem();
        return new Law(
                catalogued,
                formula.expression().size(),
                Math.floorMod(formula.id().hashCode(), SETS) == 0);
    }

    private static boolean isExpressible(Expression expression) {
        return IntStream.range(0, expression.size())
                .map(expression::opcode)
                .allMatch(opcode -> EXPRESSIBLE.contains(opcode)
                        || OPERATORS.contains(Operator.of(opcode).name()));
    }
}
