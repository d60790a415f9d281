package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

/** An evaluator that has seen its largest tree and its largest sample, and has been compiled, allocates nothing. */
class AllocationTest {
    private static final int CALLS = 100;
    private static final int PATIENCE = 2000;

    @Test
    void aLossInDoublePrecisionAllocatesNothing() {
        assertThat(fewestBytes(new Evaluator())).isZero();
    }

    /** The fewest bytes that a round of calls allocated. */
    private static long fewestBytes(Evaluator evaluator) {
        assumeThat(System.getProperty("java.vm.info")).startsWith("mixed mode").doesNotContain("emulated");
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[2][1000];
        for (int row = 0; row < 1000; row++) {
            columns[0][row] = 1 + random.nextDouble();
            columns[1][row] = 1 + random.nextDouble();
        }
        Sample sample = Sample.of(columns, columns[0]);
        List<Tree> trees =
                List.of(tree("sin(x*y) + exp(x)/(y + 2)"), tree("x^1.5 - tanh(log(y))*cos(asin(x - 1)) + sqrt(y)"));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < PATIENCE && fewest > 0; round++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < CALLS; call++) {
                evaluator.scaledResidualSquares(trees.get(call & 1), sample);
                evaluator.residualSquares(trees.get(call & 1), sample);
            }
            fewest = Math.min(fewest, thread.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest;
    }

    private static Tree tree(String formula) {
        return Expression.parse(formula, List.of("x", "y")).toTree();
    }
}
