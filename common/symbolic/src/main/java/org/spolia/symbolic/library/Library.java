package org.spolia.symbolic.library;

import java.util.function.LongSupplier;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;

/**
 * Small expressions over the variables of a sample, no two with equal values, and the matrix of their values at some of its rows. It
 * never changes after it was built, so any number of threads may score against it.
 */
public final class Library {
    private final Rows rows;
    private final Grammar grammar;
    private final Writing writing;
    private final Enumeration enumeration;
    private final int[] entries;
    private final Matrix matrix;
    private final Matrix logarithms;
    private final long steps;

    private Library(Rows rows, Grammar grammar, Writing writing, Enumeration enumeration) {
        this.rows = rows;
        this.grammar = grammar;
        this.writing = writing;
        this.enumeration = enumeration;
        this.entries = enumeration.entries();
        this.matrix = new Matrix(entries.length, rows.padded());
        this.logarithms = new Matrix(entries.length, rows.padded());
        fill();
        this.steps = enumeration.steps() + 2L * entries.length;
    }

    /**
     * Builds the library of at most {@code limit} entries of at most {@code maxSize} nodes.
     *
     * @param rows the rows of the sample to look at
     * @param random decides which expressions stay where there are too many
     */
    public static Library of(
            Sample sample, int[] rows, OperatorSet operators, int limit, int maxSize, LongSupplier random) {
        Rows chosen = Rows.of(sample, rows);
        Grammar grammar = Grammar.of(operators);
        Writing writing = new Writing(operators);
        Enumeration enumeration = new Enumeration(chosen, grammar, writing, limit, maxSize, random);
        enumeration.run();
        return new Library(chosen, grammar, writing, enumeration);
    }

    private void fill() {
        Signature signature = new Signature(rows.count());
        double[] logarithm = new double[rows.padded()];
        for (int entry = 0; entry < entries.length; entry++) {
            double[] values = blocks().values(entries[entry]);
            if (signature.standardise(values)) {
                matrix.set(entry, values, signature.mean(), signature.deviation(), rows.count());
            }
            Columns.apply(Opcode.ABS, values, logarithm, rows.padded());
            Columns.apply(Opcode.LOG, logarithm, logarithm, rows.padded());
            if (signature.standardise(logarithm)) {
                logarithms.set(entry, logarithm, signature.mean(), signature.deviation(), rows.count());
            }
        }
    }

    /** The number of entries. */
    public int size() {
        return entries.length;
    }

    /** What the building cost: nodes × rows. */
    public long nodeRows() {
        return steps * rows.padded();
    }

    Rows rows() {
        return rows;
    }

    Grammar grammar() {
        return grammar;
    }

    Writing writing() {
        return writing;
    }

    Blocks blocks() {
        return enumeration.blocks();
    }

    /** The first block of a cost; blocks are in the order of their costs. */
    int firstOfCost(int cost) {
        return enumeration.firstOfCost(cost);
    }

    /** The block behind an entry. */
    int block(int entry) {
        return entries[entry];
    }

    Matrix matrix() {
        return matrix;
    }

    /** The logarithms of the absolute values; 0 for an entry that is 0 somewhere. */
    Matrix logarithms() {
        return logarithms;
    }
}
