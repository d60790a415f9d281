package org.spolia.embedding;

import ai.djl.engine.Engine;
import java.util.Map;

/**
 * The engines of DJL, by their names there. Each uses one thread for a batch, because a sum over several threads has
 * another order in each run, and the slots of a process would compete for cores.
 */
public final class DjlEngines {
    /** System properties that the classes of DJL read when they are loaded. */
    private static final Map<String, String> SETTINGS = Map.of(
            // No server is contacted.
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            // Otherwise PyTorch, if it is on the class path, would be unpacked and loaded in addition to ONNX Runtime.
            "ai.djl.onnx.disable_alternative", "true",
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1",
            // A model that is recompiled after its first batches may then give other bits.
            "ai.djl.pytorch.graph_optimizer", "false");

    private static final Map<String, String> PLACES = Map.of(
            Manifest.ONNX_RUNTIME, "it is in spolia-natives.jar",
            Manifest.PYTORCH, "its jars are in the folder pytorch");

    private DjlEngines() {}

    /**
     * Returns an engine.
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
