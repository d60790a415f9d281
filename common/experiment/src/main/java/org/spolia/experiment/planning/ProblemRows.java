package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.VariableChoice;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.experiment.problem.MeasuredProblem;
import org.spolia.experiment.problem.Problem;
import org.spolia.experiment.problem.VectorProblem;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.symbolic.expression.Expression;

/** Problems as rows; empty parts of the catalogue are null. */
final class ProblemRows {
    private ProblemRows() {}

    static ProblemRow of(Problem problem, String problemId) {
        Expression law = problem.law().orElse(null);
        List<@Nullable String> units = new ArrayList<>();
        problem.variableUnits().forEach(unit -> units.add(unlessEmpty(unit)));
        return new ProblemRow(
                problemId,
                problem.id(),
                problem.field(),
                unlessEmpty(problem.description()),
                problem instanceof FormulaProblem ? "formula" : "data",
                law == null ? null : law.infix(problem.variableNames()),
                law == null ? null : Integer.valueOf(law.size()),
                law == null ? null : Map.copyOf(law.operatorCounts()),
                problem.targetName(),
                unlessEmpty(problem.targetUnit()),
                problem.variableNames(),
                units,
                ProblemRow.ALL,
                problem instanceof MeasuredProblem measured ? unlessEmpty(measured.difficulty()) : null,
                unlessEmpty(problem.citation()),
                problem instanceof VectorProblem vectors ? vectors.probe() : null,
                problem instanceof VectorProblem vectors ? vectors.vectors() : null);
    }

    /**
     * Returns a problem with some of its variables. Another method of choice is another arm, even if it chose the same
     * variables.
     */
    static ProblemRow withVariables(ProblemRow problem, VariableChoice choice, List<String> variables) {
        String chosen = choice == VariableChoice.LEARNED ? ProblemRow.LEARNED : ProblemRow.RANDOM;
        List<@Nullable String> units = new ArrayList<>();
        variables.forEach(variable ->
                units.add(problem.variableUnits().get(problem.variables().indexOf(variable))));
        return new ProblemRow(
                ContentHash.of("chosen variables")
                        .add(problem.problemId())
                        .add(chosen)
                        .add(variables)
                        .hex(),
                problem.name(),
                problem.field(),
                problem.description(),
                problem.kind(),
                problem.formula(),
                problem.formulaSize(),
                problem.formulaOperators(),
                problem.target(),
                problem.targetUnit(),
                variables,
                units,
                chosen,
                problem.difficulty(),
                problem.citation(),
                problem.probe(),
                problem.encoder());
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
