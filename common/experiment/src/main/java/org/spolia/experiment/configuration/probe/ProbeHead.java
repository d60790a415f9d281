package org.spolia.experiment.configuration.probe;

/** A head that predicts a target from embeddings. */
public enum ProbeHead {
    /** Linear regression with a penalty on squared weights. */
    RIDGE,
    /** The mean of the nearest vectors, or their most frequent class, weighted by the inverse of their distance. */
    KNN,
    /** Multinomial logistic regression with a penalty on squared weights. */
    LOGISTIC,
    /** Nothing is learned: a vector is a query for the ones that are most alike by their cosine. */
    RETRIEVAL,
    /** A perceptron with one hidden layer, trained by gradients. */
    MLP,
    /** A query that learns what to take from the places of an encoder, trained by gradients. */
    ATTENTIVE;

    /** Whether it learns by gradients, as 'fine-tuning' says. */
    public boolean learnsByGradients() {
        return this == MLP || this == ATTENTIVE;
    }
}
