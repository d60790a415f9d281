package org.spolia.experiment.data;

import java.util.List;

/** Numbers in named columns, from any source. */
public interface NumericTable {
    /** The source in error messages: a file, or another origin of the rows. */
    String place();

    /** The names of the columns in their order. */
    List<String> columns();

    /**
     * Returns the numbers of these columns, column by column, with rows in the same order in each. Every number is
     * finite.
     *
     * @throws org.spolia.experiment.ExperimentException if a column does not exist, or a value is missing or not finite
     */
    double[][] read(List<String> names);

    /**
     * Returns the texts of a column, with rows in the same order. None is blank.
     *
     * @throws org.spolia.experiment.ExperimentException if the column does not exist, or has no texts in this order
     */
    List<String> texts(String name);

    /** Returns the columns without numbers, in their order. Mistakes in single cells are not checked here. */
    default List<TextColumn> textColumns(List<String> names) {
        return List.of();
    }
}
