"""Advection and diffusion, u_t = -v·∇u + δ∇²u, in a periodic box.

Each Fourier mode rotates and decays independently, so the values are exact.
"""

import numpy as np
from well import Simulation


def simulate(dataset, parameters, generator, *, points, dimensions, times, trajectories):
    """Return a trajectory in the box [0, 2π) of each direction, which starts as a few waves with random amplitudes and
    phases."""
    names = "xyz"[:dimensions]
    place = np.arange(points) * (2 * np.pi / points)
    grid = np.meshgrid(*[place] * dimensions, indexing="ij")
    speeds = speed(parameters, names)
    diffusivity = parameters.get("diffusivity", 0.0)
    u = np.zeros((trajectories, len(times), *[points] * dimensions))
    along = (slice(None), *[np.newaxis] * dimensions)
    for trajectory in u:
        for _ in range(WAVES):
            waves = generator.integers(-HIGHEST_WAVE, HIGHEST_WAVE + 1, dimensions)
            amplitude = generator.normal() / (1 + np.linalg.norm(waves) / 2)
            phase = generator.uniform(0, 2 * np.pi)
            angle = sum(k * x for k, x in zip(waves, grid, strict=True))
            turned = (times * (waves @ speeds))[along]
            fading = np.exp(-diffusivity * (waves @ waves) * times)[along]
            trajectory += amplitude * fading * np.cos(angle - turned + phase)
    return Simulation(dataset, parameters, times, dict.fromkeys(names, place), {"tracer": u})


WAVES = 12
HIGHEST_WAVE = 5


def speed(parameters, names):
    if len(names) == 1:
        return np.array([parameters.get("speed", 0.0)])
    return np.array([parameters.get(f"speed_{name}", 0.0) for name in names])
