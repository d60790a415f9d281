package org.spolia.experiment.prior;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.concept.UsedVariables;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.CounterRandom;
import org.spolia.experiment.row.ProblemRow;

/**
 * The variables of a problem that laws of others use, and their control. Variables of two problems are the same if
 * their names are.
 */
public final class TaughtVariables {
    private final String teachers;
    private final Set<String> used;

    private TaughtVariables(String teachers, Set<String> used) {
        this.teachers = teachers;
        this.used = used;
    }

    /**
     * Reads what some problems teach.
     *
     * @param teachers these problems
     * @param laws the laws of their trials, of any quality
     */
    public static TaughtVariables of(Collection<ProblemRow> teachers, List<DiscoveredLaw> laws) {
        String names = teachers.stream().map(ProblemRow::name).collect(Collectors.joining(", "));
        return new TaughtVariables(names, UsedVariables.of(teachers, laws));
    }

    /**
     * Returns the variables of a problem that the laws use, in its order.
     *
     * @throws ExperimentException if there are none
     */
    public List<String> learned(ProblemRow problem) {
        List<String> learned = where(problem, used::contains);
        if (learned.isEmpty()) {
            throw new ExperimentException("The laws of " + teachers + " use no variable of problem '" + problem.name()
                    + "' (" + String.join(", ", problem.variables()) + ")"
                    + (used.isEmpty() ? "" : ", only " + String.join(", ", used))
                    + "; give equal variables the same name, or name other problems in 'learned-variables.from'");
        }
        return learned;
    }

    /**
     * Returns the same number of other variables, or all of them if there are fewer, in the order of the problem.
     *
     * @param seed the seed of the search, which with the name of the problem determines the draw
     * @throws ExperimentException if there are no others
     */
    public List<String> random(ProblemRow problem, long seed) {
        List<String> others = new ArrayList<>(where(problem, variable -> !used.contains(variable)));
        if (others.isEmpty()) {
            throw new ExperimentException("The laws of " + teachers + " use all variables of problem '" + problem.name()
                    + "', so none is left to draw; give it more, or leave 'random' out of 'learned-variables.choices'");
        }
        CounterRandom random = CounterRandom.of(
                ContentHash.of("control of variables").add(problem.name()).add(seed));
        List<String> drawn = new ArrayList<>();
        int count = Math.min(learned(problem).size(), others.size());
        while (drawn.size() < count) {
            drawn.add(others.remove((int) (random.uniform(drawn.size()) * others.size())));
        }
        return where(problem, drawn::contains);
    }

    private static List<String> where(ProblemRow problem, Predicate<String> condition) {
        return problem.variables().stream().filter(condition).toList();
    }
}
