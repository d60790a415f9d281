package org.spolia.experiment.data;

import java.util.List;

/** Numbers in named columns, wherever they lie. */
public interface NumericTable {
    /** What errors call it: a file, or where else the rows come from. */
    String place();

    /** The names of the columns in their order. */
    List<String> columns();

    /**
     * The numbers of these columns, column by column, rows in the same order in each; every number is finite.
     *
     * @throws org.spolia.experiment.ExperimentException if there is no such column, or a value is missing or no finite number
     */
    double[][] read(List<String> names);

    /**
     * The texts of a column, rows in the same order; none is blank.
     *
     * @throws org.spolia.experiment.ExperimentException if there is no such column, or it has no texts in this order
     */
    List<String> texts(String name);

    /** Those of the columns that hold no numbers, in their order; what is wrong in single cells is not asked here. */
    default List<TextColumn> textColumns(List<String> names) {
        return List.of();
    }
}
