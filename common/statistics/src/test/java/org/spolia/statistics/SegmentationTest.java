package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SegmentationTest {
    /** Counted by hand; class 3 does not occur. */
    @Test
    void aClassIsTheShareOfItsPlacesThatAreInBoth() {
        int[] target = {0, 0, 0, 1, 1, 2};
        int[] prediction = {0, 0, 1, 1, 0, 0};

        double[] shares = Segmentation.intersectionOverUnion(prediction, target, 4);

        assertThat(shares).containsExactly(2.0 / 5, 1.0 / 3, 0, Double.NaN);
        assertThat(Segmentation.mean(shares)).isEqualTo((2.0 / 5 + 1.0 / 3) / 3);
        assertThat(Segmentation.mean(Segmentation.intersectionOverUnion(new int[0], new int[0], 2)))
                .isNaN();
    }

    @Test
    void otherNumbersOfPlacesAreRefused() {
        assertThatThrownBy(() -> Segmentation.intersectionOverUnion(new int[1], new int[2], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Prediction has 1 places, target has 2");
    }
}
