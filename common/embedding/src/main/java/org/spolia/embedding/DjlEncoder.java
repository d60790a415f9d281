package org.spolia.embedding;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** A model that an engine of DJL runs. It comes from memory, so neither a cache below HOME nor a network is needed. */
final class DjlEncoder implements Encoder {
    /** One thread for each embedder: a sum over more has an order of its own in each run, and slots would get in each other's way. */
    private static final Map<String, String> OPTIONS = Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

    private final Manifest manifest;
    private final Model model;
    private final int output;

    private DjlEncoder(Manifest manifest, Model model, int output) {
        this.manifest = manifest;
        this.model = model;
        this.output = output;
    }

    static DjlEncoder load(Manifest manifest, byte[] file, int output, ComputeDevice device) {
        Engine engine = engine(manifest.engine());
        if (device.gpu().isPresent() && !engine.hasCapability(StandardCapabilities.CUDA)) {
            throw new BundleException(device + " is assigned to this task, and the libraries of " + manifest.engine()
                    + " run on the processor alone; build those for CUDA with the Maven profile gpu (mvn -Pgpu package), "
                    + "or assign no GPU");
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

    private static Engine engine(String name) {
        // Before the first class of DJL looks: nothing is asked of, or told to, any server.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Or PyTorch, where it is on the class path, would be unpacked and loaded beside it.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        Engine engine = Engine.getEngine(name);
        if (engine == null) {
            throw new BundleException("engine " + name + " is not on the class path; it is in spolia-natives.jar");
        }
        return engine;
    }

    private static Device djl(ComputeDevice device) {
        return device.gpu().isPresent() ? Device.gpu(device.gpu().getAsInt()) : Device.cpu();
    }

    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
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
