package org.spolia.experiment.concept;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.symbolic.expression.Expression;

/**
 * Selects for each problem the law with the shortest description of its training rows: residuals and nodes, as a search
 * selects among its own models. Errors below a millionth of the standard deviation of the target are rounding errors
 * and justify no nodes.
 */
final class BestLaws {
    private static final double LEAST_NMSE = 1e-12;
    private static final double NATS_PER_NODE = StrictMath.log(15);

    private BestLaws() {}

    /** Returns the laws by the name of their problem. */
    static SortedMap<String, Expression> of(List<ProblemRow> problems, List<DiscoveredLaw> laws) {
        Map<String, ProblemRow> byId =
                problems.stream().collect(Collectors.toMap(ProblemRow::problemId, Function.identity()));
        Map<String, Described> best = new HashMap<>();
        for (DiscoveredLaw law : laws) {
            ProblemRow problem = byId.get(law.problemId());
            if (problem != null) {
                Expression expression = Expression.parse(law.expression(), problem.variables());
                best.merge(problem.name(), Described.of(law, expression), Described::shorter);
            }
        }
        SortedMap<String, Expression> expressions = new TreeMap<>();
        best.forEach((name, described) -> expressions.put(name, described.expression));
        return expressions;
    }

    private record Described(double nats, String trialId, Expression expression) {
        static Described of(DiscoveredLaw law, Expression expression) {
            double residuals = 0.5 * law.rows() * StrictMath.log(Math.max(law.nmse(), LEAST_NMSE));
            return new Described(residuals + NATS_PER_NODE * expression.size(), law.trialId(), expression);
        }

        /** Of equal laws, the one with the first id is taken, so that the order of rows does not matter. */
        Described shorter(Described other) {
            if (nats != other.nats) {
                return nats < other.nats ? this : other;
            }
            return trialId.compareTo(other.trialId) < 0 ? this : other;
        }
    }
}
