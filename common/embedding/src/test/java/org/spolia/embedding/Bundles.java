package org.spolia.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bundle that {@code src/test/python/tiny.py} made, and what onnxruntime of Python makes of its samples. */
final class Bundles {
    static final SampleShape SHAPE = new SampleShape(2, 1, List.of(8, 8));

    private static final Path TINY =
            Path.of(System.getProperty("spolia.root"), "common/embedding/src/test/resources/org/spolia/embedding/tiny");

    private Bundles() {}

    static byte[] model() {
        return bytes("model.onnx");
    }

    static String manifest() {
        return new String(bytes(Manifest.FILE), StandardCharsets.UTF_8);
    }

    static EncoderBundle tiny() {
        return with("");
    }

    /** The bundle with another manifest, as {@code text => other text}; with an empty text the same. */
    static EncoderBundle with(String change) {
        String[] parts = change.split(" => ", -1);
        String manifest = change.isEmpty() ? manifest() : manifest().replace(parts[0], parts[1]);
        return EncoderBundle.of(Manifest.parse(manifest.getBytes(StandardCharsets.UTF_8)), model());
    }

    static List<float[]> samples() {
        return numbers("samples.csv");
    }

    static List<float[]> vectors() {
        return numbers("vectors.csv");
    }

    private static List<float[]> numbers(String file) {
        List<float[]> rows = new ArrayList<>();
        for (String line :
                new String(bytes(file), StandardCharsets.UTF_8).lines().toList()) {
            String[] cells = line.split(",", -1);
            float[] row = new float[cells.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = Float.parseFloat(cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(TINY.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
