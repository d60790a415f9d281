package org.spolia.bench.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;

/**
 * The inputs of the comparison: three given expressions, random trees of 1 to 30 nodes over the operators that every
 * peer has, and five columns, uniform between 0.5 and 2. Random trees are finite in the first {@link #PROBES} rows in
 * both precisions.
 */
final class Subjects {
    static final int VARIABLES = 5;

    private static final int LARGEST = 30;
    private static final int PROBES = 1000;
    private static final List<Operator> OPERATORS = OperatorSet.of(
                    List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh", "asin"))
            .operators();

    private final List<Tree> trees = new ArrayList<>();
    /** Floats, so that each evaluator gets the same numbers and 10⁸ rows fit in memory. */
    private final float[][] columns;

    private final SplittableRandom random = new SplittableRandom(2);

    Subjects(int rows, int count) {
        SplittableRandom values = new SplittableRandom(1);
        columns = new float[VARIABLES][rows];
        for (int row = 0; row < rows; row++) {
            for (float[] column : columns) {
                column[row] = (float) (0.5 + 1.5 * values.nextDouble());
            }
        }
        List<String> names = List.of("a", "b", "c", "d", "e");
        for (String formula :
                List.of("(a*b + c/d) - e*1.5", "sin(a*b) + exp(c)/(d + e)", "cos(a + 0.3)*(b - c) + d*e*0.7")) {
            trees.add(Expression.parse(formula, names).toTree());
        }
        double[][] probes = columns(Math.min(rows, PROBES));
        Evaluator doubles = new Evaluator();
        Evaluator floats = Evaluator.single();
        int size = random.nextInt(1, LARGEST + 1);
        while (size() < count + 3) {
            Tree tree = new Tree(LARGEST);
            grow(tree, size);
            Expression expression = tree.toExpression();
            if (isFinite(doubles.predict(expression, probes)) && isFinite(floats.predict(expression, probes))) {
                trees.add(tree);
                // A size is drawn once for each accepted tree, so that all sizes are equally frequent.
                size = random.nextInt(1, LARGEST + 1);
            }
        }
    }

    private void grow(Tree tree, int size) {
        if (size == 1) {
            if (random.nextInt(3) > 0) {
                tree.variable(random.nextInt(VARIABLES));
            } else {
                tree.constant((float) (4 * random.nextDouble() - 2));
            }
            return;
        }
        Operator operator;
        do {
            operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        } while (operator.arity() >= size);
        if (operator.arity() == 1) {
            grow(tree, size - 1);
        } else {
            int left = 1 + random.nextInt(size - 2);
            grow(tree, left);
            grow(tree, size - 1 - left);
        }
        tree.operator(operator.opcode());
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return trees.size();
    }

    List<Tree> trees() {
        return trees;
    }

    Tree tree(int expression) {
        return trees.get(expression);
    }

    /** The first rows of each column. */
    double[][] columns(int rows) {
        return columns(0, rows);
    }

    /** Some rows of each column. */
    double[][] columns(int from, int rows) {
        double[][] part = new double[VARIABLES][rows];
        for (int variable = 0; variable < VARIABLES; variable++) {
            for (int row = 0; row < rows; row++) {
                part[variable][row] = columns[variable][from + row];
            }
        }
        return part;
    }

    /** Some rows of each column, in single precision. */
    float[][] floats(int from, int rows) {
        float[][] part = new float[VARIABLES][];
        for (int variable = 0; variable < VARIABLES; variable++) {
            part[variable] = Arrays.copyOfRange(columns[variable], from, from + rows);
        }
        return part;
    }

    /** Writes {@code expressions.txt} and the first rows as {@code columns.f32} for the peers. */
    void write(Path folder, int rows) throws IOException {
        Files.write(
                folder.resolve("expressions.txt"),
                trees.stream().map(Subjects::words).toList());
        try (FileChannel file =
                FileChannel.open(folder.resolve("columns.f32"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (float[] column : columns) {
                ByteBuffer bytes = ByteBuffer.allocate(rows * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(column, 0, rows);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
        }
    }

    private static String words(Tree tree) {
        List<String> words = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            words.add(
                    switch (opcode) {
                        case Opcode.CONSTANT -> Double.toString(tree.value(node));
                        case Opcode.VARIABLE -> "x" + tree.argument(node);
                        default -> Operator.of(opcode).name();
                    });
        }
        return String.join(" ", words);
    }
}
