"""Makes the data set linear_1d with random parameters, which probes predict: python parameters.py FOLDER [--files N].

They are exact solutions of advection and diffusion of a tracer on a ring (see linear.py), one for each file. Speeds are
uniform in [-1.5, 1.5), diffusivities log-uniform in [0.005, 0.1). Each file has its own random generator, so further
files do not change the first ones.
"""

import argparse
from pathlib import Path

import linear
import numpy as np
import well

NAME = "linear_1d"
TIMES = np.linspace(0, 2, 16)
POINTS = 64


def draw(generator):
    return {"speed": generator.uniform(-1.5, 1.5), "diffusivity": 0.005 * 20 ** generator.uniform()}


def make(folder: Path, files: int, seed: int):
    for number in range(files):
        generator = np.random.default_rng([seed, number])
        simulation = linear.simulate(NAME, draw(generator), generator, points=POINTS, dimensions=1, times=TIMES, trajectories=1)
        well.write(folder, "train", simulation)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=640)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    make(given.folder, given.files, given.seed)


if __name__ == "__main__":
    main()
