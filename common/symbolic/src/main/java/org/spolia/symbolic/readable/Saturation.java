package org.spolia.symbolic.readable;

import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;

/** Applies all rules to all nodes until nothing is new or the graph is full. */
final class Saturation {
    private static final int MOST_ROUNDS = 6;

    private final Graph graph;
    private final Arithmetic arithmetic;
    private final List<Rules> rules;
    private final Definitions definitions;

    private Saturation(Probe probe, NumberNames names, double negligible, Definitions definitions) {
        this.definitions = definitions;
        graph = new Graph(probe, names);
        arithmetic = new Arithmetic(graph, probe);
        rules = List.of(
                new SumRules(graph, arithmetic, negligible),
                new ProductRules(graph, arithmetic),
                new ExponentialRules(graph, arithmetic),
                new FunctionRules(graph, arithmetic),
                new CommonFactors(graph, arithmetic),
                new SumFactors(graph, arithmetic));
    }

    /** Returns the cheapest expression that the rules find for this one. */
    static Optional<Expression> of(Expression expression, Probe probe, NumberNames names, double negligible) {
        Definitions definitions = expression.toTree().definitions();
        Saturation saturation = new Saturation(probe, names, negligible, definitions);
        int root = expression.fold(saturation.new Adding());
        return root == Arithmetic.NONE ? Optional.empty() : saturation.cheapest(root);
    }

    private Optional<Expression> cheapest(int root) {
        int before = -1;
        for (int round = 0; round < MOST_ROUNDS && !graph.isFull() && graph.nodeCount() != before; round++) {
            before = graph.nodeCount();
            for (int index = 0; index < before && !graph.isFull(); index++) {
                Node node = graph.node(index);
                for (Rules rule : rules) {
                    rule.apply(node, graph.owner(index));
                }
            }
            graph.repair(arithmetic);
        }
        return Writer.write(graph, root, definitions);
    }

    /** Adds an expression to the graph. */
    private final class Adding implements ExpressionFold<Integer> {
        @Override
        public Integer constant(double value) {
            return arithmetic.number(value);
        }

        @Override
        public Integer variable(int index) {
            return graph.add(Node.leaf(Opcode.VARIABLE, index));
        }

        @Override
        public Integer parameter(int index) {
            return Arithmetic.NONE;
        }

        @Override
        public Integer unary(int opcode, Integer operand) {
            return arithmetic.call(opcode, operand);
        }

        @Override
        public Integer binary(int opcode, Integer left, Integer right) {
            return arithmetic.call(opcode, left, right);
        }

        @Override
        public Integer defined(Definition definition, List<Integer> operands) {
            int opcode = definitions.operator(definition.name()).orElseThrow().opcode();
            return arithmetic.call(
                    opcode, operands.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
