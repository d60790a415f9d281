package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorTest {
    @ParameterizedTest
    @MethodSource("org.spolia.symbolic.expression.Operator#all")
    void aBuiltInOperatorIsFoundByNameAndByOpcode(Operator operator) {
        assertThat(Operator.named(operator.name())).containsSame(operator);
        assertThat(Operator.of(operator.opcode())).isSameAs(operator);
        assertThat(Operator.read(operator.text())).isSameAs(operator).hasToString(operator.name());
        assertThat(operator.definition()).isEmpty();
        assertThat(operator.arity()).isEqualTo(operator.opcode() < Opcode.ADD ? 1 : 2);
    }

    @ParameterizedTest
    @CsvSource({"^, pow", "**, pow", ">, greater", ">=, greater_equal", "<, less", "<=, less_equal"})
    void signsAreNames(String sign, String name) {
        assertThat(Operator.named(sign).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void theNamesAreUniqueAndTheArithmeticOnesComeFirst() {
        assertThat(Operator.all())
                .extracting(Operator::name)
                .doesNotHaveDuplicates()
                .startsWith("+", "-", "*", "/");
        assertThat(Operator.all()).extracting(Operator::opcode).doesNotHaveDuplicates();
    }

    @Test
    void aLeafIsNotAnOperator() {
        for (int leaf : new int[] {Opcode.CONSTANT, Opcode.VARIABLE, Opcode.PARAMETER}) {
            assertThatThrownBy(() -> Operator.of(leaf)).hasMessage("Opcode " + leaf + " is not an operator");
            assertThat(Opcode.arity(leaf)).isZero();
        }
    }

    @Test
    void anUnknownNameIsRefusedWithAllKnownOnes() {
        assertThatThrownBy(() -> Operator.read("sim"))
                .hasMessageStartingWith("Unknown operator 'sim'; known operators are +, -, *, /, pow,")
                .hasMessageEndingWith("placebo3, clamp, fma, max3, min3");
    }

    @Test
    void operatorsAreEqualIfTheirTextsAre() {
        Operator defined = Operator.read("f(x) = x + 1");

        assertThat(defined)
                .isEqualTo(Operator.read("f(x)=x+1"))
                .hasSameHashCodeAs(Operator.read("f(x)=x+1"))
                .isNotEqualTo(Operator.read("sin"))
                .hasToString("f");
        assertThat(defined.text()).isEqualTo("f(x) = x + 1");
        assertThat(defined.arity()).isEqualTo(1);
        assertThat(defined.definition()).contains(Definition.parse("f(x) = x + 1", Definitions.NONE));
        assertThat(Operator.isDefinition("f(x) = x")).isTrue();
        assertThat(Operator.isDefinition("sin")).isFalse();
    }

    @Test
    void theNumberOfOperandsOfADefinitionIsPartOfItsOpcode() {
        for (int arity = 1; arity <= Opcode.MOST_OPERANDS; arity++) {
            for (int index = 0; index < Opcode.DEFINED_PER_ARITY; index++) {
                int opcode = Opcode.defined(arity, index);

                assertThat(Opcode.arity(opcode)).isEqualTo(arity);
                assertThat(Opcode.isDefined(opcode)).isTrue();
                assertThat(opcode).isLessThan(Opcode.LIMIT);
            }
        }
        assertThat(Opcode.isDefined(Opcode.JOIN)).isFalse();
        assertThat(List.of(Opcode.FORM, Opcode.JOIN)).allMatch(Opcode::isSpine);
        assertThat(Opcode.isSpine(Opcode.ADD)).isFalse();
    }
}
