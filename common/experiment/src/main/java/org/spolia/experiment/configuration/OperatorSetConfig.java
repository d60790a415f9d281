package org.spolia.experiment.configuration;

/** One entry of the operator sets of an experiment: a list, or a file of lists. */
public sealed interface OperatorSetConfig permits ListedOperators, OperatorSetFile {}
