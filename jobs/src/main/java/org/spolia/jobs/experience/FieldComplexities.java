package org.spolia.jobs.experience;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.CostSource;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.prior.OperatorPriors;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.search.options.OperatorComplexity;

/**
 * Complexities of operators in a field, learned from the utilities that an experiment of a warehouse estimated there.
 */
public final class FieldComplexities {
    private FieldComplexities() {}

    /**
     * Returns the complexity of each operator, which is lower for an operator that helped with the field's problems.
     *
     * @param experiment its name or id; if empty, the only experiment with utilities
     * @param design the design of that experiment; empty if it has only one
     * @throws ExperimentException if there is no such experiment, design or field
     */
    public static Map<String, Double> of(
            Warehouse warehouse, Optional<String> experiment, String design, String field, List<String> operators) {
        PastExperiments past = new PastExperiments(warehouse);
        String from = experiment.orElseGet(() -> only(past.withUtilities()));
        ComplexityPrior prior = new ComplexityPrior(CostSource.UTILITY, from, design, LeftOut.PROBLEM, field);
        List<ProblemRow> problems = warehouse.read(Table.PROBLEMS).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, ProblemRow.class))
                .toList();
        return new OperatorPriors(List.of(prior), problems, past)
                .complexities(prior, operators).stream()
                        .collect(Collectors.toMap(
                                OperatorComplexity::operator,
                                OperatorComplexity::complexity,
                                (first, second) -> first,
                                TreeMap::new));
    }

    private static String only(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        throw new ExperimentException(
                names.isEmpty()
                        ? "No experiment of the warehouse has utilities; run one with a design of operator sets, such as"
                                + " configs/quickstart.yaml"
                        : "Several experiments have utilities; name the one to learn from: "
                                + String.join(" or ", names));
    }
}
