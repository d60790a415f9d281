package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.statistics.MultipleTests;
import org.spolia.statistics.SignFlip;

/**
 * Finds comparisons of an experiment whose tests can never be significant, whatever its trials find: with n problems,
 * no sign-flip test has a p below 2/2^n.
 */
public final class TooFewProblems {
    /** The probability of a false difference between lists that a reader accepts. */
    private static final double LEVEL = 0.05;

    /** The share of false discoveries among the effects of operators that a reader accepts. */
    private static final double FALSE_DISCOVERY_RATE = 0.1;

    private TooFewProblems() {}

    /** Returns a line for each such comparison, with the number of problems that it needs. */
    public static List<String> warnings(ExperimentConfig config) {
        int problems = config.problems().size();
        List<String> lines = new ArrayList<>();
        int comparisons = Designs.lists(config.operatorSets(), config.designs()).size() - 1;
        if (comparisons > 0 && comparisons * SignFlip.smallest(problems) > LEVEL) {
            lines.add(problems(problems) + " cannot show a difference between operator sets: "
                    + least(problems, comparisons) + needs("problems", LEVEL, comparisons));
        }
        for (OperatorDesign design : config.designs()) {
            if (SignFlip.smallest(problems) > FALSE_DISCOVERY_RATE) {
                lines.add(problems(problems) + " cannot show an effect in design '" + design.name() + "': "
                        + least(problems, 1) + needs("problems", FALSE_DISCOVERY_RATE, 1));
                continue;
            }
            List<String> fields = smallFields(config);
            if (!fields.isEmpty()) {
                lines.add("design '" + design.name() + "' can show effects over all fields, but none in "
                        + String.join(", ", fields) + needs("problems in each field", FALSE_DISCOVERY_RATE, 1));
            }
        }
        return lines;
    }

    /** Returns the fields whose cells stay unmarked even if all tests of all fields give the least possible p. */
    private static List<String> smallFields(ExperimentConfig config) {
        Map<String, Integer> counts = new TreeMap<>();
        for (CataloguedProblem problem : config.problems()) {
            counts.merge(problem.problem().field(), 1, Integer::sum);
        }
        double[] adjusted = MultipleTests.benjaminiHochberg(
                counts.values().stream().mapToDouble(SignFlip::smallest).toArray());
        List<String> fields = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, Integer> field : counts.entrySet()) {
            if (adjusted[place++] > FALSE_DISCOVERY_RATE) {
                fields.add(field.getKey() + " (" + problems(field.getValue()) + ")");
            }
        }
        return fields;
    }

    private static String problems(int count) {
        return count + (count == 1 ? " problem" : " problems");
    }

    private static String least(int problems, int comparisons) {
        double least = Math.min(1, comparisons * SignFlip.smallest(problems));
        return "the least "
                + (comparisons > 1 ? "adjusted p of " + comparisons + " sign-flip tests" : "p of a sign-flip test")
                + " is " + text(least);
    }

    private static String needs(String what, double level, int comparisons) {
        OptionalInt needed = SignFlip.needed(level / comparisons);
        return needed.isEmpty() ? "" : "; this needs " + needed.getAsInt() + " " + what + " for " + level + " or less";
    }

    private static String text(double p) {
        return String.format(Locale.ROOT, "%.2g", p);
    }
}
