package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.network.Architecture;

/**
 * How an encoder learns from samples on grids.
 *
 * @param architecture of the network
 * @param objective what it learns to foretell
 * @param learning how it learns that
 */
public record PretrainingSettings(Architecture architecture, Objective objective, LearningSettings learning)
        implements Serializable {}
