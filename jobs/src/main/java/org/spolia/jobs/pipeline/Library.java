package org.spolia.jobs.pipeline;

/** Jars that some stages need in addition to that of Spolia, each with native code. */
public enum Library {
    /** Runs encoders: DJL and ONNX Runtime. */
    MODELS,
    /** Trains models, and runs those in TorchScript. */
    PYTORCH
}
