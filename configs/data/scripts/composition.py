"""Makes simulations for pretraining without labels: python composition.py FOLDER [--files N].

The three data sets are like linear_1d (see parameters.py): a tracer with advection, with diffusion, and with both
(advection_diffusion). Speeds and diffusivities have the same distributions, but separate random generators, so no
trajectory is also in linear_1d.
"""

import argparse
from pathlib import Path

import linear
import numpy as np
import parameters
import well

SETS = {"advection": ["speed"], "diffusion": ["diffusivity"], "advection_diffusion": ["speed", "diffusivity"]}
TRAJECTORIES = 8


def make(folder: Path, files: int, seed: int):
    for place, (name, kept) in enumerate(SETS.items()):
        for number in range(files):
            generator = np.random.default_rng([seed, 1 + place, number])
            drawn = parameters.draw(generator)
            simulation = linear.simulate(
                name,
                {parameter: drawn[parameter] for parameter in kept},
                generator,
                points=parameters.POINTS,
                dimensions=1,
                times=parameters.TIMES,
                trajectories=TRAJECTORIES,
            )
            well.write(folder / name, "train", simulation)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=256, help="of each set, with 8 runs each")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    make(given.folder, given.files, given.seed)


if __name__ == "__main__":
    main()
