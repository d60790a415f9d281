package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {2, 4, 6};

    @Test
    void theIdCoversNamesAndEveryBit() {
        assertThat(List.of(
                        id("p", "y", "x", X, Y),
                        id("q", "y", "x", X, Y),
                        id("p", "z", "x", X, Y),
                        id("p", "y", "u", X, Y),
                        id("p", "y", "x", Y, X),
                        id("p", "y", "x", new double[] {1, 2, Math.nextUp(3.0)}, Y),
                        id("p", "y", "x", X, new double[] {2, 4, -0.0}),
                        id("p", "y", "x", X, new double[] {2, 4, 0.0})))
                .doesNotHaveDuplicates();
        assertThat(id("p", "y", "x", X.clone(), Y.clone())).isEqualTo(id("p", "y", "x", X, Y));
    }

    @Test
    void anUnknownTruthDiffersFromAKnownOne() {
        Dataset measured =
                Dataset.of("p", "y", List.of("x"), Map.of(Split.TRAIN, Rows.measured(new double[][] {X}, Y)));
        Dataset generated =
                Dataset.of("p", "y", List.of("x"), Map.of(Split.TRAIN, Rows.generated(new double[][] {X}, Y, Y)));

        assertThat(measured.datasetId()).isNotEqualTo(generated.datasetId());
        assertThat(measured.rows(Split.TRAIN).reference()).isEqualTo(Y);
        assertThat(generated.bytes()).isEqualTo(3 * 3 * 8);
    }

    @Test
    void aMissingSplitAndRaggedColumnsAreBugs() {
        Dataset dataset = Dataset.of("p", "y", List.of("x"), Map.of(Split.TRAIN, Rows.measured(new double[][] {X}, Y)));

        assertThatThrownBy(() -> dataset.rows(Split.OOD)).hasMessageEndingWith("has no split ood here");
        assertThatThrownBy(() -> Rows.measured(new double[][] {{1, 2}}, Y))
                .hasMessage("A column has 2 rows where the target has 3");
    }

    private static String id(String problem, String target, String variable, double[] x, double[] y) {
        return Dataset.of(
                        problem,
                        target,
                        List.of(variable),
                        Map.of(Split.TRAIN, Rows.generated(new double[][] {x}, y, Y)))
                .datasetId();
    }
}
