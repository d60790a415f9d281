package org.spolia.embedding.pretraining;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.spolia.embedding.BundleException;

/**
 * The engine that differentiates, with one thread for each training, so that sums have one order and tasks of a process are not in each
 * other's way.
 */
final class PyTorch {
    private static final String NAME = "PyTorch";

    private PyTorch() {}

    /** What arrays are made with, and freed. */
    static NDManager newManager() {
        // Before the first class of DJL looks: nothing is asked of, or told to, any server.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        if (!Engine.hasEngine(NAME)) {
            throw new BundleException(
                    "engine " + NAME + " is not on the class path; its jars are in the folder pytorch");
        }
        return Engine.getEngine(NAME).newBaseManager();
    }

    /**
     * The gradients of a loss. DJL's own collector, of which a process can have but one, would keep tasks from training side by side; whether
     * operations are recorded is a matter of each thread in PyTorch itself.
     */
    static void withGradients(Runnable forwardAndBackward) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            forwardAndBackward.run();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    static void backward(NDManager manager, NDArray loss) {
        PtNDArray one = (PtNDArray) manager.ones(loss.getShape(), loss.getDataType());
        JniUtils.backward((PtNDArray) loss, one, false, false);
    }
}
