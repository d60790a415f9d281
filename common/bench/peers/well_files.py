"""Create files in the layout of The Well with contiguous fields in FOLDER, unless they exist.

`shard`: two data sets with scalars and a vector, frames of 512² and of 256², 1.3 GB in all. `frames`: 2000 frames of
512² with one scalar, 2.1 GB. A third argument is the share of the steps to write.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "configs" / "data" / "scripts"))
from well import Simulation, write  # noqa: E402

SETS = {
    "shard": [("euler", 512, 2, 50, 2), ("matter", 256, 2, 81, 4)],
    "frames": [("frames", 512, 4, 100, 5)],
}


def waves(points, trajectories, steps, components, seed):
    """Return travelling waves with a little noise, which compress about as well as a simulation."""
    random = np.random.default_rng(seed)
    y, x = np.meshgrid(np.linspace(0, 1, points), np.linspace(0, 1, points), indexing="ij")
    noise = 1e-4 * random.normal(size=(4 * points, points)).astype("f4")
    field = np.empty((trajectories, steps, points, points, components), "f4")
    for trajectory in range(trajectories):
        for step in range(steps):
            for component in range(components):
                start = int(random.integers(3 * points))
                wave = np.sin(7 * x + step / 30 + trajectory + component) * np.cos(5 * y - step / 50)
                field[trajectory, step, :, :, component] = 2 + wave + noise[start : start + points]
    return field[..., 0] if components == 1 else field


def make(folder, which, share):
    for name, points, files, whole, trajectories in SETS[which]:
        steps = max(2, round(share * whole))
        for number in range(files):
            fields = {"density": waves(points, trajectories, steps, 1, number)}
            if which == "shard":
                fields["pressure"] = waves(points, trajectories, steps, 1, 100 + number)
                fields["velocity"] = waves(points, trajectories, steps, 2, 200 + number)
            places = {axis: np.arange(points) / points for axis in "xy"}
            write(folder, "train", Simulation(name, {"gamma": 1.1 + 0.1 * number}, np.arange(steps) / 10, places, fields))


if __name__ == "__main__":
    target = Path(sys.argv[1]) / sys.argv[2]
    if not (target / "made").exists():
        make(target, sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 1)
        (target / "made").touch()
