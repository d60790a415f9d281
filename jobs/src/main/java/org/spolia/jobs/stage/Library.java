package org.spolia.jobs.stage;

/** Jars with native code that some stages need in addition to the jar of Spolia. */
public enum Library {
    /** Runs encoders: DJL and ONNX Runtime. */
    MODELS,
    /** Trains models, and runs models in TorchScript. */
    PYTORCH
}
