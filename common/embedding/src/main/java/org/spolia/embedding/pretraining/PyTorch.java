package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.spolia.embedding.DjlEngines;
import org.spolia.embedding.Manifest;

/**
 * The engine that differentiates, with one thread for each training, so that sums have a fixed order and tasks of a
 * process do not compete for cores.
 */
public final class PyTorch {
    private PyTorch() {}

    /** Creates a manager that allocates and frees arrays. */
    public static NDManager newManager() {
        return DjlEngines.of(Manifest.PYTORCH).newBaseManager();
    }

    /**
     * Computes the gradients of a loss. DJL's own collector exists once per process and would prevent parallel training
     * of tasks; in PyTorch itself, each thread decides whether operations are recorded.
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
