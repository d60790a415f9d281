package org.spolia.experiment.row;

import java.util.List;

/** A set of operators that trials may use; the operators are in the fixed order of the engine. */
public record OperatorSetRow(String operatorSetId, String name, List<String> operators) {}
