package org.spolia.symbolic.library.algebraic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.relation.Relation;
import org.spolia.symbolic.relation.RelationTerm;

/** Writes relations as expressions for the target. */
final class RelationWriter {
    private final SumWriter sums;

    RelationWriter(ExpressionBuilder builder, List<Tree> atoms) {
        this.sums = new SumWriter(builder, atoms);
    }

    /** Returns the forms of a relation of the target itself that the operators can express. */
    List<Tree> write(Relation relation) {
        List<Tree> written = new ArrayList<>();
        quotient(relation.numerator(), relation.denominator()).ifPresent(written::add);
        if (relation.denominator().size() == 1) {
            sums.write(quotients(relation)).ifPresent(written::add);
        }
        return written;
    }

    /** Like {@link #write}, for a relation of the square of a target with one sign. */
    List<Tree> writeRoots(Relation relation, boolean negative) {
        List<Tree> written = new ArrayList<>();
        if (relation.denominator().size() == 1) {
            root(quotients(relation)).ifPresent(written::add);
        } else {
            root(relation.numerator())
                    .filter(tree -> root(relation.denominator())
                            .filter(divisor -> sums.divide(tree, divisor))
                            .isPresent())
                    .ifPresent(written::add);
            quotient(relation.numerator(), relation.denominator())
                    .filter(sums::root)
                    .ifPresent(written::add);
        }
        written.removeIf(tree -> negative && !sums.negate(tree));
        return written;
    }

    private static List<RelationTerm> quotients(Relation relation) {
        RelationTerm divisor = relation.denominator().get(0);
        return Exponents.divide(relation.numerator(), divisor.exponents()).stream()
                .map(term -> new RelationTerm(term.coefficient() / divisor.coefficient(), term.exponents()))
                .toList();
    }

    private Optional<Tree> quotient(List<RelationTerm> numerator, List<RelationTerm> denominator) {
        return sums.write(numerator)
                .filter(tree -> sums.write(denominator)
                        .filter(divisor -> sums.divide(tree, divisor))
                        .isPresent());
    }

    /**
     * Returns the root of a sum. Squares of products are taken out of the root as if the products were positive; where
     * they are negative, the error shows it.
     */
    private Optional<Tree> root(List<RelationTerm> terms) {
        List<Integer> outside = Exponents.half(Exponents.common(terms));
        List<RelationTerm> inside = Exponents.divide(terms, Exponents.twice(outside));
        boolean product =
                inside.size() == 1 && inside.get(0).exponents().stream().allMatch(exponent -> exponent == 0);
        if (product) {
            double coefficient = inside.get(0).coefficient();
            return coefficient > 0
                    ? sums.write(List.of(new RelationTerm(Math.sqrt(coefficient), outside)))
                    : Optional.empty();
        }
        return sums.write(inside).filter(sums::root).filter(tree -> sums.multiply(tree, outside));
    }
}
