package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.Logarithm;

/**
 * The choice of one model, on training data only: the smallest exact one if there is one, else the one with the least
 * {@code n ln(mean squared error) + nodes ln(n) + 2 k (k + 1) / (n - k - 1)}: Schwarz's criterion (Annals of Statistics 6 (1978) 461)
 * with nodes for parameters, and Hurvich and Tsai's term (Biometrika 76 (1989) 297) against k fitted constants on few rows.
 */
final class Choice {
    private final Sample all;
    private final Precision precision;
    private final Workspace workspace;

    Choice(Sample all, Precision precision, Workspace workspace) {
        this.all = all;
        this.precision = precision;
        this.workspace = workspace;
    }

    SearchResult result(HallOfFame hall, long evaluations, long expressions) {
        List<Candidate> candidates = new ArrayList<>();
        double bestLoss = Double.POSITIVE_INFINITY;
        double bestCriterion = Double.POSITIVE_INFINITY;
        int selected = 0;
        boolean exact = false;
        for (int size = 1; size <= hall.maxSize(); size++) {
            for (int rank = 0; rank < hall.count(size); rank++) {
                Tree tree = hall.tree(size, rank);
                double loss = hall.loss(size, rank);
                boolean pareto = loss < bestLoss;
                if (pareto) {
                    bestLoss = loss;
                    int fitted = fittedConstants(tree);
                    double criterion = criterion(loss, size, fitted);
                    boolean law = fitted + 1 < all.rows() && precision.isExact(tree, loss, workspace.evaluator);
                    if (!exact && (law || criterion < bestCriterion)) {
                        selected = candidates.size();
                        bestCriterion = criterion;
                        exact = law;
                    }
                }
                candidates.add(new Candidate(tree.toExpression(), size, rank + 1, loss, pareto));
            }
        }
        return new SearchResult(candidates, selected, evaluations, expressions);
    }

    private static int fittedConstants(Tree tree) {
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT && Double.isInfinite(DescriptionLength.bits(tree.value(node)))) {
                count++;
            }
        }
        return count;
    }

    private double criterion(double loss, int size, int fitted) {
        int rows = all.rows();
        int freedom = rows - fitted - 1;
        if (freedom <= 0) {
            return Double.MAX_VALUE;
        }
        double floor = 1e-300 + 1e-32 * all.variance();
        return rows * Logarithm.log(Math.max(loss, floor))
                + size * Logarithm.log(rows)
                + 2.0 * fitted * (fitted + 1) / freedom;
    }
}
