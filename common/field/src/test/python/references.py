"""Writes ../resources/org/spolia/field/references.csv: derivatives and integrals by scipy and numpy, one line a point.

Run by hand: python references.py (scipy 1.17, numpy 2.4). Numbers are printed so that they read back exactly.
"""

import math
from pathlib import Path

import numpy as np
from scipy.fftpack import diff
from scipy.integrate import quad
from scipy.interpolate import KroghInterpolator
from scipy.signal import savgol_filter

TARGET = Path(__file__).parent.parent / "resources/org/spolia/field/references.csv"


def wave(x):
    return np.exp(np.sin(x)) + 0.3 * np.cos(3 * x + 0.4)


def ring(points):
    return np.arange(points) * (2 * math.pi / points)


def uneven(points):
    """Chebyshev nodes, as in simulations between walls."""
    return 2 - np.cos(math.pi * (np.arange(points) + 0.5) / points)


def interpolated(x, u, width, order):
    """At each point the derivative of the polynomial through the nearest points."""
    values = []
    for i in range(len(x)):
        start = min(max(i - width // 2, 0), len(x) - width)
        chosen = slice(start, start + width)
        values.append(KroghInterpolator(x[chosen], u[chosen]).derivative(x[i], der=order))
    return values


def weak(x, half_width, power, order):
    """The mean of a derivative of the wave over each window, by adaptive quadrature of the continuous functions."""
    bump = np.polynomial.Polynomial([1, 0, -1]) ** power
    values = []
    for i in range(half_width, len(x) - half_width):
        low, high = x[i - half_width], x[i + half_width]
        middle, half = (low + high) / 2, (high - low) / 2
        moved = bump.deriv(order) if order else bump
        tolerance = {"epsabs": 1e-13, "epsrel": 1e-13}
        integral = quad(lambda s: moved(s) * wave(middle + half * s), -1, 1, **tolerance)[0]
        values.append((-1 / half) ** order * integral / quad(bump, -1, 1, **tolerance)[0])
    return values


def main():
    lines = ["case,order,x,u,expected"]

    def write(case, order, x, expected):
        for at, value, result in zip(x, wave(x), expected, strict=True):
            lines.append(f"{case},{order},{float(at)!r},{float(value)!r},{float(result)!r}")

    for points in (30, 53, 64):
        x = ring(points)
        for order in range(1, 5):
            write(f"spectral-{points}", order, x, diff(wave(x), order))
    x = ring(40)
    for order in range(4):
        write("savitzky-golay-ring", order, x, savgol_filter(wave(x), 9, 4, order, x[1], mode="wrap"))
        write("savitzky-golay-wall", order, x, savgol_filter(wave(x), 9, 4, order, x[1], mode="interp"))
    write("second-order-even", 1, x, np.gradient(wave(x), x[1], edge_order=2))
    x = uneven(24)
    write("second-order-uneven", 1, x, np.gradient(wave(x), x, edge_order=2))
    write("fourth-order-uneven", 1, x, interpolated(x, wave(x), 5, 1))
    write("fourth-order-uneven", 3, x, interpolated(x, wave(x), 7, 3))
    x = np.linspace(0, 3, 121)
    for order in range(4):
        inside = np.full(len(x), np.nan)
        inside[20:-20] = weak(x, 20, 12, order)
        write("weak-even", order, x, inside)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n")


main()
