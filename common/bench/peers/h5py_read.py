"""h5py behind a pipe: FOLDER is where the files to be read are made, unless they are there.

Commands on standard input, one answer a line: `time NAME` reads all files of a case frame by frame and answers the seconds; `sum NAME`
does the same and answers the sum of all values.
"""

import sys
import time
from pathlib import Path

import h5py
import numpy as np

SMALL_FILES = 400


def smooth(shape, seed):
    """Waves and a little noise, which compress about as a simulation does."""
    random = np.random.default_rng(seed)
    y, x = np.meshgrid(np.linspace(0, 1, shape[2]), np.linspace(0, 1, shape[3]), indexing="ij")
    field = np.empty(shape, "f4")
    for trajectory in range(shape[0]):
        for step in range(shape[1]):
            wave = np.sin(7 * x + step / 3 + trajectory) * np.cos(5 * y - step / 5) + 1e-4 * random.normal(size=x.shape)
            field[trajectory, step] = wave.reshape(wave.shape + (1,) * (len(shape) - 4)) + np.zeros(shape[4:])
    return field


def make(folder):
    if (folder / "made").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    with h5py.File(folder / "contiguous.h5", "w") as f:
        f["field"] = smooth((2, 50, 512, 512), 0)
    with h5py.File(folder / "vector.h5", "w") as f:
        f["field"] = smooth((2, 50, 256, 256, 2), 1)
    with h5py.File(folder / "gzip.h5", "w") as f:
        f.create_dataset("field", data=smooth((2, 25, 256, 256), 2), chunks=(1, 1, 256, 256), compression="gzip", shuffle=True)
    (folder / "small-files").mkdir(exist_ok=True)
    for i in range(SMALL_FILES):
        with h5py.File(folder / "small-files" / f"{i}.h5", "w") as f:
            f["object_id"] = f"SN{i}"
            f["ra"] = float(i)
            f["bands"] = "g,r,i,z"
            for name in ("time", "flux", "flux_err"):
                f[name] = np.random.default_rng(i).normal(size=(4, 100)).astype("f4")
    (folder / "made").touch()


def frames(path):
    with h5py.File(path) as f:
        field = f["field"]
        array = np.empty(field.shape[2:], field.dtype)
        for trajectory in range(field.shape[0]):
            for step in range(field.shape[1]):
                field.read_direct(array, np.s_[trajectory, step])
                yield array


def small_files(folder):
    for i in range(SMALL_FILES):
        with h5py.File(folder / f"{i}.h5") as f:
            f["object_id"][()], f["bands"][()]
            yield np.asarray(f["ra"][()])
            for name in ("time", "flux", "flux_err"):
                yield f[name][...]


def main():
    folder = Path(sys.argv[1])
    make(folder)
    for line in sys.stdin:
        command, name = line.split()
        arrays = small_files(folder / name) if name == "small-files" else frames(folder / f"{name}.h5")
        if command == "time":
            start = time.perf_counter()
            for _ in arrays:
                pass
            print(time.perf_counter() - start, flush=True)
        else:
            print(sum(float(np.sum(a, dtype="f8")) for a in arrays), flush=True)


main()
