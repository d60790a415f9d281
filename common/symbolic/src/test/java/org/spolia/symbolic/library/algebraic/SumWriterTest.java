package org.spolia.symbolic.library.algebraic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.relation.Relation;
import org.spolia.symbolic.relation.RelationTerm;

class SumWriterTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<Tree> ATOMS =
            List.of(new Tree(1).variable(0), new Tree(1).variable(1), new Tree(1).variable(2));
    private static final ExpressionBuilder COMPOSER =
            new ExpressionBuilder(new OperatorVocabulary(OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt"))));

    private static RelationTerm term(double coefficient, int a, int b, int c) {
        return new RelationTerm(coefficient, List.of(a, b, c));
    }

    private static String written(RelationTerm... terms) {
        return text(new SumWriter(COMPOSER, ATOMS).write(List.of(terms)).orElseThrow());
    }

    private static String text(Tree tree) {
        return tree.toExpression().infix(NAMES);
    }

    @Test
    void squaresAreCompleted() {
        assertThat(written(term(1, 4, 0, 0), term(-2, 2, 1, 0), term(1, 0, 2, 0), term(1, 0, 0, 2)))
                .isEqualTo("c^2 + (a^2 - b)^2");
        assertThat(written(term(-1, 2, 0, 0), term(-2, 1, 1, 0), term(-1, 0, 2, 0), term(5, 0, 0, 0)))
                .isEqualTo("(a + b)^2*(-1) + 5");
    }

    @Test
    void aCommonFactorIsTakenOut() {
        assertThat(written(term(3, 1, 1, 0), term(1, 1, 0, 1))).isEqualTo("(b*3 + c)*a");
    }

    @Test
    void powersOfOneCoordinateAreNested() {
        assertThat(written(term(2, 2, 1, 0), term(1, 1, 1, 0), term(1, 0, 0, 1)))
                .isEqualTo("c + (a*b*2 + b)*a");
    }

    @ParameterizedTest
    @CsvSource({"false, a*c/sqrt(c^2 + (a - b)^2)", "true, a*c/sqrt(c^2 + (a - b)^2)*(-1)"})
    void rootsOfProductsAreProducts(boolean negative, String expected) {
        Relation relation = new Relation(
                List.of(term(1, 2, 0, 2)),
                List.of(term(1, 2, 0, 0), term(-2, 1, 1, 0), term(1, 0, 2, 0), term(1, 0, 0, 2)));

        assertThat(new RelationWriter(COMPOSER, ATOMS).writeRoots(relation, negative))
                .extracting(SumWriterTest::text)
                .first()
                .isEqualTo(expected);
    }
}
