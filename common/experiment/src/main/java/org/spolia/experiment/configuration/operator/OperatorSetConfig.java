package org.spolia.experiment.configuration.operator;

/**
 * One entry of the operator sets of an experiment: a list, a file of lists, a design that makes them, or a list with
 * concepts.
 */
public sealed interface OperatorSetConfig permits ListedOperators, OperatorSetFile, OperatorDesign, LearnedOperators {}
