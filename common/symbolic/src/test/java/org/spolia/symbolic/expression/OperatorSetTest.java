package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorSetTest {
    private static final OperatorSet SET = OperatorSet.of(List.of("sin", "+", "f(x) = x + 1"));
    private static final Template TEMPLATE = Template.parse("g(x)", List.of("x"), SET.definitions());

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        assertThat(SET.texts()).containsExactly("sin", "+", "f(x) = x + 1");
        assertThat(OperatorSet.of(List.of("f(x) = x + 1", "+", "sin")))
                .isEqualTo(SET)
                .hasSameHashCodeAs(SET);
        assertThat(SET).hasToString("[sin, +, f(x) = x + 1]").isNotEqualTo(OperatorSet.of(List.of("sin", "+")));
    }

    @Test
    void anOperatorIsFoundByNameOrText() {
        assertThat(SET.find("f")).isPresent().isEqualTo(SET.find("f(x) = x + 1"));
        assertThat(SET.find("sin").map(Operator::opcode)).contains(Opcode.SIN);
        assertThat(SET.find("cos")).isEmpty();
        assertThat(SET.contains(Opcode.SIN)).isTrue();
        assertThat(SET.contains(Opcode.COS)).isFalse();
    }

    @Test
    void aTemplateMakesAnotherSet() {
        OperatorSet templated = SET.with(TEMPLATE);

        assertThat(SET.template()).isEmpty();
        assertThat(templated.template()).contains(TEMPLATE);
        assertThat(templated.operators()).isEqualTo(SET.operators());
        assertThat(templated).isNotEqualTo(SET).isEqualTo(SET.with(TEMPLATE));
        assertThat(templated).hasToString("[sin, +, f(x) = x + 1] in g(x)");
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> OperatorSet.of(List.of()))
                .hasMessageStartingWith("Operator list is empty; name at least one of +, -, *, /,");
    }

    @Test
    void thereIsRoomForAsManyDefinitionsOfAnArityAsOpcodes() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            texts.add("f" + i + "(x) = x + " + i);
        }
        OperatorSet full = OperatorSet.of(texts);
        assertThat(full.operators()).hasSize(32).extracting(Operator::arity).containsOnly(1);
        for (Operator operator : full.operators()) {
            assertThat(full.definitions().of(operator.opcode()))
                    .isEqualTo(operator.definition().orElseThrow());
            assertThat(full.definitions().operator(operator.opcode())).isEqualTo(operator);
            assertThat(full.definitions().operator(operator.name())).contains(operator);
        }

        texts.add("g(x, y) = x + y");
        assertThat(OperatorSet.of(texts).operators()).hasSize(33);
        texts.add("f32(x) = x + 32");
        assertThatThrownBy(() -> OperatorSet.of(texts))
                .hasMessage("there are more than 32 definitions of operators with 1 operands; leave some out");
    }
}
