package org.spolia.symbolic.evaluation;

/** What evaluation runs on in this JVM. */
public final class VectorSupport {
    private VectorSupport() {}

    /** The bits of a vector register that the loops use; 0 where the Vector API is absent. */
    public static int bits() {
        return Kernels.preferred().vectorBits();
    }
}
