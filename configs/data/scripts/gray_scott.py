"""The Gray–Scott reaction-diffusion equations, with the constants of The Well's gray_scott_reaction_diffusion:

A_t = δ_A ∇²A - A B² + F (1 - A),  B_t = δ_B ∇²B + A B² - (F + k) B

They are solved on a periodic square, by Fourier series in space and the exponential integrator ETDRK4 of Kassam and
Trefethen (SIAM Journal on Scientific Computing 26 (2005) 1214) in time. The grid spacing is that of The Well, 2/128, so
a smaller grid is a smaller square.
"""

import numpy as np
from well import Simulation

DIFFUSIVITY_A = 2e-5
DIFFUSIVITY_B = 1e-5
SPACING = 2 / 128
TIME_STEP = 1.0
CLUSTERS = 6


class ExponentialRungeKutta:
    """Steps of û_t = L û + N(û) with diagonal L. The φ-functions are means over a circle around each hL, which avoids
    cancellation."""

    def __init__(self, linear, step, nonlinear):
        self.nonlinear = nonlinear
        circle = np.exp(1j * np.pi * (np.arange(32) + 0.5) / 16)
        z = step * linear[..., np.newaxis] + circle
        self.whole = np.exp(step * linear)
        self.half = np.exp(step * linear / 2)
        self.to_half = step * np.mean((np.exp(z / 2) - 1) / z, axis=-1).real
        self.first = step * np.mean((-4 - z + np.exp(z) * (4 - 3 * z + z**2)) / z**3, axis=-1).real
        self.middle = step * np.mean((2 + z + np.exp(z) * (z - 2)) / z**3, axis=-1).real
        self.last = step * np.mean((-4 - 3 * z - z**2 + np.exp(z) * (4 - z)) / z**3, axis=-1).real

    def advance(self, u):
        start = self.nonlinear(u)
        a = self.half * u + self.to_half * start
        at_a = self.nonlinear(a)
        b = self.half * u + self.to_half * at_a
        at_b = self.nonlinear(b)
        c = self.half * a + self.to_half * (2 * at_b - start)
        return self.whole * u + self.first * start + 2 * self.middle * (at_a + at_b) + self.last * self.nonlinear(c)


def simulate(dataset, parameters, generator, *, points, times, trajectories):
    feed, kill = parameters["F"], parameters["k"]
    place = (np.arange(points) - points / 2) * SPACING
    frequency = 2 * np.pi * np.fft.fftfreq(points, SPACING)
    square = frequency[:, np.newaxis] ** 2 + frequency[: points // 2 + 1] ** 2
    linear = np.stack([-DIFFUSIVITY_A * square - feed, -DIFFUSIVITY_B * square - feed - kill])

    def nonlinear(spectrum):
        a, b = np.fft.irfft2(spectrum, (points, points))
        change = np.stack([feed - a * b * b, a * b * b])
        return np.fft.rfft2(change)

    integrator = ExponentialRungeKutta(linear, TIME_STEP, nonlinear)
    fields = np.empty((2, trajectories, len(times), points, points))
    for trajectory in range(trajectories):
        spectrum = np.fft.rfft2(clusters(place, generator))
        now = 0
        for frame, time in enumerate(times):
            for _ in range(round((time - now) / TIME_STEP)):
                spectrum = integrator.advance(spectrum)
            now = time
            fields[:, trajectory, frame] = np.fft.irfft2(spectrum, (points, points))
    places = {"x": place, "y": place}
    return Simulation(dataset, parameters, times, places, {"A": fields[0], "B": fields[1]})


def clusters(place, generator):
    """Return A everywhere, with Gaussian clusters of B instead of it."""
    width = place[-1] - place[0] + SPACING
    b = np.zeros((len(place), len(place)))
    for x, y in generator.uniform(place[0], place[0] + width, (CLUSTERS, 2)):
        near_x = (place - x + width / 2) % width - width / 2
        near_y = (place - y + width / 2) % width - width / 2
        b += np.exp(-(near_x[:, np.newaxis] ** 2 + near_y**2) / (2 * 0.04**2))
    b = np.minimum(b, 1)
    return np.stack([1 - 0.5 * b, 0.25 * b])
