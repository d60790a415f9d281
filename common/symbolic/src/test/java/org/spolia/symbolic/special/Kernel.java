package org.spolia.symbolic.special;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A scalar function and its vector loop with the range of their argument in practice: the test data of this package.
 * Functions of one argument ignore {@code y}.
 */
record Kernel(String name, Scalar scalar, Loop loop, double low, double high) {

    @FunctionalInterface
    interface Scalar {
        double apply(double x, double y);
    }

    @FunctionalInterface
    interface Loop {
        void apply(double[] x, double[] y, double[] out, int n);
    }

    @FunctionalInterface
    interface UnaryLoop {
        void apply(double[] x, double[] out, int n);
    }

    static List<Kernel> all() {
        return List.of(
                unary("exp", Exponential::exp, ExponentialVector::exp, -20, 20),
                unary("log", Logarithm::log, LogarithmVector::log, 0, 100),
                unary("log2", CommonLogarithm::log2, CommonLogarithmVector::log2, 0, 100),
                unary("log10", CommonLogarithm::log10, CommonLogarithmVector::log10, 0, 100),
                unary("cbrt", CubeRoot::cbrt, CubeRootVector::cbrt, -10, 10),
                unary("sin", Sine::sin, SineVector::sin, -20, 20),
                unary("cos", Sine::cos, SineVector::cos, -20, 20),
                unary("tan", Tangent::tan, TangentVector::tan, -20, 20),
                unary("sinh", HyperbolicSine::sinh, HyperbolicSineVector::sinh, -5, 5),
                unary("cosh", HyperbolicSine::cosh, HyperbolicSineVector::cosh, -5, 5),
                unary("tanh", HyperbolicTangent::tanh, HyperbolicTangentVector::tanh, -5, 5),
                unary("asin", ArcSine::asin, ArcSineVector::asin, -1, 1),
                unary("acos", ArcSine::acos, ArcSineVector::acos, -1, 1),
                unary("atan", ArcTangent::atan, ArcTangentVector::atan, -5, 5),
                unary("li2", Dilogarithm::li2, DilogarithmVector::li2, -5, 5),
                unary("erf", ErrorFunction::erf, ErrorFunctionVector::erf, -3, 3),
                unary("erfc", ErrorFunction::erfc, ErrorFunctionVector::erfc, -3, 3),
                scalar("asinh", InverseHyperbolic::asinh, -5, 5),
                scalar("acosh", InverseHyperbolic::acosh, 1, 5),
                scalar("atanh", InverseHyperbolic::atanh, -1, 1),
                scalar("log1p", ShiftedLogarithm::log1p, -1, 5),
                scalar("gamma", GammaFunction::gamma, -5, 20),
                scalar("lgamma", GammaFunction::lgamma, -5, 20),
                scalar("digamma", GammaFunction::digamma, -5, 20),
                scalar("j0", Bessel::j0, -20, 20),
                scalar("j1", Bessel::j1, -20, 20),
                scalar("lambertw", LambertFunction::lambertw, -0.36, 10),
                scalar("logistic", Saturation::logistic, -5, 5),
                scalar("saturation", Saturation::hyperbola, -5, 5),
                scalar("relu", Saturation::relu, -5, 5),
                scalar("placebo1", Placebo.ONE::value, -5, 5),
                scalar("placebo2", Placebo.TWO::value, -5, 5),
                scalar("placebo3", Placebo.THREE::value, -5, 5),
                new Kernel("pow", Power::pow, PowerVector::pow, 0, 10),
                constantExponent(2.5, 0, 10),
                constantExponent(3, -10, 10),
                constantExponent(-1, 0, 10),
                constantBase(2),
                constantBase(-0.7));
    }

    static Kernel named(String name) {
        return all().stream()
                .filter(kernel -> kernel.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Kernel unary(String name, DoubleUnaryOperator scalar, UnaryLoop loop, double low, double high) {
        return new Kernel(name, (x, y) -> scalar.applyAsDouble(x), (x, y, out, n) -> loop.apply(x, out, n), low, high);
    }

    /** Creates a function without a vector loop. */
    private static Kernel scalar(String name, DoubleUnaryOperator scalar, double low, double high) {
        UnaryLoop loop = (x, out, n) -> {
            for (int i = 0; i < n; i++) {
                out[i] = scalar.applyAsDouble(x[i]);
            }
        };
        return unary(name, scalar, loop, low, high);
    }

    private static Kernel constantExponent(double exponent, double low, double high) {
        return new Kernel(
                "x^" + exponent,
                (x, y) -> Power.pow(x, exponent),
                (x, y, out, n) -> PowerVector.powConstantExponent(x, exponent, out, n),
                low,
                high);
    }

    private static Kernel constantBase(double base) {
        return new Kernel(
                base + "^x",
                (x, y) -> Power.pow(base, x),
                (x, y, out, n) -> PowerVector.powConstantBase(base, x, out, n),
                -5,
                5);
    }

    /** Arguments x by the name of their distribution. */
    Map<String, double[]> arguments(Samples samples, int n) {
        Map<String, double[]> arguments = new LinkedHashMap<>();
        arguments.put("practice", Samples.fill(n, () -> samples.between(low, high)));
        arguments.put("any double", Samples.fill(n, samples::anyDouble));
        arguments.put("any magnitude", Samples.fill(n, samples::anyMagnitude));
        arguments.put("unit interval", Samples.fill(n, () -> samples.between(-1, 1)));
        arguments.put("hundreds", Samples.fill(n, () -> samples.between(-800, 800)));
        arguments.put("subnormal", Samples.fill(n, samples::subnormal));
        arguments.put("near turns", Samples.fill(n, samples::nearTurn));
        arguments.put("halves", Samples.fill(n, samples::half));
        arguments.put("landmarks", Samples.fill(n, samples::landmark));
        arguments.put("strewn", Samples.fill(n, () -> samples.strewn(low, high)));
        return arguments;
    }

    /** Second arguments, all distributions mixed. */
    static double[] exponents(Samples samples, int n) {
        return Samples.fill(n, () -> switch ((int) Math.floorMod(samples.bits(), 5L)) {
            case 0 -> samples.half();
            case 1 -> samples.anyMagnitude();
            case 2 -> samples.landmark();
            case 3 -> samples.anyDouble();
            default -> samples.between(-4, 4);
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
