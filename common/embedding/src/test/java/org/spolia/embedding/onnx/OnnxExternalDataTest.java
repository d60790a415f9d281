package org.spolia.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxExternalDataTest {
    private static ProtobufWriter tensor() {
        return new ProtobufWriter().text(8, "weights");
    }

    private static ProtobufWriter elsewhere() {
        ProtobufWriter location = new ProtobufWriter().text(1, "location").text(2, "../../secret.txt");
        return tensor().message(13, location).number(14, 1);
    }

    /** A message nested in others, whose field numbers form a path such as {@code 7.5}. */
    private static byte[] within(String path, ProtobufWriter inner) {
        String[] fields = path.split("\\.", -1);
        ProtobufWriter message = inner;
        for (int i = fields.length - 1; i >= 0; i--) {
            message = new ProtobufWriter().message(Integer.parseInt(fields[i]), message);
        }
        return message.toBytes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7.5", "7.15.1", "7.1.5.5", "7.1.5.6.5", "7.1.5.10", "7.1.5.11.1.5.22.2", "25.7.5.5", "20.2.5"})
    void weightsInAnotherFileAreRefusedWhereverTheyAreNamed(String path) {
        assertThatThrownBy(() -> OnnxSignature.read(concat(within("7.12", tensor()), within(path, elsewhere()))))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("keeps weights in another file");
        assertThatCode(() -> OnnxExternalData.refuse(within(path, tensor().number(14, 0))))
                .doesNotThrowAnyException();
    }

    @Test
    void messagesWithinMessagesEnd() {
        assertThatThrownBy(() -> OnnxExternalData.refuse(within("7" + ".1.5.6".repeat(40), tensor())))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("nests its messages");
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
