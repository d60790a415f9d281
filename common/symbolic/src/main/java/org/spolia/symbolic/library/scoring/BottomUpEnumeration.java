package org.spolia.symbolic.library.scoring;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;

/**
 * Bottom-up enumeration of small expressions in the order of their costs. Of expressions with equal values, one is kept
 * as a block. Of blocks that differ by shift, scale and sign only, one becomes an entry. Of blocks whose logarithms
 * differ by shift, scale and sign only, one becomes an entry of a second kind. The order within a cost is random, so
 * that a level that the limits cut is a random sample of itself.
 */
final class BottomUpEnumeration {
    private static final double[] CONSTANTS = {1, 2, 3};
    private static final int LARGEST_COST = 24;
    private static final int CANDIDATES = 300_000;
    private static final int BLOCKS_PER_ENTRY = 3;
    private static final double LARGEST = 1e100;

    private final LibraryRows rows;
    private final CoordinateView view;
    private final Grammar grammar;
    private final OperatorVocabulary vocabulary;
    private final int limit;
    private final int maxSize;
    private final LongSupplier random;
    private final BlockTable blocks = new BlockTable();
    private final int[] firstOfCost = new int[LARGEST_COST + 2];
    private final int[] entries;
    private int entryCount;
    private final int[] logarithms;
    private int logarithmCount;
    private final Signature.Set logarithmShapes = new Signature.Set();
    private final double[] logarithm;
    private final Signature signature;
    private final Signature.Set values = new Signature.Set();
    private final Signature.Set shapes = new Signature.Set();
    private final double[] column;
    private long[] candidates = new long[1024];
    private int candidateCount;
    private long steps;

    BottomUpEnumeration(
            LibraryRows rows,
            CoordinateView view,
            Grammar grammar,
            OperatorVocabulary vocabulary,
            int limit,
            int maxSize,
            LongSupplier random) {
        this.rows = rows;
        this.view = view;
        this.grammar = grammar;
        this.vocabulary = vocabulary;
        this.limit = limit;
        this.maxSize = maxSize;
        this.random = random;
        this.entries = new int[limit];
        this.logarithms = new int[limit];
        this.logarithm = new double[rows.padded()];
        this.signature = new Signature(rows.count());
        this.column = new double[rows.padded()];
    }

    void run() {
        leaves();
        for (int cost = 2; cost <= LARGEST_COST && !full(); cost++) {
            firstOfCost[cost] = blocks.count();
            collect(cost);
            shuffle();
            for (int i = 0; i < candidateCount && !full(); i++) {
                build(candidates[i], cost);
            }
            Arrays.fill(firstOfCost, cost + 1, firstOfCost.length, blocks.count());
            if (candidateCount == 0 && cost > 2 * Grammar.cost(Opcode.POW)) {
                return;
            }
        }
    }

    private boolean full() {
        return entryCount == limit || blocks.count() >= BLOCKS_PER_ENTRY * limit;
    }

    private void leaves() {
        for (int coordinate = 0; coordinate < rows.coordinates(); coordinate++) {
            double[] values = rows.coordinate(coordinate);
            if (isSound(values) && signature.standardise(values)) {
                int block = blocks.coordinate(coordinate, view.leaf(coordinate).size(), values);
                this.values.add(signature.of(values));
                enter(block);
            }
        }
        for (double constant : CONSTANTS) {
            double[] values = new double[rows.padded()];
            Arrays.fill(values, constant);
            blocks.constant(constant, values);
            this.values.add(signature.of(values));
        }
        Arrays.fill(firstOfCost, 2, firstOfCost.length, blocks.count());
    }

    private void enter(int block) {
        if (entryCount < limit && shapes.add(signature.ofShape(blocks.values(block)))) {
            entries[entryCount++] = block;
        }
        if (logarithmCount < limit) {
            Columns.apply(Opcode.ABS, blocks.values(block), logarithm, rows.padded());
            Columns.apply(Opcode.LOG, logarithm, logarithm, rows.padded());
            if (isSound(logarithm)
                    && signature.standardise(logarithm)
                    && logarithmShapes.add(signature.ofShape(logarithm))) {
                logarithms[logarithmCount++] = block;
            }
        }
    }

