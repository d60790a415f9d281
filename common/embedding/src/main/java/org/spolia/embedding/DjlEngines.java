package org.spolia.embedding;

import ai.djl.engine.Engine;
import java.util.Map;

/**
 * The engines of DJL, by its names for them. Each gets one thread for a batch: a sum over more has an order of its own
 * in each run, and the slots of a process would be in each other's way.
 */
public final class DjlEngines {
    /** What the classes of DJL look at when they are loaded. */
    private static final Map<String, String> SETTINGS = Map.of(
            // Nothing is asked of, or told to, any server.
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            // Or PyTorch, where it is on the class path, would be unpacked and loaded beside ONNX Runtime.
            "ai.djl.onnx.disable_alternative", "true",
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1",
            // A model that is compiled anew after its first batches may give other bits then.
            "ai.djl.pytorch.graph_optimizer", "false");

    private static final Map<String, String> PLACES = Map.of(
            Manifest.ONNX_RUNTIME, "it is in spolia-natives.jar",
            Manifest.PYTORCH, "its jars are in the folder pytorch");

    private DjlEngines() {}

    /**
     * An engine.
     *
     * @throws BundleException if it is not on the class path
     */
    public static Engine of(String name) {
        SETTINGS.forEach(System::setProperty);
        Engine engine = Engine.hasEngine(name) ? Engine.getEngine(name) : null;
        if (engine == null) {
            throw new BundleException("engine " + name + " is not on the class path; " + PLACES.get(name));
        }
        return engine;
    }
}
