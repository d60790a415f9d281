package org.spolia.symbolic.library.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.symmetry.Step;

/**
 * Turns steps into expressions. Coordinates stay products of powers as long as possible, so that factors that cancel
 * are never written. A sum becomes a new atom.
 */
final class CoordinateViewBuilder {
    private final ExpressionBuilder builder;
    private final List<Tree> atoms = new ArrayList<>();
    private final List<Monomial> coordinates = new ArrayList<>();
    private Monomial factor;

    CoordinateViewBuilder(int variables, OperatorSet operators) {
        this.builder = new ExpressionBuilder(new OperatorVocabulary(operators));
        for (int variable = 0; variable < variables; variable++) {
            atoms.add(new Tree(1).variable(variable));
            coordinates.add(Monomial.atom(variable, variables));
        }
        this.factor = Monomial.one(variables);
    }

    Optional<CoordinateView> after(List<Step> steps) {
        for (Step step : steps) {
            if (!take(step)) {
                return Optional.empty();
            }
        }
        List<Tree> leaves = new ArrayList<>();
        for (Monomial coordinate : coordinates) {
            Monomial simplest = coordinate.simplest();
            factor = factor.shortenedBy(simplest);
            Tree leaf = ExpressionBuilder.newTree();
            if (!write(simplest, leaf)) {
                return Optional.empty();
            }
            leaves.add(leaf);
        }
        Tree tree = ExpressionBuilder.newTree();
        return write(factor, tree) ? Optional.of(CoordinateView.of(leaves, tree)) : Optional.empty();
    }

    private boolean take(Step step) {
        Monomial first = coordinates.get(step.first());
        factor = factor.times(first, step.power());
        if (step.kind() != Step.Kind.FACTOR) {
            Monomial second = coordinates.get(step.second());
            if (step.kind() == Step.Kind.PRODUCT) {
                Monomial product = Monomial.one(atoms.size()).times(first, step.a());
                coordinates.set(step.first(), product.times(second, step.b()));
            } else {
                Tree sum = ExpressionBuilder.newTree();
                int power = step.kind() == Step.Kind.SQUARES ? 2 : 1;
                Tree term = ExpressionBuilder.newTree();
                if (!write(Monomial.one(0).times(first, power), sum)
                        || !write(Monomial.one(0).times(second, power), term)
                        || !builder.addTerm(sum, term, step.b())) {
                    return false;
                }
                atoms.add(sum);
                coordinates.set(step.first(), Monomial.atom(atoms.size() - 1, atoms.size()));
            }
        }
        coordinates.remove(step.dropped());
        return true;
    }

    /** Returns false if the operators cannot express the monomial. */
    private boolean write(Monomial monomial, Tree tree) {
        return builder.multiply(tree, atoms, monomial::exponent);
    }
}
