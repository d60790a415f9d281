package org.spolia.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundles that {@code src/test/python} made, and the results of Python's onnxruntime and PyTorch for their samples.
 */
final class Bundles {
    static final String ONNX = "tiny";
    static final String TORCHSCRIPT = "torchscript";

    static final SampleShape SHAPE = new SampleShape(2, 1, List.of(8, 8));

    private static final Path FOLDER =
            Path.of(System.getProperty("spolia.root"), "common/embedding/src/test/resources/org/spolia/embedding");

    private Bundles() {}

    static byte[] model() {
        return bytes(ONNX, "model.onnx");
    }

    static String manifest() {
        return manifest(ONNX);
    }

    static String manifest(String bundle) {
        return new String(bytes(bundle, Manifest.FILE), StandardCharsets.UTF_8);
    }

    static EncoderBundle tiny() {
        return with("");
    }

    /** Returns the bundle with a changed manifest, given as {@code text => other text}; unchanged for an empty text. */
    static EncoderBundle with(String change) {
        return with(ONNX, change);
    }

    static EncoderBundle with(String bundle, String change) {
        String[] parts = change.split(" => ", -1);
        String manifest = change.isEmpty() ? manifest(bundle) : manifest(bundle).replace(parts[0], parts[1]);
        return EncoderBundle.of(
                Manifest.parse(manifest.getBytes(StandardCharsets.UTF_8)),
                bytes(bundle, bundle.equals(ONNX) ? "model.onnx" : "model.pt"));
    }

    static List<float[]> samples() {
        return samples(ONNX);
    }

    static List<float[]> samples(String bundle) {
        return numbers(bundle, "samples.csv");
    }

    static List<float[]> vectors(String bundle) {
        return numbers(bundle, "vectors.csv");
    }

    private static List<float[]> numbers(String bundle, String file) {
        List<float[]> rows = new ArrayList<>();
        for (String line :
                new String(bytes(bundle, file), StandardCharsets.UTF_8).lines().toList()) {
            String[] cells = line.split(",", -1);
            float[] row = new float[cells.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = Float.parseFloat(cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static byte[] bytes(String bundle, String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(bundle).resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
