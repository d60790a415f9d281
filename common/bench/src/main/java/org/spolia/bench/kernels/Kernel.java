package org.spolia.bench.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.special.SingleArcSine;
import org.spolia.symbolic.special.SingleArcSineVector;
import org.spolia.symbolic.special.SingleExponential;
import org.spolia.symbolic.special.SingleExponentialVector;
import org.spolia.symbolic.special.SingleHyperbolicTangent;
import org.spolia.symbolic.special.SingleHyperbolicTangentVector;
import org.spolia.symbolic.special.SingleLogarithm;
import org.spolia.symbolic.special.SingleLogarithmVector;
import org.spolia.symbolic.special.SinglePower;
import org.spolia.symbolic.special.SinglePowerVector;
import org.spolia.symbolic.special.SingleSine;
import org.spolia.symbolic.special.SingleSineVector;

/**
 * An operator over arrays in both implementations, with the range of its first argument in practice. Kernels over
 * floats have names that end in {@code .float}; all others are over doubles.
 */
record Kernel(String name, Pair pair, double low, double high) {
    /** The bits of a vector register. Reading them loads the Vector API, before anything refers to vector loops. */
    static final int VECTOR_BITS = Kernels.preferred().vectorBits();

    /** Makes a loop over arguments that writes its results to a new array. */
    @FunctionalInterface
    interface Pair {
        Loop over(Implementation implementation, double[] x, double[] y);
    }

    /** Evaluates all elements and returns the array of the results, {@code double[]} or {@code float[]}. */
    @FunctionalInterface
    interface Loop {
        Object run();
    }

    @FunctionalInterface
    interface SingleScalar {
        float apply(float x);
    }

    @FunctionalInterface
    interface SingleVector {
        void apply(float[] x, float[] out, int count);
    }

    @FunctionalInterface
    private interface Doubles {
        void apply(Kernels kernels, double[] x, double[] y, double[] out);
    }

    /** The operators with a vector loop. */
    static List<Kernel> vectorised() {
        return List.of(
                unary("exp", -20, 20),
                unary("log", 0, 100),
                unary("log2", 0, 100),
                unary("log10", 0, 100),
                unary("cbrt", -10, 10),
                unary("sin", -20, 20),
                unary("cos", -20, 20),
                unary("tan", -20, 20),
                unary("sinh", -5, 5),
                unary("cosh", -5, 5),
                unary("tanh", -5, 5),
                unary("asin", -1, 1),
                unary("acos", -1, 1),
                unary("atan", -5, 5),
                unary("li2", -5, 5),
                unary("erf", -3, 3),
                unary("erfc", -3, 3),
                power("pow", (kernels, x, y, out) -> kernels.binary(opcode("pow"), x, y, out, x.length), 0),
                power("x^2.5", (kernels, x, y, out) -> kernels.binary(opcode("pow"), x, 2.5, out, x.length), 0),
                power("x^3", (kernels, x, y, out) -> kernels.binary(opcode("pow"), x, 3, out, x.length), -10),
                power("2^x", (kernels, x, y, out) -> kernels.binary(opcode("pow"), 2, x, out, x.length), -10),
                single("exp.float", SingleExponential::exp, SingleExponentialVector::exp, -20, 20),
                single("log.float", SingleLogarithm::log, SingleLogarithmVector::log, 0, 100),
                single("sin.float", SingleSine::sin, SingleSineVector::sin, -20, 20),
                single("cos.float", SingleSine::cos, SingleSineVector::cos, -20, 20),
                single("tanh.float", SingleHyperbolicTangent::tanh, SingleHyperbolicTangentVector::tanh, -5, 5),
                single("asin.float", SingleArcSine::asin, SingleArcSineVector::asin, -1, 1),
                new Kernel("pow.float", Kernel::singlePower, 0, 10));
    }

    /** The functions without a vector loop, so both implementations are the same. */
    static List<Kernel> scalar() {
        return List.of(
                unary("asinh", -5, 5),
                unary("acosh", 1, 5),
                unary("atanh", -1, 1),
                unary("log1p", -1, 5),
                unary("gamma", -5, 20),
                unary("lgamma", -5, 20),
                unary("j0", -20, 20),
                unary("j1", -20, 20),
                unary("lambertw", -0.36, 10),
                unary("logistic", -5, 5),
                unary("saturation", -5, 5),
                unary("relu", -5, 5),
                unary("placebo1", -5, 5),
                unary("placebo2", -5, 5),
                unary("placebo3", -5, 5));
    }

    /**
     * Returns the kernel of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kernel named(String name) {
        List<Kernel> all =
                Stream.concat(vectorised().stream(), scalar().stream()).toList();
        return all.stream()
                .filter(kernel -> kernel.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown kernel '" + name + "'; there are "
                        + String.join(", ", all.stream().map(Kernel::name).toList())));
    }

    private static Kernel unary(String name, double low, double high) {
        int opcode = opcode(name);
        return new Kernel(name, doubles((kernels, x, y, out) -> kernels.unary(opcode, x, out, x.length)), low, high);
    }

    private static Kernel power(String name, Doubles loop, double low) {
        return new Kernel(name, doubles(loop), low, 10);
    }

    private static Pair doubles(Doubles loop) {
        return (implementation, x, y) -> {
            Kernels kernels = implementation.doubles();
            double[] out = new double[x.length];
            return () -> {
                loop.apply(kernels, x, y, out);
                return out;
            };
        };
    }

    private static Kernel single(String name, SingleScalar scalar, SingleVector vector, double low, double high) {
        Pair pair = (implementation, arguments, second) -> {
            float[] x = new float[arguments.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) arguments[i];
            }
            float[] out = new float[x.length];
            return switch (implementation) {
                case SCALAR ->
                    () -> {
                        for (int i = 0; i < out.length; i++) {
                            out[i] = scalar.apply(x[i]);
                        }
                        return out;
                    };
                case VECTOR ->
                    () -> {
                        vector.apply(x, out, out.length);
                        return out;
                    };
            };
        };
        return new Kernel(name, pair, low, high);
    }

    /** Powers of floats are computed in doubles, so the implementations agree only after rounding. */
    private static Loop singlePower(Implementation implementation, double[] first, double[] second) {
        double[] x = rounded(first);
        double[] y = rounded(second);
        double[] out = new double[x.length];
        return switch (implementation) {
            case SCALAR ->
                () -> {
                    for (int i = 0; i < out.length; i++) {
                        out[i] = SinglePower.wide(x[i], y[i]);
                    }
                    return out;
                };
            case VECTOR ->
                () -> {
                    SinglePowerVector.pow(x, y, out, out.length);
                    return out;
                };
        };
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }

    private static int opcode(String operator) {
        return Operator.named(operator).orElseThrow().opcode();
    }
}
