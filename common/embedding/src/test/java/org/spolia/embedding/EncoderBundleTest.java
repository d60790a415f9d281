package org.spolia.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderBundleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"field\" => \"name\": \"x\"|takes [field float32[-1, 2, -1, -1]], and manifest.json says [x float32",
                "2, => 3,|takes [field float32[-1, 2, -1, -1]], and manifest.json says [field float32[-1, 3,",
                "\"float32\" => \"float64\"|manifest.json: input 'field' is of type float64; only float32 and int64 can be given",
                "\"tokens\" => \"token\"|has outputs [size, tokens], and manifest.json says 'token'; name one of them",
                "\"mean\" => \"cls\"|has 4 axes, which pooling 'CLS' does not take",
                "\"mean\" => \"median\"|manifest.json:23: Cannot deserialize value of type",
                "n\": 6 => n\": 5|gives vectors of 6, and manifest.json says dimension 5; correct the manifest",
                "n\": 6 => n\": 0|manifest.json: dimension is 0; it must be 1 or more",
                "\"OnnxRuntime\" => \"TensorFlow\"|engine 'TensorFlow' is not known; it must be OnnxRuntime or PyTorch",
                "\"licence\": \"Apache-2.0\", => ''|manifest.json: 'licence' is missing",
                "\"tiny\", => \"tiny\", \"colour\": 1,|Unrecognized field \"colour\"",
                "\"revin\" => \"standardise\"|preprocessing has 0 means and 0 standard deviations; standardise needs as many of both",
                "\"sha256\": \" => \"sha256\": \"0|and manifest.json says '0",
                "\"model.onnx\" => \"../../secret.txt\"|model '../../secret.txt' is not the name of a file next to the manifest",
                "\"model.onnx\" => \"/etc/passwd\"|model '/etc/passwd' is not the name of a file",
                "\"model.onnx\" => \"file:/etc/passwd\"|model 'file:/etc/passwd' is not the name of a file",
                "\"model.onnx\" => \"file:secret\"|model 'file:secret' is not the name of a file",
                "\"model.onnx\" => \"sub/model.onnx\"|model 'sub/model.onnx' is not the name of a file",
                "\"model.onnx\" => \"..\"|model '..' is not the name of a file",
                "\"model.onnx\" => \"\"|model '' is not the name of a file"
            })
    void aManifestThatDoesNotFitIsRefusedWithTheReason(String change, String reason) {
        assertThatThrownBy(() -> Bundles.with(change.replace("''", "")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileThatIsNotAModelIsRefused() {
        byte[] cut = Arrays.copyOf(Bundles.model(), Bundles.model().length / 2);
        String manifest =
                Bundles.manifest().replaceFirst("\"sha256\": \"\\w+\"", "\"sha256\": \"" + Manifest.sha256(cut) + "\"");

        assertThatThrownBy(() -> EncoderBundle.of(
                        Manifest.parse(manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8)), cut))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("model.onnx: is not an ONNX file, or damaged near byte");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1\" => \"tokens\"|output is 'tokens'; TorchScript has no names for outputs, so it must be the position",
                "\"sha256\": \" => \"sha256\": \"0|and manifest.json says '0"
            })
    void aManifestThatDoesNotFitTorchScriptIsRefusedWithTheReason(String change, String reason) {
        assertThatThrownBy(() -> Bundles.with(Bundles.TORCHSCRIPT, change))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aFileWithoutCodeIsNotTorchScript() {
        String manifest = Bundles.manifest()
                .replace(Manifest.ONNX_RUNTIME, Manifest.PYTORCH)
                .replace("\"tokens\"", "\"0\"");

        assertThatThrownBy(() -> EncoderBundle.of(
                        Manifest.parse(manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8)), Bundles.model()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("model.onnx: is not TorchScript; save the model with torch.jit.save");
    }

    @Test
    void theIdCoversOnlyWhatDeterminesEmbeddings() {
        String id = Bundles.tiny().id();

        assertThat(id).matches("[0-9a-f]{64}");
        assertThat(Bundles.with("\"tiny\" => \"small\"").id()).isEqualTo(id);
        assertThat(Bundles.with("Apache-2.0 => MIT").id()).isEqualTo(id);
        assertThat(Bundles.with("revin => none").id()).isNotEqualTo(id);
    }
}
