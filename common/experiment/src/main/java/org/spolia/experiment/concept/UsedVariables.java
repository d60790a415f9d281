package org.spolia.experiment.concept;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;

/**
 * The variables that laws use. Each problem counts with the law that describes its training rows most shortly, as for concepts; so a
 * variable that only mends rounding is not used.
 */
public final class UsedVariables {
    private UsedVariables() {}

    /**
     * The names of the variables.
     *
     * @param problems of the laws
     * @param laws that trials of these problems found, however good
     */
    public static SortedSet<String> of(Collection<ProblemRow> problems, List<DiscoveredLaw> laws) {
        SortedSet<String> used = new TreeSet<>();
        for (ProblemRow problem : problems) {
            BestLaws.of(List.of(problem), laws).values().forEach(law -> used.addAll(names(law, problem.variables())));
        }
        return used;
    }

    private static List<String> names(Expression law, List<String> variables) {
        return IntStream.range(0, law.size())
                .filter(node -> law.opcode(node) == Opcode.VARIABLE)
                .mapToObj(node -> variables.get(law.argument(node)))
                .toList();
    }
}
