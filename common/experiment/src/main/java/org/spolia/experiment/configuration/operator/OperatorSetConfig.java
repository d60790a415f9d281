package org.spolia.experiment.configuration.operator;

/** An entry of the operator sets of an experiment: a list, a file of lists, a design, or a list with concepts. */
public sealed interface OperatorSetConfig permits ListedOperators, OperatorSetFile, OperatorDesign, LearnedOperators {}
