package org.spolia.symbolic.library.algebraic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.relation.Dictionary;
import org.spolia.symbolic.relation.ExponentialRate;
import org.spolia.symbolic.relation.Relation;

/**
 * Looks for algebraic relations between the target of a library's view and its coordinates: quotients of polynomials
 * and sums of products of powers, for the target or its square; {@code (p + f q)/r} with polynomials p, q and r and one
 * function f of the library; and {@code (p + e q)/(r + e s)} with an exponential e of unknown rate. On exact data,
 * linear algebra finds what takes other searches long: sums of squares and polynomials of many terms.
 */
public final class AlgebraicSearch {
    private static final int NONE = -1;
    private static final int LARGEST_DEGREE = 4;
    private static final int MOST_UNKNOWNS = 170;
    private static final int MOST_PRODUCTS = 330;
    private static final long MOST_FOR_FUNCTIONS = 8_000_000;
    private static final int EXPONENTIALS_SHARE = 3;
    private static final int MOST_WITH_EXPONENTIALS = 50;
    private static final int[][] DEGREES_WITH_EXPONENTIALS = {
        {0, 0}, {1, 0}, {0, 1}, {1, 1}, {2, 0}, {2, 1}, {3, 0}, {3, 1}
    };
    private static final int[][] DEGREES_WITH_FUNCTION = {{4, 4, 1}, {2, 2, 1}, {2, 1, 1}, {1, 1, 1}};

    private final Library library;
    private final double[][] coordinates;
    private final double[] target;
    private final Exponentials exponentials;
    private final List<Task> tasks = new ArrayList<>();

    /** One dictionary to try: for a power of the target, with a function, or with an exponential. */
    private record Task(Dictionary dictionary, int power, int function, int exponential) {
        static Task ofPower(Dictionary dictionary, int power) {
            return new Task(dictionary, power, NONE, NONE);
        }

        long nodeRows() {
            return exponential == NONE
                    ? dictionary.nodeRows()
                    : dictionary.nodeRows() * (ExponentialRate.PASSES + Exponentials.SIGNS);
        }
    }

    private AlgebraicSearch(Library library, double[][] coordinates, double[] target) {
        this.library = library;
        this.coordinates = coordinates;
        this.target = target;
        this.exponentials = new Exponentials(library, coordinates);
    }

    /**
     * Creates a search over the coordinates of a library.
     *
     * @param all the rows to choose from; only as many as the largest dictionary may need are read
     * @param budget the largest total cost in node-rows; dictionaries that would exceed it are left out
     */
    public static AlgebraicSearch of(Library library, Sample all, long budget) {
        Sample sample = all.spread(Dictionary.ROWS_EACH * MOST_PRODUCTS).plain();
        Evaluator evaluator = new Evaluator();
        CoordinateView view = library.view();
        AlgebraicSearch search =
                new AlgebraicSearch(library, view.values(sample, evaluator), view.target(sample, evaluator));
        search.plan(budget);
        return search;
    }

    private void plan(long budget) {
        long left = budget;
        long exponentialsLeft = budget / EXPONENTIALS_SHARE;
        for (Task task : candidates()) {
            long cost = task.nodeRows();
            if (task.exponential() != NONE) {
                exponentialsLeft -= cost;
                if (exponentialsLeft < 0) {
                    continue;
                }
            }
            int rows = task.function() == NONE ? target.length : library.rows().count();
            if (task.dictionary().rows() <= rows && cost <= left) {
                tasks.add(task);
                left -= cost;
            }
        }
    }

    private List<Task> candidates() {
        List<Task> candidates = new ArrayList<>();
        int count = coordinates.length;
        for (int degree = 1; degree <= LARGEST_DEGREE; degree++) {
            Dictionary.quotients(count, degree, MOST_UNKNOWNS).ifPresent(quotients -> powers(quotients, candidates));
        }
        for (int[] degrees : DEGREES_WITH_EXPONENTIALS) {
            Dictionary.quotientsWith(count + 1, MOST_WITH_EXPONENTIALS, degrees[0], degrees[1])
                    .ifPresent(with -> IntStream.range(0, exponentials.count())
                            .forEach(index -> candidates.add(new Task(with, 1, NONE, index))));
        }
        int unknowns = library.rows().count() / Dictionary.ROWS_EACH;
        Arrays.stream(DEGREES_WITH_FUNCTION)
                .flatMap(degrees -> Dictionary.withFunction(count + 1, unknowns, degrees).stream())
                .findFirst()
                .ifPresent(withFunction -> functions(withFunction, candidates));
        IntStream.iterate(LARGEST_DEGREE, size -> size > 1, size -> size - 1)
                .mapToObj(size -> Dictionary.products(count, size, MOST_PRODUCTS))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(products -> powers(products, candidates));
        return candidates;
    }

