"""Operon's search, controlled through a pipe. Arguments: SECONDS THREADS OPERATORS (separated by commas).

The command `solve SEED FOLDER` fits FOLDER/train.csv (a line of names, the target last) and writes the predictions of
the selected model for the rows of test.csv and ood.csv to test.f64 and ood.f64 (little endian). The answer is the line
`SECONDS<TAB>SIZE<TAB>EXPRESSION` or `failed<TAB>REASON`.
"""

import sys
import time
from pathlib import Path

import numpy as np
from pyoperon.sklearn import SymbolicRegressor

NAMES = {"+": "add", "-": "sub", "*": "mul", "/": "div"}


def rows(file):
    table = np.loadtxt(file, delimiter=",", skiprows=1, ndmin=2)
    return table[:, :-1], table[:, -1]


def solve(folder, seed, seconds, threads, operators):
    start = time.perf_counter()
    inputs, target = rows(folder / "train.csv")
    # Operon's defaults, except for the budget, the operators, the largest size, and local search of the constants of
    # every child.
    model = SymbolicRegressor(
        allowed_symbols=",".join([NAMES.get(name, name) for name in operators] + ["constant", "variable"]),
        n_threads=threads,
        generations=1_000_000,
        max_evaluations=1_000_000_000_000,
        optimizer_iterations=5,
        max_length=30,
        max_time=seconds,
        random_state=seed,
        objectives=["r2"],
    )
    model.fit(inputs, target)
    elapsed = time.perf_counter() - start
    for split in ("test", "ood"):
        inputs, _ = rows(folder / f"{split}.csv")
        values = np.broadcast_to(model.predict(inputs), len(inputs))
        (folder / f"{split}.f64").write_bytes(values.astype("<f8").tobytes())
    return f"{elapsed}\t{model.stats_['model_length']}\t{model.get_model_string(model.model_, 17)}"


def main():
    seconds, threads, operators = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].split(",")
    for line in sys.stdin:
        _, seed, folder = line.rstrip("\n").split(" ", 2)
        try:
            answer = solve(Path(folder), int(seed), seconds, threads, operators)
        except Exception as problem:  # A failed fit is a result of the comparison.
            answer = f"failed\t{problem!r}"
        print(answer, flush=True)


main()
