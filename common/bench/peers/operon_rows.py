"""Operon over many rows with several threads, controlled through a pipe.

FOLDER is that of operon_evaluate.py. `rows N` selects the first N rows; `time` answers the seconds in which all
expressions are evaluated at these rows, by the faster of two ways: predictions in chunks of rows by EvaluateTrees, and
mean squared errors by CalculateFitness with a part of the expressions in each thread.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyoperon as operon
from operon_evaluate import tree

# A power of two whose predictions for a thousand expressions take 64 MB.
CHUNK = 16384


def main():
    folder, variables, threads = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    columns = np.fromfile(folder / "columns.f32", dtype="<f4").reshape(variables, -1).T
    lines = (folder / "expressions.txt").read_text().splitlines()
    frame = dataset = trees = target = None
    count = 0
    pool = ThreadPoolExecutor(threads)
    for line in sys.stdin:
        command, *arguments = line.split()
        if command == "rows":
            count = int(arguments[0])
            # The data set is a view of this array and does not keep a reference to it.
            frame = np.asfortranarray(columns[:count])
            dataset = operon.Dataset(frame)
            named = sorted(dataset.Variables, key=lambda v: v.Index)
            target = named[0].Name
            trees = [tree(text.split(), [variable.Hash for variable in named]) for text in lines]
            print("ok", flush=True)
        elif command == "time":
            print(min(predictions(trees, dataset, count, threads), errors(trees, dataset, count, target, pool, threads)),
                  flush=True)


def predictions(trees, dataset, count, threads):
    result = np.empty((len(trees), CHUNK), dtype=np.float32)
    start = time.perf_counter()
    for first in range(0, count - CHUNK + 1, CHUNK):
        operon.EvaluateTrees(trees, dataset, operon.Range(first, first + CHUNK), result, threads)
    return (time.perf_counter() - start) * count / (count // CHUNK * CHUNK)


def errors(trees, dataset, count, target, pool, threads):
    start = time.perf_counter()
    parts = [trees[thread::threads] for thread in range(threads)]
    rows = operon.Range(0, count)


    def fitness(part):
        for one in part:
            operon.CalculateFitness(one, dataset, rows, target, "mse")

    list(pool.map(fitness, parts))
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
