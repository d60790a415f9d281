package org.spolia.symbolic.library.algebraic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.relation.Dictionary;
import org.spolia.symbolic.relation.ExponentialRate;
import org.spolia.symbolic.relation.Relation;
import org.spolia.symbolic.special.Exponential;

/**
 * The arguments of an exponential of unknown rate (a coordinate, or a product or quotient of two) and the relations
 * that contain such an exponential.
 */
final class Exponentials {
    /** An exponential and its inverse give the same law in two forms, one of which may be shorter. */
    static final int SIGNS = 2;

    private final Library library;
    private final double[][] coordinates;
    private final List<Tree> arguments = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    /** @param coordinates the coordinates of the library's view, by coordinate and row */
    Exponentials(Library library, double[][] coordinates) {
        this.library = library;
        this.coordinates = coordinates;
        if (!library.vocabulary().writes(Opcode.EXP) || !library.vocabulary().scales()) {
            return;
        }
        for (int first = 0; first < coordinates.length; first++) {
            arguments.add(library.view().leaf(first));
            values.add(coordinates[first]);
        }
        for (int first = 0; first < coordinates.length; first++) {
            for (int second = 0; second < coordinates.length; second++) {
                if (first < second) {
                    add(first, second, Opcode.MUL);
                }
                if (first != second) {
                    add(first, second, Opcode.DIV);
                }
            }
        }
    }

    private void add(int first, int second, int opcode) {
        if (!library.vocabulary().writes(opcode)) {
            return;
        }
        Tree tree = ExpressionBuilder.newTree();
        Tree left = library.view().leaf(first);
        Tree right = library.view().leaf(second);
        if (!OperatorVocabulary.append(tree, left)
                || !OperatorVocabulary.append(tree, right)
                || !library.vocabulary().append(tree, 0, opcode)) {
            return;
        }
        arguments.add(tree);
        double[] combined = new double[coordinates[first].length];
        for (int row = 0; row < combined.length; row++) {
            double divisor = coordinates[second][row];
            combined[row] =
                    opcode == Opcode.MUL ? coordinates[first][row] * divisor : coordinates[first][row] / divisor;
        }
        values.add(combined);
    }

    /** Returns the number of arguments. */
    int count() {
        return arguments.size();
    }

    /** Returns the forms of the relation with an exponential of one argument; empty if there is none. */
    List<List<Tree>> relate(int index, Dictionary dictionary, double[] target, ExpressionBuilder builder) {
        double[][] columns = Arrays.copyOf(coordinates, coordinates.length + 1);
        columns[coordinates.length] = values.get(index);
        OptionalDouble rate = ExponentialRate.of(dictionary, columns, target);
        List<List<Tree>> written = new ArrayList<>();
        if (rate.isEmpty()) {
            return written;
        }
        for (double signed : new double[] {rate.getAsDouble(), -rate.getAsDouble()}) {
            double[] exponential = new double[target.length];
            for (int row = 0; row < exponential.length; row++) {
                exponential[row] = Exponential.exp(signed * values.get(index)[row]);
            }
            columns[coordinates.length] = exponential;
            Relation.of(dictionary, columns, target)
                    .flatMap(relation ->
                            atoms(index, signed).map(atoms -> new RelationWriter(builder, atoms).write(relation)))
                    .ifPresent(written::add);
        }
        return written;
    }

    /** Returns the coordinates and the exponential; empty if the exponential does not fit into a tree. */
    private Optional<List<Tree>> atoms(int index, double rate) {
        List<Tree> atoms = new ArrayList<>();
        for (int coordinate = 0; coordinate < coordinates.length; coordinate++) {
            atoms.add(library.view().leaf(coordinate));
        }
        Tree exponential = ExpressionBuilder.newTree();
        atoms.add(exponential);
        boolean fits = OperatorVocabulary.append(exponential, arguments.get(index))
                && library.vocabulary().scale(exponential, rate)
                && library.vocabulary().append(exponential, 0, Opcode.EXP);
        return fits ? Optional.of(atoms) : Optional.empty();
    }
}
