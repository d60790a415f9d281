package org.spolia.symbolic.library.scoring;

import java.util.function.LongSupplier;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;

/**
 * Small expressions over the variables of a sample, no two with equal values, and the matrix of their values at some of
 * its rows. Immutable, so any number of threads may score against it.
 */
public final class Library {
    private final CoordinateView view;
    private final LibraryRows rows;
    private final Grammar grammar;
    private final OperatorVocabulary vocabulary;
    private final BottomUpEnumeration enumeration;
    private final int[] entries;
    private final int[] logarithmEntries;
    private final TiledMatrix matrix;
    private final TiledMatrix logarithms;
    private final long steps;

    private Library(
            CoordinateView view,
            LibraryRows rows,
            Grammar grammar,
            OperatorVocabulary vocabulary,
            BottomUpEnumeration enumeration) {
        this.view = view;
        this.rows = rows;
        this.grammar = grammar;
        this.vocabulary = vocabulary;
        this.enumeration = enumeration;
        this.entries = enumeration.entries();
        this.logarithmEntries = enumeration.logarithms();
        this.matrix = new TiledMatrix(entries.length, rows.padded());
        this.logarithms = new TiledMatrix(logarithmEntries.length, rows.padded());
        fill();
        this.steps = enumeration.steps() + enumeration.blocks().count() + entries.length + 2L * logarithmEntries.length;
    }

    /**
     * Builds a library of at most {@code limit} entries with at most {@code maxSize} nodes each.
     *
     * @param view the coordinates of the library
     * @param rows the rows of the sample that are used
     * @param random decides which expressions stay if there are too many
     */
    public static Library of(
            Sample sample,
            CoordinateView view,
            int[] rows,
            OperatorSet operators,
            int limit,
            int maxSize,
            LongSupplier random) {
        LibraryRows chosen = LibraryRows.of(sample, view, rows);
        Grammar grammar = Grammar.of(operators);
        OperatorVocabulary vocabulary = new OperatorVocabulary(operators);
        BottomUpEnumeration enumeration =
                new BottomUpEnumeration(chosen, view, grammar, vocabulary, limit, maxSize, random);
        enumeration.run();
        return new Library(view, chosen, grammar, vocabulary, enumeration);
    }

    private void fill() {
        Signature signature = new Signature(rows.count());
        for (int entry = 0; entry < entries.length; entry++) {
            double[] values = blocks().values(entries[entry]);
            if (signature.standardise(values)) {
                matrix.set(entry, values, signature.mean(), signature.deviation(), rows.count());
            }
        }
        double[] logarithm = new double[rows.padded()];
        for (int entry = 0; entry < logarithmEntries.length; entry++) {
            Columns.apply(Opcode.ABS, blocks().values(logarithmEntries[entry]), logarithm, rows.padded());
            Columns.apply(Opcode.LOG, logarithm, logarithm, rows.padded());
            if (signature.standardise(logarithm)) {
                logarithms.set(entry, logarithm, signature.mean(), signature.deviation(), rows.count());
            }
        }
    }

    /** Returns the number of entries. */
    public int size() {
        return entries.length;
    }

    /** Returns the cost of building the library, in nodes × rows. */
    public long nodeRows() {
        return steps * rows.padded();
    }

    public CoordinateView view() {
        return view;
    }

    public LibraryRows rows() {
        return rows;
    }

    public Grammar grammar() {
        return grammar;
    }

    public OperatorVocabulary vocabulary() {
        return vocabulary;
    }

    /** Appends a block to a tree. Returns false if it does not fit. */
    public boolean append(Tree tree, int block) {
        return blocks().append(tree, block, view, vocabulary);
    }

    public BlockTable blocks() {
        return enumeration.blocks();
    }

    /** Returns the first block of a cost. Blocks are in the order of their costs. */
    public int firstOfCost(int cost) {
        return enumeration.firstOfCost(cost);
    }

    /** Returns the block of an entry. */
    public int block(int entry) {
        return entries[entry];
    }

    public TiledMatrix matrix() {
        return matrix;
    }

    /** Returns the logarithms of the absolute values of the entries of the second kind. */
    public TiledMatrix logarithms() {
        return logarithms;
    }

    /** Returns the block of an entry of the second kind. */
    public int logarithmBlock(int entry) {
        return logarithmEntries[entry];
    }
}
