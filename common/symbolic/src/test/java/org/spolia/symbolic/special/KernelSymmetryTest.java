package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class KernelSymmetryTest {

    @Property
    void oddFunctionsAreOddToTheBit(@ForAll double x) {
        assertThat(Sine.sin(-x)).isEqualTo(-Sine.sin(x));
        assertThat(CubeRoot.cbrt(-x)).isEqualTo(-CubeRoot.cbrt(x));
        assertThat(ErrorFunction.erf(-x)).isEqualTo(-ErrorFunction.erf(x));
        assertThat(Tangent.tan(-x)).isEqualTo(-Tangent.tan(x));
        assertThat(ArcTangent.atan(-x)).isEqualTo(-ArcTangent.atan(x));
        assertThat(HyperbolicSine.sinh(-x)).isEqualTo(-HyperbolicSine.sinh(x));
        assertThat(HyperbolicTangent.tanh(-x)).isEqualTo(-HyperbolicTangent.tanh(x));
    }

    @Property
    void evenFunctionsAreEvenToTheBit(@ForAll double x) {
        assertThat(Sine.cos(-x)).isEqualTo(Sine.cos(x));
        assertThat(HyperbolicSine.cosh(-x)).isEqualTo(HyperbolicSine.cosh(x));
    }

    @Property
    void arcSineIsOddToTheBit(@ForAll @DoubleRange(min = -1, max = 1) double x) {
        assertThat(ArcSine.asin(-x)).isEqualTo(-ArcSine.asin(x));
    }

    @Property
    void boundedFunctionsKeepTheirBounds(@ForAll double x) {
        assertThat(Sine.sin(x)).isBetween(-1.0, 1.0);
        assertThat(Sine.cos(x)).isBetween(-1.0, 1.0);
        assertThat(HyperbolicTangent.tanh(x)).isBetween(-1.0, 1.0);
        assertThat(ErrorFunction.erf(x)).isBetween(-1.0, 1.0);
        assertThat(ErrorFunction.erfc(x)).isBetween(0.0, 2.0);
        assertThat(ArcTangent.atan(x)).isBetween(-Math.PI / 2, Math.PI / 2);
        assertThat(HyperbolicSine.cosh(x)).isGreaterThanOrEqualTo(1);
    }

    @Property
    void powerOfAnOddIntegerKeepsTheSignOfItsBase(@ForAll double x, @ForAll short half) {
        double y = 2.0 * half + 1;
        assertThat(Double.compare(Power.pow(-x, y), -Power.pow(x, y))).isZero();
    }

    @Property
    void logarithmGrowsWithItsArgument(@ForAll @DoubleRange(min = 0, max = Double.MAX_VALUE) double x) {
        assertThat(Logarithm.log(Math.nextUp(x) * 1.0000000000000009)).isGreaterThanOrEqualTo(Logarithm.log(x));
    }
}
