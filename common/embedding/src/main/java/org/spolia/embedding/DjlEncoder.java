package org.spolia.embedding;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A model that an engine of DJL runs. It is loaded from memory, so it needs neither a cache below HOME nor a network.
 */
final class DjlEncoder implements Encoder {
    /**
     * One thread for each embedder in ONNX Runtime, and the weights on the device in PyTorch. Each engine ignores the
     * options of the other.
     */
    private static final Map<String, String> OPTIONS =
            Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1", "mapLocation", "true");

    private final Manifest manifest;
    private final Model model;
    private final int output;

    private DjlEncoder(Manifest manifest, Model model, int output) {
        this.manifest = manifest;
        this.model = model;
        this.output = output;
    }

    static DjlEncoder load(Manifest manifest, byte[] file, int output, ComputeDevice device) {
        Engine engine = DjlEngines.of(manifest.engine());
        if (device.gpu().isPresent() && !engine.hasCapability(StandardCapabilities.CUDA)) {
            throw new BundleException(device + " is assigned to this task, and the libraries of " + manifest.engine()
                    + " run on the processor alone; "
                    + (manifest.engine().equals(Manifest.PYTORCH)
                            ? "export the model as ONNX"
                            : "build those for CUDA with the Maven profile gpu (mvn -Pgpu package)")
                    + ", or assign no GPU");
        }
        Model model = Model.newInstance(manifest.name(), djl(device), manifest.engine());
        try {
            model.load(new ByteArrayInputStream(file), OPTIONS);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new BundleException(
                    manifest.model() + ": " + manifest.engine() + " " + engine.getVersion() + " cannot load it on "
                            + device + ": " + cause(e),
                    e);
        }
        return new DjlEncoder(manifest, model, output);
    }

    private static Device djl(ComputeDevice device) {
        return device.gpu().isPresent() ? Device.gpu(device.gpu().getAsInt()) : Device.cpu();
    }

    /** Returns the reason why an engine failed, in one line. PyTorch puts the problem last, below the stack. */
    static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        List<String> lines = String.valueOf(root.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.stream()
                .filter(line -> line.contains("Error: "))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? root.toString() : lines.get(0))
                .strip();
    }

    @Override
    public Embedder embedder() {
        return new DjlEmbedder(manifest, model, output);
    }

    @Override
    public void close() {
        model.close();
    }
}
