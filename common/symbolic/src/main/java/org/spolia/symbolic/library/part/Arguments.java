package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/** The arguments of parts, simplest first: coordinates, their squares, products and quotients of a few of them. */
final class Arguments {
    private static final int MOST = 40;
    private static final int FEW = 4;

    private final CoordinateView view;
    private final double[][] coordinates;
    private final ExpressionBuilder builder;
    private final List<Argument> found = new ArrayList<>();

    private Arguments(CoordinateView view, double[][] coordinates, OperatorVocabulary vocabulary) {
        this.view = view;
        this.coordinates = coordinates;
        this.builder = new ExpressionBuilder(vocabulary);
    }

    /** @param coordinates the values by coordinate and row */
    static List<Argument> of(CoordinateView view, double[][] coordinates, OperatorVocabulary vocabulary) {
        Arguments arguments = new Arguments(view, coordinates, vocabulary);
        int count = coordinates.length;
        int[] powers = new int[count];
        for (int i = 0; i < count; i++) {
            arguments.add(powers, i, 1);
        }
        for (int i = 0; i < count; i++) {
            arguments.add(powers, i, 2);
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                arguments.add(powers, i, 1, j, 1);
                arguments.add(powers, i, 1, j, -1);
                arguments.add(powers, i, -1, j, 1);
            }
        }
        if (count <= FEW) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    if (i != j) {
                        arguments.add(powers, i, 2, j, 1);
                        arguments.add(powers, i, 2, j, -1);
                        if (i < j) {
                            arguments.add(powers, i, 2, j, 2);
                            arguments.add(powers, i, 2, j, -2);
                        }
                    }
                }
            }
            arguments.triples(powers);
        }
        return List.copyOf(arguments.found);
    }

    private void triples(int[] powers) {
        int count = coordinates.length;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                for (int k = j + 1; k < count; k++) {
                    for (int signs = 0; signs < 4; signs++) {
                        powers[i] = 1;
                        powers[j] = (signs & 1) == 0 ? 1 : -1;
                        powers[k] = (signs & 2) == 0 ? 1 : -1;
                        add(powers);
                        powers[i] = 0;
                        powers[j] = 0;
                        powers[k] = 0;
                    }
                }
            }
        }
    }

    private void add(int[] powers, int i, int power) {
        powers[i] = power;
        add(powers);
        powers[i] = 0;
    }

    private void add(int[] powers, int i, int power, int j, int other) {
        powers[i] = power;
        powers[j] = other;
        add(powers);
        powers[i] = 0;
        powers[j] = 0;
    }

    private void add(int[] powers) {
        if (found.size() == MOST) {
            return;
        }
        List<Tree> leaves = new ArrayList<>();
        for (int i = 0; i < powers.length; i++) {
            leaves.add(view.leaf(i));
        }
        Tree tree = ExpressionBuilder.newTree();
        if (!builder.multiply(tree, leaves, i -> powers[i]) || tree.size() == 0) {
            return;
        }
        double[] values = new double[coordinates[0].length];
        int degree = 0;
        for (int row = 0; row < values.length; row++) {
            values[row] = 1;
        }
        for (int i = 0; i < powers.length; i++) {
            degree += Math.abs(powers[i]);
            for (int step = 0; step < Math.abs(powers[i]); step++) {
                for (int row = 0; row < values.length; row++) {
                    values[row] = powers[i] > 0 ? values[row] * coordinates[i][row] : values[row] / coordinates[i][row];
                }
            }
        }
        Argument argument = Argument.of(tree, values, degree == 1 ? Grid.SINGLE : Grid.COMPOSITE);
        if (argument.isSound()) {
            found.add(argument);
        }
    }
}
