package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.evaluation.Sample;

/** The rows of a block that all candidates see one after the other while they lie in the caches. */
final class Tile {
    static final int ROWS = Sample.BLOCK;

    /** Rows {@code from} to {@code to} of the tile, which belong to one group and fold. */
    record Range(CellSums cell, int from, int to) {}

    /** The variables, then the parameters of groups. */
    final double[][] columns;

    final double[][] parameters;
    final double[] target = new double[ROWS];
    final double[] weights = new double[ROWS];
    private final GenerationSums sums;
    private final int variables;
    private final BitSet leftOut;
    private final List<Range> ranges = new ArrayList<>();
    private RowBlock block = RowBlock.of(new double[0][], new double[0]);
    private int rows;

    /** Creates a tile for the variables of a generation and for some parameters of groups. */
    Tile(GenerationSums sums, Generation generation, int parameters) {
        this.sums = sums;
        this.variables = generation.variables();
        this.leftOut = generation.leftOut();
        this.columns = new double[variables + parameters][ROWS];
        this.parameters = Arrays.copyOfRange(columns, variables, columns.length);
        Arrays.fill(weights, 1);
    }

    /** Loads the rows of a block from {@code from} on. */
    void load(RowBlock source, int from) {
        if (source.variables() < variables) {
            throw new IllegalArgumentException("A block has " + source.variables()
                    + " variables, and the candidates of the generation use " + variables);
        }
        block = source;
        rows = Math.min(ROWS, block.rows() - from);
        for (int variable = 0; variable < variables; variable++) {
            block.copyColumn(variable, from, rows, padded(), columns[variable]);
        }
        block.copyTarget(from, rows, padded(), target);
        if (block.isWeighted()) {
            block.copyWeights(from, rows, padded(), weights);
        } else {
            Arrays.fill(weights, 1);
        }
        ranges.clear();
        for (int row = 0; row < rows; ) {
            int end = block.endOfCell(from + row, from + rows) - from;
            int group = block.group(from + row);
            if (!leftOut.get(group)) {
                ranges.add(new Range(sums.cell(group, block.fold(from + row)), row, end));
            }
            row = end;
        }
    }

    /** Writes the parameters of each row's group to columns from {@code first} on. */
    void spread(double[][] ofGroups, int first) {
        for (Range range : ranges) {
            int group = range.cell().group();
            if (group >= ofGroups.length) {
                throw new IllegalArgumentException(
                        "A row is of group " + group + ", and there are parameters for " + ofGroups.length + " groups");
            }
            for (int i = 0; i < ofGroups[group].length; i++) {
                int end = range.to() == rows ? padded() : range.to();
                Arrays.fill(parameters[first + i], range.from(), end, ofGroups[group][i]);
            }
        }
    }

    /** Without the rows of groups that are left out. */
    List<Range> ranges() {
        return ranges;
    }

    boolean isWeighted() {
        return block.isWeighted();
    }

    int rows() {
        return rows;
    }

    /** The rows and copies of the last one, for loops over whole vectors. */
    int padded() {
        return Columns.padded(rows);
    }
}
