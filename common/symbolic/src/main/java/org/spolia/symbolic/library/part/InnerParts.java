package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/** The arguments of outer functions by family: functions of one argument, and weighted sums of two coordinates. */
final class InnerParts {
    private static final int ARGUMENTS = 12;
    private static final int SUMMANDS = 5;
    private static final double EXPONENT = 0.5;
    private static final double LARGEST_RATIO = 40;
    private static final double RATIO_STEP = 1.35;
    private static final List<PartFunction> FUNCTIONS = List.of(
            PartFunction.EXPONENTIAL,
            PartFunction.SINE,
            PartFunction.COSINE,
            PartFunction.TANH,
            PartFunction.LOGARITHM,
            PartFunction.SHIFTED);

    private final List<Argument> arguments;
    private final List<Argument> summands;
    private final OperatorVocabulary vocabulary;
    private final List<int[]> sums = new ArrayList<>();

    InnerParts(List<Argument> arguments, OperatorVocabulary vocabulary) {
        this.arguments = arguments.subList(0, Math.min(ARGUMENTS, arguments.size()));
        this.vocabulary = vocabulary;
        this.summands = arguments.stream()
                .filter(argument -> argument.grid() == Grid.SINGLE)
                .limit(SUMMANDS)
                .toList();
        for (int first = 0; first < summands.size(); first++) {
            for (int second = first + 1; second < summands.size(); second++) {
                sums.add(new int[] {first, second});
            }
        }
    }

    int families() {
        return arguments.size() * FUNCTIONS.size() + sums.size();
    }

    /** The members of a family; empty if the operators cannot express it. */
    List<Argument> family(int family, ExpressionBuilder builder) {
        if (family < sums.size()) {
            return sums(summands.get(sums.get(family)[0]), summands.get(sums.get(family)[1]), builder);
        }
        int number = family - sums.size();
        PartFunction function = FUNCTIONS.get(number % FUNCTIONS.size());
        return function.isExpressible(vocabulary)
                ? functions(arguments.get(number / FUNCTIONS.size()), function, builder)
                : List.of();
    }

    private List<Argument> functions(Argument argument, PartFunction function, ExpressionBuilder builder) {
        List<Argument> members = new ArrayList<>();
        for (double[] constants : function.grid(argument.with(Grid.INNER))) {
            if (function == PartFunction.SHIFTED && constants[1] != EXPONENT) {
                continue;
            }
            double[] values = new double[argument.values().length];
            function.values(argument.values(), constants[0], constants[1], values);
            double factor = function.factor(argument, constants[0]);
            for (int row = 0; row < values.length; row++) {
                values[row] *= factor;
            }
            Tree tree = ExpressionBuilder.newTree().copyFrom(argument.tree());
            if (function.write(tree, constants[0], constants[1], builder, vocabulary)) {
                add(members, tree, values);
            }
        }
        return members;
    }

    /** {@code first + ratio second}, where the ratio is measured by the ranges. */
    private static List<Argument> sums(Argument first, Argument second, ExpressionBuilder builder) {
        List<Argument> members = new ArrayList<>();
        for (double size = 1 / LARGEST_RATIO; size < LARGEST_RATIO; size *= RATIO_STEP) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                double ratio = sign * size * first.range() / second.range();
                double[] values = new double[first.values().length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = first.values()[row] + ratio * second.values()[row];
                }
                Tree tree = ExpressionBuilder.newTree().copyFrom(first.tree());
                if (builder.addTerm(tree, ExpressionBuilder.newTree().copyFrom(second.tree()), ratio)) {
                    add(members, tree, values);
                }
            }
        }
        return members;
    }

    private static void add(List<Argument> members, Tree tree, double[] values) {
        Argument argument = Argument.of(tree, values, Grid.OUTER);
        if (argument.isSound()) {
            members.add(argument);
        }
    }
}
