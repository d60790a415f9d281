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
 * The variables that laws use. Each problem counts with the law that has the shortest description of its training rows,
 * as for concepts. So a variable that only corrects rounding errors does not count.
 */
public final class UsedVariables {
    private UsedVariables() {}

    /**
     * Returns the names of the variables.
     *
     * @param problems the problems of the laws
     * @param laws the laws of trials of these problems, of any quality
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
