package org.spolia.experiment.feature;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.FeatureQuantity;
import org.spolia.field.Differentiation;

/** The quantities of a problem, resolved for a table of simulations: their columns, and how they are computed. */
public final class FeatureTerms implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Term target;
    private final List<Term> variables;

    private FeatureTerms(Term target, List<Term> variables) {
        this.target = target;
        this.variables = List.copyOf(variables);
    }

    /**
     * Resolves the quantities.
     *
     * @param fields columns with an array of values
     * @param parameters columns with one number for each trajectory
     * @param axes the axes of the frames, without time
     * @throws ExperimentException if a name is none of them, or the order of a derivative is too high
     */
    public static FeatureTerms resolve(
            FeatureProblem problem, Set<String> fields, Set<String> parameters, List<String> axes) {
        List<String> all =
                Stream.concat(Stream.of(Trajectory.TIME), axes.stream()).toList();
        Resolution resolution = new Resolution(problem, fields, parameters, all);
        Term target = resolution.term(problem.target(), "target");
        List<Term> variables = IntStream.range(0, problem.variables().size())
                .mapToObj(i -> resolution.term(problem.variables().get(i), "variables[" + i + "]"))
                .toList();
        return new FeatureTerms(target, variables);
    }

    Term target() {
        return target;
    }

    List<Term> variables() {
        return variables;
    }

    /** The fields that are needed. */
    public List<String> fields() {
        return all().flatMap(term -> term.fields().stream()).distinct().sorted().toList();
    }

    /** The parameters that are needed. */
    public List<String> parameters() {
        return all().flatMap(term -> term.names().stream())
                .filter(name -> name.startsWith(Resolution.PARAMETER))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Term> all() {
        return Stream.concat(Stream.of(target), variables.stream());
    }

    /** The names of one table. */
    private record Resolution(FeatureProblem problem, Set<String> fields, Set<String> parameters, List<String> axes) {
        static final String PARAMETER = "parameter_";

        Term term(FeatureQuantity quantity, String key) {
            String formula = quantity.of();
            String by = quantity.by();
            int end = formula.lastIndexOf('_');
            if (by.isEmpty() && !isKnown(formula) && end > 0 && fields.contains(formula.substring(0, end))) {
                by = formula.substring(end + 1);
                formula = formula.substring(0, end);
            }
            List<String> names = new FeatureQuantity(quantity.name(), formula, "", "", "").names();
            names.stream().filter(name -> !isKnown(name)).findFirst().ifPresent(name -> {
                throw mistake(
                        key + ".of",
                        "'" + name + "' is not a column of " + problem.source() + "; "
                                + Suggestion.instead(name, known()));
            });
            List<List<Integer>> orders = new ArrayList<>();
            for (String part : by.split("\\+", -1)) {
                orders.add(orders(part, key));
            }
            Term term = new Term(
                    formula, names, names.stream().filter(fields::contains).toList(), orders);
            requireOrder(term, key);
            return term;
        }

        private boolean isKnown(String name) {
            return fields.contains(name) || parameters.contains(name) || axes.contains(name);
        }

        private Set<String> known() {
            Set<String> known = new LinkedHashSet<>(fields);
            known.addAll(parameters);
            known.addAll(axes);
            return known;
        }

        /** Returns the order along each axis. Longer names are matched first, because theta contains t. */
        private List<Integer> orders(String by, String key) {
            Integer[] orders = new Integer[axes.size()];
            Arrays.fill(orders, 0);
            List<String> longest = new ArrayList<>(axes);
            longest.sort(Collections.reverseOrder(Comparator.comparingInt(String::length)));
            String rest = by;
            while (!rest.isEmpty()) {
                String left = rest;
                String axis = longest.stream()
                        .filter(left::startsWith)
                        .findFirst()
                        .orElseThrow(() -> mistake(
                                key + ".by",
                                "'" + by + "' is not allowed; must be of the axes " + String.join(", ", axes)));
                orders[axes.indexOf(axis)]++;
                rest = rest.substring(axis.length());
            }
            return List.of(orders);
        }

        private void requireOrder(Term term, String key) {
            boolean weak = problem.weak().isUsed();
            int most = weak ? problem.weak().power() - 1 : Differentiation.HIGHEST_ORDER;
            if (term.highestOrder() > most) {
                throw mistake(
                        key + ".by",
                        "a derivative of order " + term.highestOrder() + " is not allowed; must be <= " + most
                                + (weak ? ", or raise weak.power" : ""));
            }
        }

        private ExperimentException mistake(String key, String text) {
            return new ExperimentException("Problem '" + problem.id() + "': " + key + ": " + text);
        }
    }
}
