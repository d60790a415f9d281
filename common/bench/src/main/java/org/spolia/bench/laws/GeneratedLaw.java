package org.spolia.bench.laws;

import java.util.List;
import org.spolia.experiment.problem.FormulaProblem;

/**
 * A law as a function of a seed and a number.
 *
 * @param problem the formula, with units and ranges; its field is the label of the class
 * @param structure the class
 * @param nodes the nodes of the formula after its constants are computed
 * @param constantUnits the units of the numbers of the formula, from left to right
 */
public record GeneratedLaw(FormulaProblem problem, StructureClass structure, int nodes, List<String> constantUnits) {
    public GeneratedLaw {
        constantUnits = List.copyOf(constantUnits);
    }
}
