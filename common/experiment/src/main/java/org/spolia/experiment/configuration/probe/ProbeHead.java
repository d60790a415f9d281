package org.spolia.experiment.configuration.probe;

/** A head that predicts a target from embeddings. */
public enum ProbeHead {
    /** Linear regression with an L2 penalty. */
    RIDGE,
    /** The mean of the nearest vectors, or their most frequent class, weighted by the inverse of their distance. */
    KNN,
    /** Multinomial logistic regression with an L2 penalty. */
    LOGISTIC,
    /** Without training: an embedding is a query for those with the largest cosine similarity. */
    RETRIEVAL,
    /** A perceptron with one hidden layer, trained by gradients. */
    MLP,
    /** Attention pooling over the positions of an encoder by a trained query. */
    ATTENTIVE;

    /** Returns whether it is trained by gradient descent, with the settings of 'fine-tuning'. */
    public boolean learnsByGradients() {
        return this == MLP || this == ATTENTIVE;
    }
}
