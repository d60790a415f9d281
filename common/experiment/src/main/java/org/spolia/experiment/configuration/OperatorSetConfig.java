package org.spolia.experiment.configuration;

/** One entry of the operator sets of an experiment: a list, a file of lists, or a design that makes them. */
public sealed interface OperatorSetConfig permits ListedOperators, OperatorSetFile, OperatorDesign {}
