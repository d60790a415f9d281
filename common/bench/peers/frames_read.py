"""The frames that `spolia shard` made a table of, as other engines see them: FOLDER has the HDF5 files and the warehouse.

A spark-sql with 2 GiB, as pip installs it, averages one value of each tile; deltalake and DuckDB read a frame. What comes out must be what
h5py reads. Each line is `NAME<TAB>count<TAB>k/n`.
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
    """How many frames a fresh spark-sql saw, if its mean is that of h5py, and the seconds that it took."""
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
    """The mean over all tiles of a value of each, and the number of frames: tiles are 128 rows of 512."""
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
    print(f"spark-sql with 2 GiB asked every frame in {seconds:.1f} s, its start included")
    print(f"frames.spark-sql\tcount\t{seen}/{h5py_mean(place)[1]}")
    name, expected = frame(place)
    for engine, read in (("deltalake", of_deltalake), ("duckdb", of_duckdb)):
        print(f"frames.{engine}\tcount\t{int(np.array_equal(read(place, name), expected))}/1")
