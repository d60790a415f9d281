package org.spolia.symbolic.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.RandomTrees;

/** Terms and their pieces have the values of the expressions that they come from, up to rounding. */
class ConceptTermTest {
    private static final List<String> VARIABLES = List.of("a", "b", "c", "d");
    private static final OperatorSet OPERATORS = OperatorSet.of(
            List.of("+", "-", "*", "/", "pow", "neg", "inv", "square", "cube", "sqrt", "exp", "max", "mod"));

    @ParameterizedTest
    @CsvSource({
        "a*b/(c + b), b/(b + c)*a",
        "a*b*c/d, a*(c/d)*b",
        "a - b - c, a - (c + b)",
        "'-(a - b)*c', (b - a)*c",
        "a*a*b, b*square(a)",
        "a/b^2, a*b^(-2)",
        "a/2, 0.5*a",
        "'exp(-a/b)', 'exp(a/(-b))'",
        "'max(a, b*c)', 'max(c*b, a)'",
        "inv(a*b), inv(b)/a",
    })
    void orderAndGroupingDoNotMatter(String one, String other) {
        assertThat(term(one)).isEqualTo(term(other));
    }

    @ParameterizedTest
    @CsvSource({
        "a - b, b - a",
        "a/b, b/a",
        "a + b*c, (a + b)*c",
        "sqrt(a), exp(a)",
        "'mod(a, b)', 'mod(b, a)'",
        "a/a, 1"
    })
    void whatDiffersStaysDifferent(String one, String other) {
        assertThat(term(one)).isNotEqualTo(term(other));
    }

    @Property(tries = 500)
    void writtenExpressionsHaveTheValuesOfTheTerms(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
        Expression law = random(seed, size);
        ConceptTerm term = law.fold(new TermReader());
        Expression written = TermWriter.write(term);

        assertThat(FiniteField.value(written, seed)).as(law.toString()).isEqualTo(FiniteField.value(law, seed));
        assertThat(written.size()).isEqualTo(term.nodes());
        assertThat(written.fold(new TermReader())).isEqualTo(term);
    }

    @Property(tries = 100)
    void aConceptInThePlaceOfAPieceKeepsTheValue(@ForAll long seed, @ForAll @IntRange(min = 3, max = 16) int size) {
        ConceptTerm law = random(seed, size).fold(new TermReader());
        long value = FiniteField.value(TermWriter.write(law), seed);
        Map<String, Occurrence> occurrences = Occurrences.in(law, new Patterns());

        occurrences.forEach((key, occurrence) -> {
            String where = key + " in " + law;
            ConceptTerm rewritten = occurrence.rewritten(law, 0);
            ConceptTerm inserted = inserted(rewritten, occurrence.pattern().term());
            assertThat(rewritten).as(where).isNotEqualTo(law);
            assertThat(FiniteField.value(TermWriter.write(inserted), seed))
                    .as(where)
                    .isEqualTo(value);
            assertThat(law.bits() - rewritten.bits()).as(where).isGreaterThan(occurrence.saving() - 1e-9);
            assertThat(occurrence.pattern().term().nodes()).as(where).isLessThanOrEqualTo(Pieces.MOST_NODES);
            assertThat(occurrence.operands()).as(where).hasSizeBetween(1, Pattern.MOST_HOLES);
        });
    }

    /** The pattern applied to its operands in place of each use of the concept. */
    private static ConceptTerm inserted(ConceptTerm term, ConceptTerm pattern) {
        List<Item> items = term.items().stream()
                .map(item -> new Item(inserted(item.term(), pattern), item.power()))
                .toList();
        return term.is(ConceptTerm.Kind.USE)
                ? filled(pattern, items.stream().map(Item::term).toList())
                : ConceptTerms.like(term, items);
    }

    private static ConceptTerm filled(ConceptTerm pattern, List<ConceptTerm> operands) {
        if (pattern.is(ConceptTerm.Kind.VARIABLE)) {
            return operands.get(pattern.number());
        }
        return ConceptTerms.like(
                pattern,
                pattern.items().stream()
                        .map(item -> new Item(filled(item.term(), operands), item.power()))
                        .toList());
    }

    private static Expression random(long seed, int size) {
        return new RandomTrees(new SplittableRandom(seed), OPERATORS, 3).next(size);
    }

    private static ConceptTerm term(String formula) {
        return Expression.parse(formula, VARIABLES).fold(new TermReader());
    }
}
