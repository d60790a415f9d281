"""h5py, controlled through a pipe. The files to read are created in FOLDER unless they exist.

Each command on standard input is answered with one line: `time NAME` reads all files of a case frame by frame and
answers the seconds; `sum NAME` does the same and answers the sum of all values; `two NAME` reads two files, or two
halves of the small ones, one after the other and then in two threads, and answers the speed-up.
"""

import shutil
import sys
import threading
import time
from pathlib import Path

import h5py
import numpy as np

SMALL_FILES = 10_000
TASK_FILES = 500
FRAMED = ("contiguous", "vector", "gzip")
LEAST_SECONDS = 0.3


def smooth(shape, seed):
    """Return waves with a little noise, which compress about as well as a simulation."""
    random = np.random.default_rng(seed)
    y, x = np.meshgrid(np.linspace(0, 1, shape[2]), np.linspace(0, 1, shape[3]), indexing="ij")
    field = np.empty(shape, "f4")
    for trajectory in range(shape[0]):
        for step in range(shape[1]):
            wave = np.sin(7 * x + step / 3 + trajectory) * np.cos(5 * y - step / 5) + 1e-4 * random.normal(size=x.shape)
            field[trajectory, step] = wave.reshape(wave.shape + (1,) * (len(shape) - 4)) + np.zeros(shape[4:])
    return field


def make(folder):
    if (folder / f"made-{SMALL_FILES}").exists():
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
    for name in FRAMED:
        shutil.copy(folder / f"{name}.h5", folder / f"{name}-2.h5")
    (folder / f"made-{SMALL_FILES}").touch()


def frames(path):
    with h5py.File(path) as f:
        field = f["field"]
        array = np.empty(field.shape[2:], field.dtype)
        for trajectory in range(field.shape[0]):
            for step in range(field.shape[1]):
                field.read_direct(array, np.s_[trajectory, step])
                yield array


def small_files(folder, numbers=range(SMALL_FILES)):
    for i in numbers:
        with h5py.File(folder / f"{i}.h5") as f:
            f["object_id"][()], f["bands"][()]
            yield np.asarray(f["ra"][()])
            for name in ("time", "flux", "flux_err"):
                yield f[name][...]


def task(folder, name, number):
    if name == "small-files":
        names = sorted(f"{i}.h5" for i in range(SMALL_FILES))[number * TASK_FILES : (number + 1) * TASK_FILES]
        return small_files(folder / name, [int(n[:-3]) for n in names])
    return frames(folder / (f"{name}.h5" if number == 0 else f"{name}-2.h5"))


def read(folder, name, number, passes):
    for _ in range(passes):
        for _ in task(folder, name, number):
            pass


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def two(folder, name):
    passes = int(np.ceil(LEAST_SECONDS / seconds(lambda: read(folder, name, 0, 1))))
    alone = seconds(lambda: [read(folder, name, number, passes) for number in (0, 1)])
    threads = [threading.Thread(target=read, args=(folder, name, number, passes)) for number in (0, 1)]
    together = seconds(lambda: [t.start() for t in threads] + [t.join() for t in threads])
    return alone / together


def main():
    folder = Path(sys.argv[1])
    make(folder)
    for line in sys.stdin:
        command, name = line.split()
        if command == "two":
            print(two(folder, name), flush=True)
            continue
        arrays = small_files(folder / name) if name == "small-files" else frames(folder / f"{name}.h5")
        if command == "time":
            start = time.perf_counter()
            for _ in arrays:
                pass
            print(time.perf_counter() - start, flush=True)
        else:
            print(sum(float(np.sum(a, dtype="f8")) for a in arrays), flush=True)


main()
