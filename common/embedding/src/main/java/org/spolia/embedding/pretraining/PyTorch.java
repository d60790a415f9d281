package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.spolia.embedding.DjlEngines;
import org.spolia.embedding.Manifest;

/**
 * The engine that differentiates, with one thread for each training, so that sums have one order and tasks of a process
 * are not in each other's way.
 */
public final class PyTorch {
    private PyTorch() {}

    /** What arrays are made with, and freed. */
    public static NDManager newManager() {
        return DjlEngines.of(Manifest.PYTORCH).newBaseManager();
    }

    /**
     * The gradients of a loss. DJL's own collector, of which a process can have but one, would keep tasks from training
     * side by side; whether operations are recorded is a matter of each thread in PyTorch itself.
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
