package org.spolia.symbolic.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.expression.Expression;

class ConceptMinerTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final List<String> VARIABLES = List.of("a", "b", "c", "d", "e");

    /** A saturating x/(x + k) in three surroundings, and laws without it. */
    private static final List<String> SATURATING =
            List.of("a*b/(c + b)", "exp(d/(a + d))", "sqrt(c) - e/(b*a + e)", "sin(a)*b", "a + log(b)");

    @Test
    void whatThreeLawsHaveInCommonIsFoundFirst() {
        Concept first = mine(SATURATING).get(0);

        assertThat(first.formula().infix(NAMES)).isEqualTo("x/(x + y)");
        assertThat(first.operands()).isEqualTo(2);
        assertThat(first.laws()).containsExactly("law0", "law1", "law2");
        // Each of the three loses two operator nodes and a second x, and gains one node for the concept; the formula
        // has five nodes.
        assertThat(first.saved()).isCloseTo((3 * 2 - 5) * CodeLength.BITS_PER_NODE, within(1e-6));
    }

    @Test
    void aLawCountsOnceHoweverOftenItHasAPiece() {
        assertThat(mine(List.of("a/(a + b) + c/(c + d) + a/(a + c) + e/(e + d)", "sin(a)")))
                .isEmpty();
    }

    @Test
    void leftOutLawsDoNotEnterConcepts() {
        ConceptMiner miner = ConceptMiner.of(laws(SATURATING));

        assertThat(miner.mine(law -> !law.equals("law4"), 9)).isEqualTo(miner.mine(law -> true, 9));
        assertThat(miner.mine(law -> law.equals("law0"), 9)).isEmpty();
        assertThat(miner.mine(law -> !law.equals("law0"), 9))
                .allSatisfy(concept -> assertThat(concept.laws()).doesNotContain("law0"));
    }

    @Test
    void neitherTheOrderOfLawsNorThatOfTermsMatters() {
        List<String> turned =
                List.of("b/(b + c)*a", "exp(d/(d + a))", "-e/(a*b + e) + sqrt(c)", "b*sin(a)", "log(b) + a");
        Map<String, Expression> backwards = new LinkedHashMap<>();
        for (int i = turned.size() - 1; i >= 0; i--) {
            backwards.put("law" + i, Expression.parse(turned.get(i), VARIABLES));
        }

        assertThat(ConceptMiner.of(backwards).mine(law -> true, 9)).isEqualTo(mine(SATURATING));
        assertThat(ConceptMiner.of(backwards).pieces(law -> true))
                .isEqualTo(ConceptMiner.of(laws(SATURATING)).pieces(law -> true));
    }

    @Test
    void constantsWithANameStayAndFittedOnesAreLeftOpen() {
        List<String> bells = List.of(
                "0.731*exp(-a^2/2) + b", "b*exp(-c^2/2)", "sin(exp(-d^2/2))", "log(a + exp(-0.5*b^2))", "a/exp(c^2/2)");
        assertThat(mine(bells).get(0).formula().infix(NAMES)).isEqualTo("exp(-(square(x)/2))");

        List<String> decays =
                List.of("a + exp(-0.7313*b)", "c*exp(-0.2817*d)", "sqrt(exp(-1.9173*a))", "exp(-3.1717*e)/c");
        assertThat(mine(decays).get(0).formula().infix(NAMES)).isEqualTo("exp(-(x*y))");
        assertThat(mine(decays))
                .allSatisfy(concept -> assertThat(
                                Arrays.stream(concept.formula().constants()).allMatch(CodeLength::hasName))
                        .isTrue());
    }

    @Test
    void noTwoConceptsTakeTheSameNode() {
        List<String> both = List.of(
                "exp(-a/b)*c/(c + d)",
                "d/(d + a) + exp(-b/c)",
                "sqrt(exp(-e/a)) - b/(b + c)",
                "log(exp(-c/d)) + a/(a + sin(e))",
                "cos(e/(e + d)) - sin(exp(-a/c))");
        List<Concept> concepts = mine(both);

        assertThat(concepts)
                .extracting(concept -> concept.formula().infix(NAMES))
                .containsExactlyInAnyOrder("exp(-(x/y))", "x/(x + y)");
        assertThat(ConceptMiner.of(laws(both)).mine(law -> true, 1)).isEqualTo(concepts.subList(0, 1));
    }

    @Test
    void everyConceptIsOneOfThePieces() {
        ConceptMiner miner = ConceptMiner.of(laws(SATURATING));
        List<Expression> pieces =
                miner.pieces(law -> true).stream().map(Concept::formula).toList();

        assertThat(pieces)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10)
                .containsAll(miner.mine(law -> true, 9).stream()
                        .map(Concept::formula)
                        .toList());
    }

    private static List<Concept> mine(List<String> formulas) {
        return ConceptMiner.of(laws(formulas)).mine(law -> true, 9);
    }

    private static Map<String, Expression> laws(List<String> formulas) {
        return IntStream.range(0, formulas.size())
                .boxed()
                .collect(Collectors.toMap(i -> "law" + i, i -> Expression.parse(formulas.get(i), VARIABLES)));
    }
}
