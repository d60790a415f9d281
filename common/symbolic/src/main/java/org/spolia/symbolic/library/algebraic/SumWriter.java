package org.spolia.symbolic.library.algebraic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.relation.RelationTerm;

/**
 * Writes sums of products of powers in a short form: term by term, with a common factor or a power of one coordinate
 * taken out, or with {@code a² ± 2ab + b²} as a square.
 */
final class SumWriter {
    private static final double CLOSE = 1e-6;

    private final ExpressionBuilder builder;
    private final List<Tree> atoms;

    /** @param atoms the factors that the exponents of terms refer to */
    SumWriter(ExpressionBuilder builder, List<Tree> atoms) {
        this.builder = builder;
        this.atoms = List.copyOf(atoms);
    }

    /** Returns the shortest form; empty if the operators cannot express any. */
    Optional<Tree> write(List<RelationTerm> terms) {
        return Stream.of(sum(terms), commonFactor(terms), square(terms), inPowersOfOne(terms))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Tree::size));
    }

    private Optional<Tree> sum(List<RelationTerm> terms) {
        List<RelationTerm> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparing(SumWriter::isConstant).thenComparing(term -> term.coefficient() < 0));
        Tree sum = ExpressionBuilder.newTree();
        for (RelationTerm term : sorted) {
            if (!(isConstant(term) ? addConstant(sum, term.coefficient()) : addProduct(sum, term))) {
                return Optional.empty();
            }
        }
        return Optional.of(sum);
    }

    private boolean addProduct(Tree sum, RelationTerm term) {
        Tree product = ExpressionBuilder.newTree();
        return multiply(product, term.exponents()) && builder.addTerm(sum, product, term.coefficient());
    }

    private boolean addConstant(Tree sum, double constant) {
        if (sum.size() > 0) {
            return builder.shift(sum, constant);
        }
        sum.constant(constant);
        return true;
    }

    private static boolean isConstant(RelationTerm term) {
        return term.exponents().stream().allMatch(exponent -> exponent == 0);
    }

    /** Multiplies by powers of atoms. Returns false if the operators cannot express it. */
    boolean multiply(Tree product, List<Integer> exponents) {
        return builder.multiply(product, atoms, exponents::get);
    }

    private Optional<Tree> commonFactor(List<RelationTerm> terms) {
        List<Integer> common = Exponents.common(terms);
        if (terms.size() < 2 || common.stream().allMatch(exponent -> exponent == 0)) {
            return Optional.empty();
        }
        return write(Exponents.divide(terms, common)).filter(tree -> multiply(tree, common));
    }

    private Optional<Tree> square(List<RelationTerm> terms) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (RelationTerm first : terms) {
                for (RelationTerm second : terms) {
                    for (RelationTerm mixed : terms) {
                        if (first != second && completes(first, second, mixed, sign)) {
                            return square(terms, first, second, mixed, sign);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean completes(RelationTerm first, RelationTerm second, RelationTerm mixed, int sign) {
        if (!(sign * first.coefficient() > 0 && sign * second.coefficient() > 0)
                || !Exponents.areEven(first.exponents())
                || !Exponents.areEven(second.exponents())
                || !Exponents.sum(Exponents.half(first.exponents()), Exponents.half(second.exponents()))
                        .equals(mixed.exponents())) {
            return false;
        }
        double expected = 2 * Math.sqrt(first.coefficient() * second.coefficient());
        return Math.abs(Math.abs(mixed.coefficient()) - expected) < CLOSE * expected;
    }

    private Optional<Tree> square(
            List<RelationTerm> terms, RelationTerm first, RelationTerm second, RelationTerm mixed, int sign) {
        double root = Math.sqrt(Math.abs(second.coefficient()));
        List<RelationTerm> base = List.of(
                new RelationTerm(Math.sqrt(Math.abs(first.coefficient())), Exponents.half(first.exponents())),
                new RelationTerm(sign * mixed.coefficient() > 0 ? root : -root, Exponents.half(second.exponents())));
        List<RelationTerm> rest = new ArrayList<>(terms);
        rest.removeAll(List.of(first, second, mixed));
        Tree square = ExpressionBuilder.newTree();
        return write(base).filter(tree -> builder.multiply(square, tree, 2)).flatMap(tree -> plus(rest, square, sign));
    }

    /** Returns the sum of the other terms and {@code coefficient × tree}. */
    private Optional<Tree> plus(List<RelationTerm> others, Tree tree, double coefficient) {
        if (others.isEmpty()) {
            return builder.scale(tree, coefficient) ? Optional.of(tree) : Optional.empty();
        }
        if (others.size() == 1 && isConstant(others.get(0))) {
            return builder.scale(tree, coefficient)
                            && builder.shift(tree, others.get(0).coefficient())
                    ? Optional.of(tree)
                    : Optional.empty();
        }
        return write(others).filter(sum -> builder.addTerm(sum, tree, coefficient));
    }

    /**
     * Writes {@code p × a + q}, with p and q written recursively. The atom a occurs in most but not all terms, or is
     * the longest such atom.
     */
    private Optional<Tree> inPowersOfOne(List<RelationTerm> terms) {
        List<Integer> shared = IntStream.range(0, atoms.size())
                .filter(atom -> count(terms, atom) > 1 && count(terms, atom) < terms.size())
                .boxed()
                .toList();
        return Stream.of(
                        shared.stream().max(Comparator.comparingLong(atom -> count(terms, atom))),
                        shared.stream()
                                .max(Comparator.comparingInt(
                                        atom -> atoms.get(atom).size())))
                .flatMap(Optional::stream)
                .distinct()
                .map(atom -> inPowersOf(atom, terms))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Tree::size));
    }

    private static long count(List<RelationTerm> terms, int atom) {
        return terms.stream().filter(term -> term.exponents().get(atom) > 0).count();
    }

    private Optional<Tree> inPowersOf(int atom, List<RelationTerm> terms) {
        List<RelationTerm> with =
                terms.stream().filter(term -> term.exponents().get(atom) > 0).toList();
        List<RelationTerm> without = new ArrayList<>(terms);
        without.removeAll(with);
        List<Integer> power = Exponents.only(Exponents.common(with), atom);
        return write(Exponents.divide(with, power))
                .filter(tree -> multiply(tree, power))
                .flatMap(tree -> plus(without, tree, 1));
    }

    /** Divides the tree by another. Returns false if the operators cannot express it. */
    boolean divide(Tree tree, Tree divisor) {
        return builder.multiply(tree, divisor, -1);
    }

    boolean root(Tree tree) {
        Tree root = ExpressionBuilder.newTree();
        if (!builder.multiply(root, tree, 0.5)) {
            return false;
        }
        tree.copyFrom(root);
        return true;
    }

    boolean negate(Tree tree) {
        return builder.scale(tree, -1);
    }
}
