package org.spolia.symbolic.special;

/**
 * The Bessel functions of the first kind of order 0 and 1, within 8e-16 of their envelope (1 up to 8, then sqrt(2 / (pi
 * x))).
 *
 * <p>Up to 8 they are Chebyshev series in x^2. Beyond, sqrt(2 / (pi x)) (P cos(x - c) - Q sin(x - c)) with c = pi/4 and
 * 3 pi/4, where P and x Q are Chebyshev series in 1 / x^2 (Watson, A Treatise on the Theory of Bessel Functions, 7.3).
 */
public final class Bessel {
    private static final double EDGE = 8;

    static final double[] J0 = {
        0.15772797147489012,
        -0.008723442352852221,
        0.2651786132033368,
        -0.37009499387264977,
        0.15806710233209725,
        -0.034893769411408884,
        0.004819180069467605,
        -0.00046062616620627504,
        3.246032882100508e-05,
        -1.7619469077621507e-06,
        7.608163592418782e-08,
        -2.679253530557673e-09,
        7.848696314479465e-11,
        -1.9438346867370164e-12,
        4.125320595634374e-14,
        -7.588508125447546e-16,
        1.2218515873961411e-17
    };
    static final double[] J1 = {
        0.08104484632565812,
        -0.1489751450676521,
        0.1609992623572097,
        -0.08268049176681791,
        0.022213639654966037,
        -0.003646940600769276,
        0.0004050337728354822,
        -3.255554866857259e-05,
        1.9858774049915165e-06,
        -9.521984756750436e-08,
        3.687133759097148e-09,
        -1.178026622695885e-10,
        3.160154580348003e-12,
        -7.221755239651773e-14,
        1.4232144003513942e-15,
        -2.4441972916190464e-17
    };
    static final double[] P0 = {
        0.9994603493475187,
        -0.0005365220468132117,
        3.0751847875194745e-06,
        -5.1705945376060975e-08,
        1.6306464635151382e-09,
        -7.86409137723707e-11,
        5.168262387349193e-12,
        -4.3045788699253914e-13,
        4.3265957431549404e-14,
        -5.069034095935236e-15,
        6.748072215733873e-16,
        -1.0011513723467786e-16,
        1.6305919233744186e-17,
        -2.880866169482871e-18
    };
    static final double[] Q0 = {
        -0.015555854605337009,
        6.838519942611649e-05,
        -7.414498411060647e-07,
        1.7972457247968992e-08,
        -7.27191593686632e-10,
        4.2201219046687385e-11,
        -3.206747420996635e-12,
        3.006145125351706e-13,
        -3.336328185322427e-14,
        4.255225040245461e-15,
        -6.09993013164005e-16,
        9.662128970303257e-17,
        -1.6686065214378146e-17,
        3.1082440486738143e-18
    };
    static final double[] P1 = {
        1.0009030408600137,
        0.0008989898330859408,
        -3.987284300488908e-06,
        6.177633960644299e-08,
        -1.8718907491063067e-09,
        8.816898659582339e-11,
        -5.704863640395645e-12,
        4.699195515230542e-13,
        -4.6842237839904895e-14,
        5.452674896044717e-15,
        -7.221180842274018e-16,
        1.0667689114335412e-16,
        -1.7312313216116335e-17,
        3.0492991197665872e-18
    };
    static final double[] Q1 = {
        0.04677778706953532,
        -9.62772354915708e-05,
        9.138615257955454e-07,
        -2.0959781384083424e-08,
        8.229193327650554e-10,
        -4.686363688176945e-11,
        3.5152187949686082e-12,
        -3.2643156743279e-13,
        3.5967765829165294e-14,
        -4.5612523950772974e-15,
        6.508282957783384e-16,
        -1.0269147531823243e-16,
        1.767635548776479e-17,
        -3.2834519872981614e-18
    };

    private Bessel() {}

    public static double j0(double x) {
        double a = Math.abs(x);
        if (a <= EDGE) {
            return Chebyshev.sum(J0, squared(a));
        }
        double u = inverse(a);
        double p = Chebyshev.sum(P0, u);
        double q = EDGE / a * Chebyshev.sum(Q0, u);
        double sine = Sine.sin(a);
        double cosine = Sine.cos(a);
        return (p * (cosine + sine) - q * (sine - cosine)) / Math.sqrt(Math.PI * a);
    }

    public static double j1(double x) {
        double a = Math.abs(x);
        if (a <= EDGE) {
            return x * Chebyshev.sum(J1, squared(a));
        }
        double u = inverse(a);
        double p = Chebyshev.sum(P1, u);
        double q = EDGE / a * Chebyshev.sum(Q1, u);
        double sine = Sine.sin(a);
        double cosine = Sine.cos(a);
        double y = (p * (sine - cosine) + q * (sine + cosine)) / Math.sqrt(Math.PI * a);
        return x < 0 ? -y : y;
    }

    /** x^2 from 0 to 64, mapped to -1 to 1. */
    private static double squared(double a) {
        return Math.fma(a / 32, a, -1);
    }

    /** (8/x)^2 from 0 to 1, mapped to -1 to 1. */
    private static double inverse(double a) {
        double s = EDGE / a;
        return Math.fma(2 * s, s, -1);
    }
}
