package org.spolia.experiment.row;

/** That an experiment asks for a trial; experiments share trials. */
public record ExperimentTrial(String experimentId, String trialId) {}
