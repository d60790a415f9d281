package org.spolia.experiment.problem;

import org.spolia.experiment.data.Dataset;

/** What the rows of a problem are made from: a formula, or rows in memory. */
public sealed interface ProblemData permits FormulaData, MeasuredData, FeatureData, VectorData {
    /** sha256 of everything that determines the data but row counts, seeds and noise. */
    String problemId();

    /**
     * The request with every part that does not change the data set to 0, so that equal data have equal requests: measurements take no
     * noise, and no seed where every row trains.
     */
    DataRequest effective(DataRequest request);

    /** The memory that the rows of a request take, known before they are made. */
    long bytes(DataRequest request);

    /**
     * The rows of a request; equal requests give equal bits on every machine.
     *
     * @throws org.spolia.symbolic.key.InvalidValueException if the problem does not give data that can be learned from
     */
    Dataset dataset(DataRequest request);
}
