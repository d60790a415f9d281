package org.spolia.experiment.row;

/** The membership of a trial in an experiment; experiments share trials. */
public record ExperimentTrial(String experimentId, String trialId) {}
