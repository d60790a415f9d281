package org.spolia.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {

    @Test
    void everyNumberKeepsItsBits() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfPrecision.value((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfPrecision.bits(value))
                        .as(Integer.toHexString(bits))
                        .isEqualTo((short) bits);
            }
        }
    }

    /** Values of IEEE 754-2019: the greatest, the least normal and subnormal ones, ties to even. */
    @ParameterizedTest
    @CsvSource({
        "1, 3c00",
        "-2, c000",
        "65504, 7bff",
        "65519.996, 7bff",
        "65520, 7c00",
        "6.1035156e-5, 0400",
        "5.9604645e-8, 0001",
        "2.9802322e-8, 0000",
        "2.9802326e-8, 0001",
        "1.0004883, 3c00",
        "1.0014648, 3c02",
        "-0.0, 8000",
        "0.33325195, 3555"
    })
    void numbersHaveTheBitsOfTheStandard(float value, String bits) {
        assertThat(HalfPrecision.bits(value)).isEqualTo((short) Integer.parseInt(bits, 16));
    }

    @Property
    void theNearestNumberIsTaken(@ForAll float value) {
        float found = HalfPrecision.value(HalfPrecision.bits(value));
        if (Math.abs(value) < 65504) {
            short bits = HalfPrecision.bits(value);
            double distance = Math.abs((double) value - found);
            for (int neighbour : new int[] {bits - 1, bits + 1}) {
                float other = HalfPrecision.value((short) neighbour);
                if (Float.isFinite(other)) {
                    assertThat(distance).isLessThanOrEqualTo(Math.abs((double) value - other));
                }
            }
        }
    }
}
