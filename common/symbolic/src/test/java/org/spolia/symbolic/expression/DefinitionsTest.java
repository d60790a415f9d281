package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static final Definition HALF = Definition.parse("half(x) = x/2", Definitions.NONE);
    private static final Definition OTHER_HALF = Definition.parse("half(x) = x*0.5", Definitions.NONE);
    private static final Definitions DEFINITIONS = Definitions.of(List.of(HALF));

    @Test
    void aNameIsDefinedOnce() {
        assertThatThrownBy(() -> DEFINITIONS.with(OTHER_HALF))
                .hasMessage("operator 'half' is defined twice; define each once");
    }

    @Test
    void builtInOperatorsAreKnownToo() {
        assertThat(DEFINITIONS.operator("sin")).contains(Operator.of(Opcode.SIN));
        assertThat(DEFINITIONS.operator(Opcode.SIN)).isSameAs(Operator.of(Opcode.SIN));
        assertThat(DEFINITIONS.operator("half").flatMap(Operator::definition)).contains(HALF);
        assertThat(DEFINITIONS.operator("third")).isEmpty();
        assertThat(DEFINITIONS.named("half")).contains(HALF);
        assertThat(DEFINITIONS.named("sin")).isEmpty();
        assertThat(DEFINITIONS.definitions()).containsExactly(HALF);
    }

    @Test
    void anOpcodeWithoutADefinitionIsAnError() {
        int unused = Opcode.defined(1, 1);

        assertThatThrownBy(() -> DEFINITIONS.of(unused)).hasMessage("Opcode " + unused + " is not defined here");
        assertThatThrownBy(() -> DEFINITIONS.operator(unused)).hasMessage("Opcode " + unused + " is not defined here");
    }

    @Test
    void noneIsEmpty() {
        assertThat(Definitions.of(List.of())).isSameAs(Definitions.NONE);
        assertThat(Definitions.NONE.isEmpty()).isTrue();
        assertThat(DEFINITIONS.isEmpty()).isFalse();
    }

    @Test
    void definitionsAreEqualIfTheirFormulasAndTemplatesAre() {
        Template template = Template.parse("g(x)", List.of("x"), DEFINITIONS);

        assertThat(DEFINITIONS)
                .isEqualTo(Definitions.parse(List.of("half(x)=x/2")))
                .hasSameHashCodeAs(Definitions.parse(List.of("half(x)=x/2")))
                .isNotEqualTo(Definitions.of(List.of(OTHER_HALF)))
                .isNotEqualTo(DEFINITIONS.with(template))
                .hasToString("[half(x) = x/2]");
        assertThat(DEFINITIONS.with(template))
                .isEqualTo(DEFINITIONS.with(Template.parse("g(x)", List.of("x"), DEFINITIONS)))
                .hasToString("[half(x) = x/2] in g(x)");
    }

    @Test
    void aDefinitionKnowsWhatItsFormulaCosts() {
        Definition bell = Definition.parse("bell(x, s) = exp(-square(x/s))", Definitions.NONE);

        assertThat(bell.passes()).isEqualTo(4);
        assertThat(bell.depth()).isEqualTo(5);
        assertThat(bell.arity()).isEqualTo(2);
        assertThat(bell).hasToString("bell(x, s) = exp(-square(x/s))").hasSameHashCodeAs(bell.text());
    }

    /** FNV-1a, computed without overflow. */
    @Test
    void theHashOfADefinitionIsThatOfItsText() {
        BigInteger hash = new BigInteger("14695981039346656037");
        for (char c : HALF.text().toCharArray()) {
            hash = hash.xor(BigInteger.valueOf(c))
                    .multiply(BigInteger.valueOf(1_099_511_628_211L))
                    .mod(BigInteger.ONE.shiftLeft(64));
        }
        assertThat(HALF.hash()).isEqualTo(hash.longValue());
        assertThat(OTHER_HALF.hash()).isNotEqualTo(HALF.hash());
    }

    @Test
    void aFormulaHasAtMost64Nodes() {
        String sum = "x" + " + x".repeat(31);

        assertThat(Definition.parse("f(x) = -(" + sum + ")", Definitions.NONE)
                        .formula()
                        .size())
                .isEqualTo(64);
        assertThatThrownBy(() -> Definition.parse("f(x) = " + sum + " + x", Definitions.NONE))
                .hasMessage("the formula of 'f' has 65 nodes; the most are 64");
    }
}
