"""Makes runs of linear_1d with parameters drawn at random, a file each, of which probes ask what they are: python parameters.py FOLDER [--files N].

A tracer is carried and spreads on a ring, exactly (see linear.py). Speeds are uniform in [-1.5, 1.5), diffusivities log-uniform in
[0.005, 0.1). Each file draws from a generator of its own, so more files leave the first ones as they are.
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
