package org.spolia.experiment.problem;

import org.spolia.experiment.data.Dataset;

/** The source of the rows of a problem: a formula, or rows in memory. */
public sealed interface ProblemData permits FormulaData, MeasuredData, FeatureData, VectorData {
    /** The SHA-256 of everything that determines the data, except row counts, seeds and noise. */
    String problemId();

    /**
     * Sets to 0 every part of the request that does not change the data set, so that equal data have equal requests:
     * measurements have no noise, and no seed if every row trains.
     */
    DataRequest effective(DataRequest request);

    /** The memory of the rows of a request, known before they are made. */
    long bytes(DataRequest request);

    /**
     * Returns the rows of a request. Equal requests give equal bits on every machine.
     *
     * @throws org.spolia.symbolic.key.InvalidValueException if the problem has no data that a search can use
     */
    Dataset dataset(DataRequest request);
}
