package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.network.Architecture;

/**
 * Settings of the training of an encoder on samples on grids.
 *
 * @param architecture the network
 * @param objective the part that must be predicted
 * @param learning the settings of the training
 */
public record PretrainingSettings(Architecture architecture, Objective objective, LearningSettings learning)
        implements Serializable {}
