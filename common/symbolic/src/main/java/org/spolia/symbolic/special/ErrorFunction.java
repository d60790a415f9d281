package org.spolia.symbolic.special;

/**
 * The error function erf, within 2 ulp, and its complement erfc = 1 - erf, within 4 ulp, also where it is tiny.
 *
 * <p>(1 + 2 x) exp(x^2) erfc(x) is a polynomial P in t = (x - c) / (x + c) for x >= 0 (Shepherd and Laframboise,
 * Mathematics of Computation 36, 1981); the square is carried in two parts. Below 1, erf(x) = x + x E(x^2).
 */
public final class ErrorFunction {

    static final double CENTRE = 3.8125;
    /** Up to here erfc is taken as 1 - erf. */
    static final double SMALL = 0.75;
    /** From here on erfc is below half the smallest number. */
    static final double CLAMP = 27.5;

    static final double E0 = 0.1283791670955126;
    static final double E1 = -0.37612638903183876;
    static final double E2 = 0.11283791670958783;
    static final double E3 = -0.026866170645631897;
    static final double E4 = 0.00522397762924565;
    static final double E5 = -0.0008548327199358272;
    static final double E6 = 0.00012055338161400656;
    static final double E7 = -1.4925748180206354e-05;
    static final double E8 = 1.6463247307130268e-06;
    static final double E9 = -1.6372371891698225e-07;
    static final double E10 = 1.4798357234369911e-08;
    static final double E11 = -1.1876555591839105e-09;
    static final double E12 = 6.762801671547239e-11;

    static final double P0 = 1.2363539084541144;
    static final double P1 = -0.14015514677325877;
    static final double P2 = 0.006738807450821601;
    static final double P3 = 0.07862435546319925;
    static final double P4 = -0.106971246190652;
    static final double P5 = 0.09290774430747759;
    static final double P6 = -0.06081432180598255;
    static final double P7 = 0.03063056269298097;
    static final double P8 = -0.011296473856292618;
    static final double P9 = 0.002467910561563275;
    static final double P10 = 0.00011018514019443515;
    static final double P11 = -0.00030065667321590864;
    static final double P12 = 8.064492241059967e-05;
    static final double P13 = 1.4373701801593689e-05;
    static final double P14 = -1.3468241232895605e-05;
    static final double P15 = 7.104073251672165e-07;
    static final double P16 = 1.7487353736857424e-06;
    static final double P17 = -3.2396865352837195e-07;
    static final double P18 = -2.3090041230864917e-07;
    static final double P19 = 6.006496002993276e-08;
    static final double P20 = 3.4248080069104934e-08;
    static final double P21 = -5.803882566422589e-09;
    static final double P22 = -4.432316367560751e-09;
    static final double P23 = -4.5619102773095367e-10;

    private ErrorFunction() {}

    public static double erf(double x) {
        double a = Math.abs(x);
        return Math.copySign(a > 1 ? 1 - complement(a) : small(a), x);
    }

    public static double erfc(double x) {
        double a = Math.abs(x);
        double y = a > SMALL ? complement(a) : 1 - small(a);
        return x < 0 ? 2 - y : y;
    }

    /** erf of a number between 0 and 1. */
    private static double small(double a) {
        double z = a * a;
        double w = z * z;
        double even = Math.fma(
                Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(w, E12, E10), w, E8), w, E6), w, E4), w, E2), w, E0);
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(w, E11, E9), w, E7), w, E5), w, E3), w, E1);
        return Math.fma(a, Math.fma(odd, z, even), a);
    }

    /** erfc of a number >= 0. */
    private static double complement(double x) {
        double a = x > CLAMP ? CLAMP : x;
        double t = (a - CENTRE) / (a + CENTRE);
        double w = t * t;
        double even = Math.fma(
                Math.fma(
                        Math.fma(
                                Math.fma(
                                        Math.fma(
                                                Math.fma(
                                                        Math.fma(
                                                                Math.fma(
                                                                        Math.fma(
                                                                                Math.fma(Math.fma(w, P22, P20), w, P18),
                                                                                w,
                                                                                P16),
                                                                        w,
                                                                        P14),
                                                                w,
                                                                P12),
                                                        w,
                                                        P10),
                                                w,
                                                P8),
                                        w,
                                        P6),
                                w,
                                P4),
                        w,
                        P2),
                w,
                P0);
        double odd = Math.fma(
                Math.fma(
                        Math.fma(
                                Math.fma(
                                        Math.fma(
                                                Math.fma(
                                                        Math.fma(
                                                                Math.fma(
                                                                        Math.fma(
                                                                                Math.fma(Math.fma(w, P23, P21), w, P19),
                                                                                w,
                                                                                P17),
                                                                        w,
                                                                        P15),
                                                                w,
                                                                P13),
                                                        w,
                                                        P11),
                                                w,
                                                P9),
                                        w,
                                        P7),
                                w,
                                P5),
                        w,
                        P3),
                w,
                P1);
        double p = Math.fma(odd, t, even);
        double square = -a * a;
        double e = Exponential.exp(square, Math.fma(-a, a, -square));
        return e * (p / Math.fma(a, 2, 1));
    }
}