    private static void powers(Dictionary dictionary, List<Task> candidates) {
        candidates.add(Task.ofPower(dictionary, 1));
        candidates.add(Task.ofPower(dictionary, 2));
    }

    private void functions(Dictionary withFunction, List<Task> candidates) {
        long most = candidates.size() + MOST_FOR_FUNCTIONS / withFunction.nodeRows();
        for (int block = 0; block < library.blocks().count() && candidates.size() < most; block++) {
            if (isFunction(library.blocks().opcode(block))) {
                candidates.add(new Task(withFunction, 1, block, NONE));
            }
        }
    }

    /** Returns whether the operator is not covered by polynomials and their quotients. */
    private static boolean isFunction(int opcode) {
        return switch (opcode) {
            case Opcode.VARIABLE,
                    Opcode.CONSTANT,
                    Opcode.ADD,
                    Opcode.SUB,
                    Opcode.MUL,
                    Opcode.DIV,
                    Opcode.SQUARE,
                    Opcode.CUBE,
                    Opcode.INV -> false;
            default -> true;
        };
    }

    /** Tries every {@code parts}-th dictionary, from {@code part}, until stopped. Returns the cost in node-rows. */
    public long work(int part, int parts, Proposals proposals, BooleanSupplier stopped) {
        ExpressionBuilder builder = new ExpressionBuilder(library.vocabulary());
        long cost = 0;
        for (int index = part; index < tasks.size() && !stopped.getAsBoolean(); index += parts) {
            Task task = tasks.get(index);
            cost += task.nodeRows();
            try {
                work(task, builder, proposals);
            } catch (RuntimeException | StackOverflowError e) {
                proposals.failed(e);
            }
        }
        return cost;
    }

    private void work(Task task, ExpressionBuilder builder, Proposals proposals) {
        if (task.exponential() != NONE) {
            exponentials
                    .relate(task.exponential(), task.dictionary(), target, builder)
                    .forEach(trees -> propose(trees, proposals));
        } else if (task.function() == NONE) {
            relate(task, builder, proposals);
        } else {
            relateWithFunction(task, builder, proposals);
        }
    }

    private void relate(Task task, ExpressionBuilder builder, Proposals proposals) {
        double[] powers = target.clone();
        boolean positive = true;
        boolean negative = true;
        for (int row = 0; row < powers.length; row++) {
            positive &= target[row] >= 0;
            negative &= target[row] <= 0;
            powers[row] = task.power() == 2 ? target[row] * target[row] : target[row];
        }
        if (task.power() == 2 && !positive && !negative) {
            return;
        }
        RelationWriter writer = new RelationWriter(builder, leaves());
        boolean below = negative;
        Relation.of(task.dictionary(), coordinates, powers)
                .map(relation -> task.power() == 2 ? writer.writeRoots(relation, below) : writer.write(relation))
                .ifPresent(trees -> propose(trees, proposals));
    }

    private void relateWithFunction(Task task, ExpressionBuilder builder, Proposals proposals) {
        double[][] columns = new double[coordinates.length + 1][];
        for (int coordinate = 0; coordinate < coordinates.length; coordinate++) {
            columns[coordinate] = library.rows().coordinate(coordinate);
        }
        columns[coordinates.length] = library.blocks().values(task.function());
        List<Tree> atoms = leaves();
        Tree function = ExpressionBuilder.newTree();
        if (!library.append(function, task.function())) {
            return;
        }
        atoms.add(function);
        RelationWriter writer = new RelationWriter(builder, atoms);
        Relation.of(task.dictionary(), columns, library.rows().viewTarget())
                .map(writer::write)
                .ifPresent(trees -> propose(trees, proposals));
    }

    private List<Tree> leaves() {
        List<Tree> leaves = new ArrayList<>();
        for (int coordinate = 0; coordinate < coordinates.length; coordinate++) {
            leaves.add(library.view().leaf(coordinate));
        }
        return leaves;
    }

    private void propose(List<Tree> trees, Proposals proposals) {
        for (Tree tree : trees) {
            if (library.view().multiply(tree, library.vocabulary())) {
                proposals.propose(tree);
            }
        }
    }
}
