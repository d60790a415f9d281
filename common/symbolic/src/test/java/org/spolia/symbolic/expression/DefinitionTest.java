package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");
    private static final OperatorSet OPERATORS = OperatorSet.of(
            List.of("+", "*", "/", "sin", "clamp", "hill(x, k) = x/(x + k)", "bell(x) = exp(-square(x))"));

    @Property(tries = 1000)
    void parseInvertsInfix(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Expression expression = new RandomTrees(new SplittableRandom(seed), OPERATORS, 3).next(size);
        assertThat(Expression.parse(expression.infix(VARIABLES), VARIABLES, OPERATORS.definitions()))
                .isEqualTo(expression);
    }

    @Test
    void aCallIsOneNode() {
        Expression law = Expression.parse("2*hill(x + y, z)", VARIABLES, OPERATORS.definitions());

        assertThat(law.size()).isEqualTo(7);
        assertThat(law.depth()).isEqualTo(4);
        assertThat(law.operatorCounts()).isEqualTo(Map.of("*", 1, "+", 1, "hill(x, k) = x/(x + k)", 1));
        assertThat(law.expanded().infix(VARIABLES)).isEqualTo("2*((x + y)/(x + y + z))");
        assertThat(law.expanded().hasDefined()).isFalse();
    }

    @Test
    void theNotationIsNotPartOfADefinition() {
        Definition definition = Definition.parse("  hill (x,k)=(x)/( x+k )", Definitions.NONE);

        assertThat(definition.text()).isEqualTo("hill(x, k) = x/(x + k)");
        assertThat(Definition.parse(definition.text(), Definitions.NONE)).isEqualTo(definition);
    }

    @Test
    void aFormulaMayUseWhatIsDefinedBefore() {
        Definitions definitions = Definitions.parse(List.of("hill(x, k) = x/(x + k)", "twice(y) = 2*hill(y, 3)"));

        assertThat(definitions.named("twice").orElseThrow().text()).isEqualTo("twice(y) = 2*(y/(y + 3))");
    }

    @Test
    void theOrderOfDefinitionsMattersToNothing() {
        List<String> texts = List.of("f(x) = x + 1", "g(x, y) = x - y", "h(x) = 2*x");
        List<String> reversed = List.of(texts.get(2), texts.get(1), texts.get(0));

        assertThat(OperatorSet.of(texts)).isEqualTo(OperatorSet.of(reversed));
        assertThat(OperatorSet.of(reversed).texts()).containsExactly(texts.get(0), texts.get(2), texts.get(1));
        assertThat(Expression.parse("g(f(x), h(y))", VARIABLES, Definitions.parse(reversed)))
                .isEqualTo(Expression.parse("g(f(x), h(y))", VARIABLES, Definitions.parse(texts)));
    }

    @Test
    void anotherFormulaIsAnotherOperator() {
        Operator one = Operator.read("f(x) = x + 1");
        Operator two = Operator.read("f(x) = x + 2");

        assertThat(one).isNotEqualTo(two).isEqualTo(Operator.read("f(x)=x+1"));
        assertThatThrownBy(() -> OperatorSet.of(List.of(one.text(), two.text())))
                .hasMessage("Operator 'f' is listed twice; name each once");
    }

    @Test
    void clampIsKnownByName() {
        assertThat(OPERATORS.find("clamp").map(Operator::text))
                .contains("clamp(x, low, high) = min(max(x, low), high)");
        assertThat(OperatorSet.of(OPERATORS.texts())).isEqualTo(OPERATORS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hill            | 'hill' is not a definition; write one as in hill(x, k) = x/(x + k)
            hill = x/(x+1)  | 'hill = x/(x+1)' is not a definition; write one as in hill(x, k) = x/(x + k)
            2f(x) = x + 1   | '2f' is not a valid name for an operator; take letters, digits and _ after a letter, as in hill(x, k) = x/(x + k)
            f(2) = 2        | '2' is not a valid name for an operand of 'f'; take letters, digits and _ after a letter, as in hill(x, k) = x/(x + k)
            sin(x) = x + 1  | operator 'sin' already exists; choose another name
            f(x, x) = x + 1 | operator 'f' has the operand 'x' twice; name each once
            f(x, y) = x + 1 | the formula of 'f' does not use 'y'; remove the operand
            f(x) = x        | the formula of 'f' is its operand; give it an operator
            f(x) = x + q    | the formula of 'f': Unknown name 'q' (variables are x) at position 5 of 'x + q'
            f(x) = sim(x)   | the formula of 'f': Unknown function 'sim' at position 1 of 'sim(x)'
            f(x) = 1 + f(x) | operator 'f' occurs in its own formula; use built-in operators and operators defined before it
            f(a,b,c,d) = a+b+c+d | operator 'f' has 4 operands; the most are 3
            """)
    void mistakesAreNamed(String text, String message) {
        assertThatThrownBy(() -> Definition.parse(text, Definitions.NONE)).hasMessage(message);
    }
}
