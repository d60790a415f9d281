package org.spolia.bench.kernels;

import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.ScalarKernels;

/** The two implementations of a loop, which give equal bits. */
public enum Implementation {
    SCALAR,
    /** Plain Java if the operator has no vector loop or the JVM has no Vector API. */
    VECTOR;

    Kernels doubles() {
        return switch (this) {
            case SCALAR -> new ScalarKernels();
            case VECTOR -> Kernels.preferred();
        };
    }
}
