package org.spolia.experiment.configuration;

/** What foretells a target from vectors. */
public enum ProbeHead {
    /** Linear regression with a penalty on squared weights. */
    RIDGE,
    /** The mean of the nearest vectors, or their most frequent class, weighted by the inverse of their distance. */
    KNN,
    /** Multinomial logistic regression with a penalty on squared weights. */
    LOGISTIC,
    /** Nothing is learned: a vector is a query for the ones that are most alike by their cosine. */
    RETRIEVAL
}
