"""Makes the data sets of configs/data, or larger ones: python make.py FOLDER [NAME ...] [--trajectories N] [--seed N].

The samples of this repository have seed 0 and the trajectories of PLANS. Each file has its own random generator, so it
does not depend on the other files.
"""

import argparse
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import desi
import gray_scott
import linear
import numpy as np
import well

DESI = "desi"
DOWNLOADS = Path(__file__).resolve().parents[1] / "downloads"


@dataclass(frozen=True)
class Plan:
    """How a data set is simulated, the times of its frames, and the parameters of the files of each split."""

    simulate: Callable
    times: np.ndarray
    trajectories: int
    splits: dict[str, list[dict[str, float]]]


def by_trajectory(*parameters):
    """As in The Well, the splits have the same parameters and different trajectories."""
    return {"train": list(parameters), "valid": [parameters[0]], "test": [parameters[-1]]}


PLANS = {
    "advection_1d": Plan(
        partial(linear.simulate, dimensions=1, points=64),
        np.linspace(0, 2, 32),
        2,
        by_trajectory({"speed": 0.5}, {"speed": -1.5}),
    ),
    "diffusion_1d": Plan(
        partial(linear.simulate, dimensions=1, points=64),
        np.linspace(0, 2, 32),
        2,
        by_trajectory({"diffusivity": 0.02}, {"diffusivity": 0.1}),
    ),
    "advection_diffusion_1d": Plan(
        partial(linear.simulate, dimensions=1, points=256),
        np.linspace(0, 2, 64),
        1,
        by_trajectory({"speed": 0.7, "diffusivity": 0.05}, {"speed": -1.2, "diffusivity": 0.02}),
    ),
    "advection_diffusion_2d": Plan(
        partial(linear.simulate, dimensions=2, points=32),
        np.linspace(0, 1.5, 16),
        1,
        by_trajectory({"speed_x": 0.6, "speed_y": -0.4, "diffusivity": 0.05}),
    ),
    "gray_scott": Plan(
        partial(gray_scott.simulate, points=32),
        np.arange(16) * 10.0,
        1,
        by_trajectory({"F": 0.029, "k": 0.057}, {"F": 0.014, "k": 0.054}),
    ),
}


def make(folder: Path, name: str, seed: int, trajectories: int | None = None):
    if name == DESI:
        desi.write(folder / "universe", DOWNLOADS)
        return
    plan = PLANS[name]
    for split, files in plan.splits.items():
        for parameters in files:
            generator = np.random.default_rng([seed, zlib.crc32(f"{name}/{split}/{parameters}".encode())])
            simulation = plan.simulate(
                name, parameters, generator, times=plan.times, trajectories=trajectories or plan.trajectories
            )
            well.write(folder / "well", split, simulation)
    well.write_statistics(folder / "well", name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join([*PLANS, DESI])}; all by default")
    parser.add_argument("--trajectories", type=int, help="in each file of a simulation")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    unknown = set(given.names) - {*PLANS, DESI}
    if unknown:
        parser.error(f"unknown data set {sorted(unknown)[0]}; known: {', '.join([*PLANS, DESI])}")
    for name in given.names or [*PLANS, DESI]:
        make(given.folder, name, given.seed, given.trajectories)


if __name__ == "__main__":
    main()
