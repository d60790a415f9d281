package org.spolia.symbolic.evaluation;

/** The vector support of this JVM. */
public final class VectorSupport {
    private VectorSupport() {}

    /** Returns the bits of a vector register that the loops use; 0 without the Vector API. */
    public static int bits() {
        return Kernels.preferred().vectorBits();
    }
}
