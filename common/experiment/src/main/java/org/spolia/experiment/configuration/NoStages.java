package org.spolia.experiment.configuration;

import java.util.List;

/** The catalogue of a program that runs no stage. */
enum NoStages implements StageCatalogue {
    CATALOGUE;

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void require(ExperimentConfig experiment) {}
}
