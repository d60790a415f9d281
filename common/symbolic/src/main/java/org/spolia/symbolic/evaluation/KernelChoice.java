package org.spolia.symbolic.evaluation;

/** Decides once for each JVM which loops run. */
final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";

    static final Kernels PREFERRED = choose();

    private KernelChoice() {}

    private static Kernels choose() {
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            return new VectorKernels();
        }
        System.getLogger(KernelChoice.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "The module {0} is absent, so evaluation runs without vectors and several times slower;"
                                + " start Java with --add-modules={0}",
                        MODULE);
        return new ScalarKernels();
    }
}
