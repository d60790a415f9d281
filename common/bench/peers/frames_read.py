"""Reads a table of frames from `spolia shard` with other engines. FOLDER contains the HDF5 files and the warehouse.

The spark-sql of pip's pyspark, with 2 GiB, averages one value of each tile; deltalake and DuckDB read a frame. The
results must equal those of h5py. Each line of the output is `NAME<TAB>count<TAB>k/n`.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import deltalake
import duckdb
import duckdb_extension_delta
import h5py
import numpy as np
import pyspark

PLACE = 5
TILES = 4
QUERY = f"SELECT count(*), count(DISTINCT file, trajectory, step), avg(density[{PLACE}]) FROM simulations.frames"


def spark(folder, jar):
    """Return the number of frames that a new spark-sql counts, if its mean equals that of h5py, and its time in
    seconds."""
    home = Path(pyspark.__file__).parent
    command = [home / "bin" / "spark-sql", "--driver-memory", "2g", "--jars", jar]
    for key, value in {
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.sql.warehouse.dir": str(folder / "catalog"),
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder / 'derby'}",
    }.items():
        command += ["--conf", f"{key}={value}"]
    script = folder / "query.sql"
    named = [part for part in (folder / "out" / "spark.sql").read_text().split(";\n") if "DATABASE" in part or "TABLE" in part and "simulations" in part]
    script.write_text(";\n".join([*named, QUERY]) + ";\n")
    start = time.monotonic()
    done = subprocess.run(command + ["-f", script], cwd=folder, env=os.environ | {"SPARK_HOME": str(home)}, capture_output=True, text=True)
    seconds = time.monotonic() - start
    if done.returncode != 0:
        print(done.stderr[-3000:], file=sys.stderr)
        return 0, seconds
    tiles, frames, mean = done.stdout.strip().splitlines()[-1].split("\t")
    expected, count = h5py_mean(folder)
    right = int(tiles) == TILES * count and abs(float(mean) / expected - 1) < 1e-12
    return int(frames) if right else 0, seconds


def files(folder):
    return sorted((folder / "frames" / "datasets" / "frames" / "data").rglob("*.hdf5"))


def h5py_mean(folder):
    """Return the mean over all tiles of one value of each, and the number of frames; a tile has 128 rows of 512
    values."""
    values = []
    frames = 0
    for path in files(folder):
        with h5py.File(path) as file:
            density = file["t0_fields/density"]
            values.append(density[:, :, ::128, PLACE].astype("f8"))
            frames += density.shape[0] * density.shape[1]
    return np.concatenate([part.ravel() for part in values]).mean(), frames


def frame(folder):
    path = files(folder)[-1]
    with h5py.File(path) as file:
        return str(path.relative_to(folder / "frames" / "datasets" / "frames" / "data")), file["t0_fields/density"][2, 57].ravel()


def of_deltalake(folder, name):
    table = deltalake.DeltaTable(str(folder / "out" / "simulations" / "frames"))
    wanted = [("file", "=", name), ("trajectory", "=", 2), ("step", "=", 57)]
    rows = table.to_pyarrow_table(filters=wanted, columns=["tile", "density"]).sort_by("tile")
    return np.concatenate([np.array(tile.as_py(), "f4") for tile in rows["density"]])


def of_duckdb(folder, name):
    connection = duckdb.connect()
    extension = next(Path(duckdb_extension_delta.__file__).parent.rglob("delta.duckdb_extension"))
    connection.execute(f"LOAD '{extension}'")
    query = "SELECT density FROM delta_scan(?) WHERE file = ? AND trajectory = 2 AND step = 57 ORDER BY tile"
    rows = connection.execute(query, [str(folder / "out" / "simulations" / "frames"), name]).fetchall()
    return np.concatenate([np.array(row[0], "f4") for row in rows])


if __name__ == "__main__":
    place = Path(sys.argv[1])
    seen, seconds = spark(place, sys.argv[2])
    print(f"spark-sql with 2 GiB read every frame in {seconds:.1f} s, including its start")
    print(f"frames.spark-sql\tcount\t{seen}/{h5py_mean(place)[1]}")
    name, expected = frame(place)
    for engine, read in (("deltalake", of_deltalake), ("duckdb", of_duckdb)):
        print(f"frames.{engine}\tcount\t{int(np.array_equal(read(place, name), expected))}/1")
