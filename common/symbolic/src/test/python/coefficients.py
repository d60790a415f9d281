"""Prints the constants of org.spolia.symbolic.special. Run by hand: python coefficients.py [NAME...] (needs mpmath).

Each polynomial is the weighted least-squares fit of a function in the Chebyshev nodes of an interval, within a bit of
the minimax one. Coefficients are rounded to double one by one from the constant term up, and the higher ones are fitted
again to what the rounded ones leave, so that the rounding costs nothing. The last line of each block is log2 of the
largest weighted error.
"""

import struct
import sys
from mpmath import asin, atan, besselj, bessely, cbrt, gamma, loggamma, cos, cosh, erf, erfc, exp, log, lu_solve, matrix, mp, mpf, pi, polylog
from mpmath import sin, sinh, sqrt, tan, tanh

mp.prec = 240


def chebyshev(a, b, count):
    return [(a + b) / 2 - (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def horner(coefficients, z):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * z + c
    return total


def fitted(f, weight, powers, a, b):
    """Coefficients of the given powers of z with the least squares of weight(z) (f(z) - sum c z^p) in the nodes."""
    points = chebyshev(a, b, 8 * len(powers))
    rows = [[weight(z) * z**p for p in powers] for z in points]
    return lu_solve(matrix(rows), matrix([weight(z) * f(z) for z in points]))


def single(value):
    """The nearest float."""
    return struct.unpack("<f", struct.pack("<f", float(value)))[0]


def rounded(f, weight, a, b, degree, fixed=(), nearest=float):
    """Double coefficients c_0..c_degree; those in `fixed` are given."""
    done = [mpf(c) for c in fixed]
    while len(done) <= degree:
        rest = fitted(lambda z: f(z) - horner(done, z), weight, range(len(done), degree + 1), a, b)
        done.append(mpf(nearest(rest[0])))
    return done


def split(value, *bits, nearest=float):
    """The value as a sum of parts with the given numbers of significant bits, the last one rounded to double."""
    parts = []
    for count in bits:
        scale = mpf(2) ** (count - 1 - int(mp.floor(log(abs(value), 2))))
        part = mp.nint(value * scale) / scale
        parts.append(part)
        value -= part
    return parts + [mpf(nearest(value))]


def show(title, f, weight, a, b, degree, fixed=(), nearest=float):
    done = rounded(f, weight, a, b, degree, fixed, nearest)
    worst = max(abs(weight(z) * (f(z) - horner(done, z))) for z in chebyshev(a, b, 998))
    print(f"{title} on [{float(a):.4g}, {float(b):.4g}]")
    for i, c in enumerate(done):
        print(f"  C{i} = {float(c)!r}")
    print(f"  error 2^{float(log(worst, 2)):.1f}")


def constants(title, parts):
    print(title, *(repr(float(p)) for p in parts))


def exponential():
    """exp(r) = 1 + r (1 + r Q(r))."""
    half = log(2) / 2 * mpf("1.0001")
    show("Q", lambda r: (exp(r) - 1 - r) / r**2, lambda r: r**2 / exp(r), -half, half, 9)
    constants("log2(e)", [1 / log(2)])
    constants("ln 2", split(log(2), 42))


def logarithm():
    """log((1 + s) / (1 - s)) = 2 s + s z R(z), z = s^2."""
    edge = ((sqrt(2) - 1) / (sqrt(2) + 1) * mpf("1.0001")) ** 2
    show("R", lambda z: ((log(1 + sqrt(z)) - log(1 - sqrt(z))) / sqrt(z) - 2) / z, lambda z: z, mpf(0), edge, 6)


def power():
    """log((1 + s) / (1 - s)) = 2 s + s z (2/3 + z T(z)), z = s^2, with the error relative to the logarithm."""
    edge = ((sqrt(2) - 1) / (sqrt(2) + 1) * mpf("1.0001")) ** 2
    tail = lambda z: (((log(1 + sqrt(z)) - log(1 - sqrt(z))) / sqrt(z) - 2) / z - mpf(2) / 3) / z
    show("T", tail, lambda z: z**2 / 2, mpf(0), edge, 6)
    constants("2 / 3", split(mpf(2) / 3, 53))


def sine():
    """sin(r) = r + r z S(z), z = r^2."""
    edge = (pi / 4 * mpf("1.0001")) ** 2
    show("S", lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), edge, 5)
    constants("2 / pi", [2 / pi])
    constants("pi / 2", split(pi / 2, 53, 32))


def hyperbolic_tangent():
    """tanh(r) = r + r z T(z), z = r^2."""
    edge = (log(2) / 2 * mpf("1.0001")) ** 2
    show("T", lambda z: (tanh(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), edge, 7)
    constants("ln 2 / 4", [log(2) / 4])


def arc_sine():
    """asin(s) = s + s z A(z), z = s^2."""
    show("A", lambda z: (asin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), mpf(1) / 4, 12)
    constants("pi / 2", split(pi / 2, 53))


def arc_tangent():
    """atan(q) = q + q z A(z), z = q^2."""
    show("A", lambda z: (atan(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z * sqrt(z) / atan(sqrt(z)), mpf(0), mpf(1), 19)
    constants("pi / 2", split(pi / 2, 53))


def tangent():
    """tan(r) = r + r z T(z), z = r^2."""
    edge = (pi / 4 * mpf("1.0001")) ** 2
    show("T", lambda z: (tan(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z * sqrt(z) / tan(sqrt(z)), mpf(0), edge, 14)


def hyperbolic_sine():
    """sinh(r) = r + r z S(z), cosh(r) = 1 + z C(z), z = r^2."""
    edge = (log(2) * mpf("1.0001")) ** 2
    show("S", lambda z: (sinh(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), edge, 5)
    show("C", lambda z: (cosh(sqrt(z)) - 1) / z, lambda z: z, mpf(0), edge, 5, (0.5,))


def dilogarithm():
    """Li2(1 - exp(-u)) = u + u^2 (u B(z) - 1/4), z = u^2; its Taylor coefficients are Bernoulli numbers / (2k + 1)!."""

    def b(z):
        u = sqrt(z)
        return (polylog(2, 1 - exp(-u)) - u + z / 4) / (u * z)

    show("B", b, lambda z: z, mpf(0), (log(2) * mpf("1.0001")) ** 2, 6)
    constants("pi^2 / 6", [pi**2 / 6])
    constants("pi^2 / 3", [pi**2 / 3])


def common_logarithm():
    """The factors of the logarithms to base 2 and 10."""
    constants("1 / ln 2", split(1 / log(2), 53))
    constants("log10(2)", split(log(2) / log(10), 42))
    constants("1 / ln 10", split(1 / log(10), 53))


def cube_root():
    """m^(-1/3), a first guess."""
    show("R", lambda m: 1 / cbrt(m), lambda m: cbrt(m), mpf("0.4999"), mpf("4.0001"), 6)


def error_function():
    """erf(x) = x + x E(x^2); (1 + 2 x) exp(x^2) erfc(x) = P((x - c) / (x + c))."""
    c = mpf("3.8125")
    show("E", lambda z: erf(sqrt(z)) / sqrt(z) - 1, lambda z: 1, mpf(10) ** -30, mpf(1), 12)

    def scaled(t):
        x = c * (1 + t) / (1 - t)
        return (1 + 2 * x) * exp(x**2) * erfc(x)

    show("P", scaled, lambda t: 1, mpf(-1), (28 - c) / (28 + c), 23)


def series(title, f, a, b, degree):
    """The coefficients of the Chebyshev polynomials on [a, b]."""
    count = 2 * degree + 8
    points = [pi * (2 * i + 1) / (2 * count) for i in range(count)]
    values = [f(a + (b - a) * (cos(point) + 1) / 2) for point in points]
    print(f"{title} on [{float(a):.4g}, {float(b):.4g}]")
    for k in range(degree + 1):
        c = sum(value * cos(k * point) for value, point in zip(values, points)) * (2 if k else 1) / count
        print(f"  C{k} = {float(c)!r}")


def bessel():
    """J0 and J1 / x by x^2 up to 8; beyond, P and x Q / 8 by (8 / x)^2."""
    series("J0", lambda z: besselj(0, sqrt(z)), mpf(0), mpf(64), 16)
    series("J1", lambda z: besselj(1, sqrt(z)) / sqrt(z), mpf(0), mpf(64), 15)
    for order in (0, 1):

        def amplitudes(s, order=order):
            x = 8 / sqrt(s)
            turn = x - (2 * order + 1) * pi / 4
            first, second, scale = besselj(order, x), bessely(order, x), sqrt(pi * x / 2)
            p = (first * cos(turn) + second * sin(turn)) * scale
            return p, (second * cos(turn) - first * sin(turn)) * scale * x / 8

        series(f"P{order}", lambda s: amplitudes(s)[0], mpf(0), mpf(1), 13)
        series(f"Q{order}", lambda s: amplitudes(s)[1], mpf(0), mpf(1), 13)


def gamma_function():
    """1 / gamma(x) and log gamma(x) / ((x - 1) (x - 2))."""
    series("RECIPROCAL", lambda x: 1 / gamma(x), mpf(1), mpf(2), 15)
    series("LOGARITHM", lambda x: loggamma(x) / ((x - 1) * (x - 2)), mpf(1), mpf(2), 21)


def lambert_function():
    """W by powers of p (Corless and others, section 4)."""
    mu, alpha = [mpf(-1), mpf(1)], [mpf(2), mpf(-1)]
    for k in range(2, 14):
        alpha.append(sum(mu[j] * mu[k + 1 - j] for j in range(2, k)))
        mu.append(mpf(k - 1) / (k + 1) * (mu[k - 2] / 2 + alpha[k - 2] / 4) - alpha[k] / 2 - mu[k - 1] / (k + 1))
    constants("BRANCH", mu)
    constants("e", split(mp.e, 53))


def singles():
    """The same in single precision; for the power in fewer terms, which suffice for the 40 bits that it needs."""
    half = log(2) / 2 * mpf("1.0001")
    show("exp Q", lambda r: (exp(r) - 1 - r) / r**2, lambda r: r**2 / exp(r), -half, half, 4, nearest=single)
    constants("ln 2", split(log(2), 15, nearest=single))
    edge = ((sqrt(2) - 1) / (sqrt(2) + 1) * mpf("1.0001")) ** 2
    series = lambda z: ((log(1 + sqrt(z)) - log(1 - sqrt(z))) / sqrt(z) - 2) / z
    show("log R", series, lambda z: z, mpf(0), edge, 2, nearest=single)
    turn = (pi / 4 * mpf("1.0001")) ** 2
    show("sin S", lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), turn, 2, nearest=single)
    constants("pi / 2", split(pi / 2, 24, 24, nearest=single))
    show("tanh T", lambda z: (tanh(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), half**2, 3, nearest=single)
    show("asin A", lambda z: (asin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, mpf(0), mpf(1) / 4, 4, nearest=single)
    show("pow R", series, lambda z: z, mpf(0), edge, 4)
    show("pow Q", lambda r: (exp(r) - 1 - r) / r**2, lambda r: r**2 / exp(r), -half, half, 5)


FAMILIES = [
    exponential,
    logarithm,
    power,
    sine,
    hyperbolic_tangent,
    arc_sine,
    arc_tangent,
    tangent,
    hyperbolic_sine,
    dilogarithm,
    common_logarithm,
    cube_root,
    error_function,
    bessel,
    gamma_function,
    lambert_function,
    singles,
]

if __name__ == "__main__":
    for family in FAMILIES:
        if len(sys.argv) == 1 or family.__name__ in sys.argv:
            print(f"== {family.__doc__}")
            family()
