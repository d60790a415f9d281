package org.spolia.symbolic.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    public record Budget(
            @Key(value = "how much", atLeast = 1, atMost = 9)
            int amountOfWork,

            @Key(value = "share", above = 0, atMost = 1) double share,
            @Key(value = "scale", above = 0) double scale,
            @Key(value = "step", atLeast = 0, below = 1) double step,
            @Key(value = "rows", atLeast = 1) int rows,
            @Key(value = "shares", above = 0) List<Double> shares) {
        public Budget {
            if (share > scale) {
                throw new InvalidValueException("share", "is above the scale");
            }
        }
    }

    public record Plan(
            @Flattened Budget budget, @Key("others") List<Budget> others) {}

    private static final Budget BUDGET = new Budget(5, 0.5, 2, 0, 1, List.of());

    @Test
    void aCopyHasTheOtherValuesAndKeepsTheRest() {
        assertThat(Records.with(BUDGET, Map.of("amountOfWork", 9, "share", 1.0)))
                .isEqualTo(new Budget(9, 1, 2, 0, 1, List.of()));
    }

    @Test
    void aComponentThatIsNotThereIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> Records.with(BUDGET, "amount", 3)).hasMessageContaining("[amount]");
    }

    /** The key, what the message begins with where there is a file and a line, and what it is alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amountOfWork | 10 | 10 is not allowed; must be <= 9 | --amount must be from 1 to 9: 10
            share | 0.0 | 0 is not allowed; must be > 0 | --amount must be above 0 and at most 1: 0
            scale | -1.0 | -1 is not allowed; must be > 0 | --amount must be > 0 and finite: -1
            scale | NaN | nan is not allowed; must be a finite number | --amount must be > 0 and finite: nan
            step | 1.0 | 1 is not allowed; must be < 1 | --amount must be >= 0 and < 1: 1
            rows | 0 | 0 is not allowed; must be >= 1 | --amount must be >= 1: 0
            """)
    void valuesOutOfTheirRangeAreRefusedInTwoWays(String component, String value, String problem, String named) {
        Number number = value.matches("-?[0-9]+") ? (Number) Integer.valueOf(value) : (Number) Double.valueOf(value);
        assertThatThrownBy(() -> Records.with(BUDGET, component, number))
                .isInstanceOfSatisfying(InvalidValueException.class, refusal -> {
                    assertThat(refusal.path()).isEqualTo(Names.kebab(component));
                    assertThat(refusal.problem()).isEqualTo(problem);
                    assertThat(refusal.named("--amount")).isEqualTo(named);
                });
    }

    @Test
    void theRecordHasItsSay() {
        assertThatThrownBy(() -> Records.with(BUDGET, "scale", 0.25)).hasMessage("share: is above the scale");
    }

    @Test
    void recordsInARecordAreCheckedToo() {
        Budget tooMuch = new Budget(10, 0.5, 2, 0, 1, List.of());
        Budget bad = new Budget(5, 0.5, 2, 0, 1, List.of(1.0, 0.0));

        Limits.check(new Plan(BUDGET, List.of(BUDGET)));
        assertThatThrownBy(() -> Limits.check(new Plan(tooMuch, List.of())))
                .hasMessage("amount-of-work must be from 1 to 9: 10");
        assertThatThrownBy(() -> Limits.check(new Plan(BUDGET, List.of(BUDGET, bad))))
                .hasMessage("shares[1] must be > 0 and finite: 0");
    }
}
