package org.spolia.symbolic.library.inverse;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.LibraryRows;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.library.scoring.TopK;

/**
 * Semantic backpropagation (Pawlak, Wieloch and Krawiec, IEEE Trans. Evol. Comput. 19 (2015) 326): computes the values
 * that a sub-tree must have to give the target, from the root down, and takes the library entry that comes closest with
 * a scale and a shift. Not thread-safe.
 */
public final class SemanticBackpropagation {
    private static final int CHOICES = 3;
    private static final int PASSES = 2;
    private static final double CLIP = 10;

    private final Library library;
    private final ScoringWorkspace workspace;
    private final Inversion first;
    private final Inversion second;
    private final TopK top = new TopK(CHOICES);
    private final double[] wanted;
    private final double[] weight;
    private final double[] sorted;
    private double[][] values = new double[0][];
    private int[] stack = new int[0];
    private int[] lefts = new int[0];
    private double slope = 1;
    private double intercept;
    private long nodeRows;

    public SemanticBackpropagation(Library library, int maxSize) {
        this.library = library;
        this.workspace = new ScoringWorkspace(library, maxSize);
        int padded = library.rows().padded();
        this.first = new Inversion(padded);
        this.second = new Inversion(padded);
        this.wanted = new double[padded];
        this.weight = new double[padded];
        this.sorted = new double[padded];
    }

    public Library library() {
        return library;
    }

    /** Returns the cost of the last call. */
    public long nodeRows() {
        return nodeRows;
    }

    /**
     * Writes into {@code child} the tree with the sub-tree of {@code node}, which is not the root, replaced by an entry
     * of the library. If {@code scaled}, the tree is used with the slope and the intercept that fit best at the rows of
     * the library.
     *
     * @param choice 0 for the best entry, 1 or 2 for the next ones
     * @return whether there is such a child
     */
    public boolean replace(Tree tree, int node, boolean scaled, int choice, Tree child) {
        nodeRows = (long) tree.passes() * library.rows().padded();
        evaluate(tree);
        if (scaled && !scale(values[tree.size() - 1]) || !wantedAt(tree, node)) {
            return false;
        }
        OrthogonalBasis basis = workspace.basis;
        if (!basis.begin(wanted, weight) || !basis.constant() || !basis.end()) {
            return false;
        }
        nodeRows += workspace.charge(PASSES);
        workspace.scores.single(library.matrix(), basis.weights(), basis.bases()[0], basis.target(), workspace.out);
        top.of(workspace.out, library.size(), 0);
        if (top.count() == 0) {
            return false;
        }
        int block = library.block(top.entry(Math.min(choice, top.count() - 1)));
        return write(tree, node, block, child);
    }

    private boolean write(Tree tree, int node, int block, Tree child) {
        Regression regression = workspace.regression;
        regression.begin(wanted, weight);
        regression.constant();
        regression.add(library.blocks().values(block));
        double squares = regression.solve();
        if (squares == Double.POSITIVE_INFINITY) {
            return false;
        }
        workspace.round(squares);
        Tree inner = workspace.inner;
        double scale = regression.coefficient(1);
        if (scale == 0) {
            inner.clear().constant(regression.coefficient(0));
        } else if (!workspace.inner(block)
                || !workspace.builder.scale(inner, scale)
                || !workspace.builder.shift(inner, regression.coefficient(0))) {
            return false;
        }
        int start = tree.start(node);
        if (tree.size() - (node + 1 - start) + inner.size() > child.capacity()) {
            return false;
        }
        child.clear().append(tree, 0, start).append(inner, 0, inner.size()).append(tree, node + 1, tree.size());
        return true;
    }

    private void evaluate(Tree tree) {
        int size = tree.size();
        int padded = library.rows().padded();
        if (values.length < size) {
            values = new double[size][padded];
            stack = new int[size];
            lefts = new int[size];
        }
        int depth = 0;
        for (int node = 0; node < size; node++) {
            int opcode = tree.opcode(node);
            if (Opcode.isDefined(opcode)) {
                depth -= Opcode.arity(opcode);
                defined(tree.definitions().of(opcode), node, depth);
                stack[depth++] = node;
                continue;
            }
            switch (Opcode.arity(opcode)) {
                case 0 -> {
                    if (opcode == Opcode.VARIABLE) {
                        System.arraycopy(library.rows().variable(tree.argument(node)), 0, values[node], 0, padded);
                    } else {
                        Arrays.fill(values[node], tree.value(node));
                    }
                    stack[depth++] = node;
                }
                case 1 -> {
                    Columns.apply(opcode, values[node - 1], values[node], padded);
                    stack[depth - 1] = node;
                }
                default -> {
                    depth--;
                    lefts[node] = stack[depth - 1];
                    Columns.apply(opcode, values[lefts[node]], values[node - 1], values[node], padded);
                    stack[depth - 1] = node;
                }
            }
        }
    }

    private void defined(Definition definition, int node, int first) {
        double[][] operands = new double[definition.arity()][];
        for (int operand = 0; operand < operands.length; operand++) {
            operands[operand] = values[stack[first + operand]];
        }
        Columns.apply(definition, operands, values[node], library.rows().padded());
    }

    private boolean scale(double[] prediction) {
        Regression regression = workspace.regression;
        regression.begin(library.rows().target(), library.rows().mask());
        regression.constant();
        regression.add(prediction);
        if (regression.solve() == Double.POSITIVE_INFINITY) {
            return false;
        }
        intercept = regression.coefficient(0);
        slope = regression.coefficient(1);
        return slope != 0;
    }

    /** Propagates the target from the root to the node. Returns false if fewer than half of the rows remain. */
    private boolean wantedAt(Tree tree, int node) {
        LibraryRows rows = library.rows();
        for (int row = 0; row < wanted.length; row++) {
            wanted[row] = (rows.target()[row] - intercept) / slope;
            weight[row] = rows.mask()[row] * Math.abs(slope);
        }
        Inversion inversion = first;
        double[] target = wanted;
        double[] slopes = weight;
        int at = tree.size() - 1;
        while (at != node) {
            int opcode = tree.opcode(at);
            if (!Inversion.inverts(opcode)) {
                return false;
            }
            if (Opcode.arity(opcode) == 1) {
                inversion.unary(opcode, target, slopes, values[at - 1]);
                at = at - 1;
            } else if (node > lefts[at]) {
                inversion.right(opcode, target, slopes, values[lefts[at]]);
                at = at - 1;
            } else {
                inversion.left(opcode, target, slopes, values[at - 1]);
                at = lefts[at];
            }
            if (2 * inversion.valid() < rows.count()) {
                return false;
            }
            target = inversion.values();
            slopes = inversion.weights();
            inversion = inversion == first ? second : first;
        }
        System.arraycopy(target, 0, wanted, 0, wanted.length);
        System.arraycopy(slopes, 0, weight, 0, weight.length);
        clip();
        return true;
    }

    /** Limits the weights, so that one row near a pole cannot dominate. */
    private void clip() {
        int count = 0;
        for (double value : weight) {
            if (value > 0) {
                sorted[count++] = value;
            }
        }
        Arrays.sort(sorted, 0, count);
        double most = CLIP * sorted[count / 2];
        for (int row = 0; row < weight.length; row++) {
            weight[row] = Math.min(weight[row], most);
        }
    }
}