    private void collect(int cost) {
        candidateCount = 0;
        double share = Math.min(1, CANDIDATES / (double) count(cost));
        for (int opcode : grammar.unary()) {
            int operandCost = cost - Grammar.cost(opcode);
            if (operandCost < 1) {
                continue;
            }
            for (int block = firstOfCost[operandCost]; block < firstOfCost[operandCost + 1]; block++) {
                if (!blocks.isConstant(block) && Grammar.mayFollow(opcode, blocks.opcode(block))) {
                    candidate(opcode, block, 0, share);
                }
            }
        }
        for (int opcode : grammar.binary()) {
            int operandCosts = cost - Grammar.cost(opcode);
            for (int leftCost = 1; leftCost < operandCosts; leftCost++) {
                collectBinary(opcode, leftCost, operandCosts - leftCost, share);
            }
        }
    }

    private double count(int cost) {
        double count = 0;
        for (int opcode : grammar.unary()) {
            count += width(cost - Grammar.cost(opcode));
        }
        for (int opcode : grammar.binary()) {
            int operandCosts = cost - Grammar.cost(opcode);
            for (int leftCost = 1; leftCost < operandCosts; leftCost++) {
                count += (double) width(leftCost) * width(operandCosts - leftCost);
            }
        }
        return count;
    }

    private int width(int cost) {
        return cost < 1 ? 0 : firstOfCost[cost + 1] - firstOfCost[cost];
    }

    private void collectBinary(int opcode, int leftCost, int rightCost, double share) {
        boolean commutes = Grammar.commutes(opcode);
        if (commutes && leftCost > rightCost
                || opcode == Opcode.POW && Math.max(leftCost, rightCost) > Grammar.POWER_OPERAND_COST) {
            return;
        }
        for (int left = firstOfCost[leftCost]; left < firstOfCost[leftCost + 1]; left++) {
            int from = commutes && leftCost == rightCost ? left : firstOfCost[rightCost];
            for (int right = from; right < firstOfCost[rightCost + 1]; right++) {
                if (!blocks.isConstant(left) || !blocks.isConstant(right)) {
                    candidate(opcode, left, right, share);
                }
            }
        }
    }

    private void candidate(int opcode, int left, int right, double share) {
        if (share < 1 && (random.getAsLong() >>> 11) * 0x1p-53 >= share) {
            return;
        }
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * candidateCount);
        }
        candidates[candidateCount++] = ((long) opcode << 56) | ((long) left << 28) | right;
    }

    private void shuffle() {
        for (int i = candidateCount - 1; i > 0; i--) {
            int j = (int) ((random.getAsLong() >>> 32) * (i + 1) >>> 32);
            long candidate = candidates[i];
            candidates[i] = candidates[j];
            candidates[j] = candidate;
        }
    }

    private void build(long candidate, int cost) {
        int opcode = (int) (candidate >>> 56);
        int left = (int) (candidate >>> 28) & 0xFFFFFFF;
        int right = (int) candidate & 0xFFFFFFF;
        boolean binary = Opcode.arity(opcode) == 2;
        int operands = blocks.size(left) + (binary ? blocks.size(right) : 0);
        int size = operands + vocabulary.size(opcode, blocks.size(left));
        if (size > maxSize) {
            return;
        }
        steps += grammar.passes(opcode);
        if (Opcode.isDefined(opcode)) {
            double[][] values = binary
                    ? new double[][] {blocks.values(left), blocks.values(right)}
                    : new double[][] {blocks.values(left)};
            Columns.apply(grammar.definition(opcode), values, column, rows.padded());
        } else if (binary) {
            Columns.apply(opcode, blocks.values(left), blocks.values(right), column, rows.padded());
        } else {
            Columns.apply(opcode, blocks.values(left), column, rows.padded());
        }
        if (isSound(column) && signature.standardise(column) && values.add(signature.of(column))) {
            enter(blocks.operation(opcode, left, right, cost, size, column.clone()));
        }
    }

    private boolean isSound(double[] values) {
        for (int row = 0; row < rows.count(); row++) {
            if (!(Math.abs(values[row]) < LARGEST)) {
                return false;
            }
        }
        return true;
    }

    BlockTable blocks() {
        return blocks;
    }

    /** Returns the first block of a cost. Blocks are in the order of their costs. */
    int firstOfCost(int cost) {
        return firstOfCost[Math.min(cost, LARGEST_COST + 1)];
    }

    /** Returns the entries of the second kind, cheapest first. */
    int[] logarithms() {
        return Arrays.copyOf(logarithms, logarithmCount);
    }

    /** Returns the blocks that are entries, cheapest first. */
    int[] entries() {
        return Arrays.copyOf(entries, entryCount);
    }

    /** Returns the number of columns computed. */
    long steps() {
        return steps;
    }
}
