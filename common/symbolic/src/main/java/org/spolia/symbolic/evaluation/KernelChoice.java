package org.spolia.symbolic.evaluation;

/** Chooses the kernels once per JVM. */
final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String QUICK_COMPILER_ONLY = "emulated-client";

    static final Kernels PREFERRED = choose();

    private KernelChoice() {}

    private static Kernels choose() {
        if (!isOptimised()) {
            return new ScalarKernels();
        }
        if (ModuleLayer.boot().findModule(MODULE).isPresent() || isLoaded()) {
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

    /**
     * Whether the JVM has the compiler that makes instructions of operations on vectors. The quick compiler makes
     * objects of them, and a search takes several times as long.
     */
    private static boolean isOptimised() {
        return !System.getProperty("java.vm.info", "").contains(QUICK_COMPILER_ONLY);
    }

    /**
     * Loads the module into the running JVM, as the JDK does with its agents. A JVM that starts with the module prints
     * a warning about incubator modules that no option turns off. Needs
     * {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED}.
     */
    private static boolean isLoaded() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
