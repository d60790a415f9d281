package org.spolia.experiment.prior;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;

/** The utilities of operators in one design of an earlier experiment. */
record LearnedUtilities(List<OperatorUtility> rows) {

    /**
     * Returns the rows that a prior learns from.
     *
     * @throws ExperimentException if the experiment has no such design, or several and none is named
     */
    static LearnedUtilities of(ComplexityPrior prior, Experience experience) {
        List<OperatorUtility> rows = experience.utilities(prior.from());
        List<String> designs =
                rows.stream().map(OperatorUtility::design).distinct().sorted().toList();
        if (prior.design().isEmpty() ? designs.size() != 1 : !designs.contains(prior.design())) {
            throw new ExperimentException("Experiment '" + prior.from() + "' has the designs "
                    + String.join(", ", designs) + "; name one of them as 'design' where 'complexity' learns from it");
        }
        return new LearnedUtilities(rows.stream()
                .filter(row -> row.factor() != null)
                .filter(row -> prior.design().isEmpty() || row.design().equals(prior.design()))
                .toList());
    }

    /**
     * Returns the utility of each operator elsewhere: on other problems, in other fields, or in the field that the
     * prior names. Operators without a known utility are left out.
     */
    Map<String, Double> forProblem(ComplexityPrior prior, ProblemRow problem) {
        String field = prior.field().isEmpty() ? problem.field() : prior.field();
        if (!field.equals(problem.field())) {
            return forField(field);
        }
        List<OperatorUtility> ofField = at(OperatorUtility.FIELD, row -> field.equals(row.field()));
        if (ofField.isEmpty()) {
            return utilities(at(OperatorUtility.ALL, row -> true));
        }
        if (prior.leaveOut() == LeftOut.FIELD) {
            return utilitiesWithout(ofField);
        }
        List<OperatorUtility> own =
                at(OperatorUtility.PROBLEM, row -> problem.problemId().equals(row.problemId()));
        return own.isEmpty() ? utilities(ofField) : utilitiesWithout(own);
    }

    /** Returns the utility of each operator in a field. */
    Map<String, Double> forField(String field) {
        return utilities(requireSome(at(OperatorUtility.FIELD, row -> field.equals(row.field())), field));
    }

    private List<OperatorUtility> requireSome(List<OperatorUtility> found, String field) {
        if (found.isEmpty()) {
            List<String> fields = at(OperatorUtility.FIELD, row -> true).stream()
                    .map(row -> String.valueOf(row.field()))
                    .distinct()
                    .sorted()
                    .toList();
            throw new ExperimentException(
                    "Field '" + field + "' is in no problem of the experiment that complexities are learned from; "
                            + Suggestion.instead(field, fields));
        }
        return found;
    }

    private List<OperatorUtility> at(String level, Predicate<OperatorUtility> about) {
        return rows.stream()
                .filter(row -> row.level().equals(level) && about.test(row))
                .toList();
    }

    private static Map<String, Double> utilities(List<OperatorUtility> rows) {
        return byOperator(rows, OperatorUtility::utility);
    }

    private static Map<String, Double> utilitiesWithout(List<OperatorUtility> rows) {
        return byOperator(rows, OperatorUtility::utilityWithout);
    }

    private static Map<String, Double> byOperator(
            List<OperatorUtility> rows, Function<OperatorUtility, @Nullable Double> number) {
        Map<String, Double> utilities = new TreeMap<>();
        for (OperatorUtility row : rows) {
            Double utility = number.apply(row);
            if (utility != null) {
                row.operators().forEach(operator -> utilities.put(operator, utility));
            }
        }
        return utilities;
    }

    /** A hash of all utilities. */
    String hash() {
        List<String> lines = rows.stream()
                .map(row -> row.design() + " " + row.level() + " " + row.factor() + " " + row.field() + " "
                        + row.problemId() + " " + row.utility() + " " + row.utilityWithout())
                .sorted()
                .toList();
        return ContentHash.of("utilities").add(lines).hex();
    }
}
