package org.spolia.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxSignatureTest {
    private static final TensorType IN = new TensorType("in", "float32", List.of(TensorType.ANY, 3L));
    private static final TensorType OUT = new TensorType("out", "float32", List.of(TensorType.ANY, 2L));

    private static byte[] model() {
        return OnnxWriter.of("product")
                .input(IN)
                .weights("w", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
                .layer("MatMul", List.of("in", "w"), "out")
                .output(OUT)
                .toBytes();
    }

    @Test
    void writtenModelsAreReadBack() {
        assertThat(OnnxSignature.read(model())).isEqualTo(new OnnxSignature(List.of(IN), List.of(OUT)));
    }

    @Test
    void damageIsSeenAndNeverRunsOn() {
        byte[] model = model();
        for (int length = 1; length < model.length; length++) {
            byte[] cut = Arrays.copyOf(model, length);
            // Truncation within the last field, the operator set, leaves a complete graph before it.
            if (length < model.length - 6) {
                assertThatThrownBy(() -> OnnxSignature.read(cut)).isInstanceOf(OnnxException.class);
            }
        }
        assertThatThrownBy(() -> OnnxSignature.read(new byte[0])).hasMessage("is not an ONNX file: it has no graph");
    }
}
