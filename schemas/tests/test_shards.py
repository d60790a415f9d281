"""The tables by `spolia shard`: deltalake, DuckDB and h5py read equal frames, and numpy computes equal statistics."""

import csv
import pathlib

import deltalake
import duckdb
import duckdb_extension_delta
import h5py
import numpy as np
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "configs" / "data" / "well" / "datasets" / "gray_scott" / "data"
FILE = "train/gray_scott_F_0.014_k_0.054.hdf5"


@pytest.fixture(scope="module")
def shards(tmp_path_factory, spolia):
    out = tmp_path_factory.mktemp("shards") / "out"
    spolia("shard", ROOT / "configs" / "shards.yaml", "--warehouse", out)
    spolia("sql", "--init", "--warehouse", out)
    return out


@pytest.fixture(scope="module")
def shard_database(shards):
    connection = duckdb.connect()
    extension = next(pathlib.Path(duckdb_extension_delta.__file__).parent.rglob("delta.duckdb_extension"))
    connection.execute(f"LOAD '{extension}'")
    connection.execute((shards / "duckdb.sql").read_text(encoding="utf-8"))
    return connection


@pytest.fixture(scope="module")
def frame():
    with h5py.File(DATA / FILE) as file:
        return file["t0_fields/B"][0, 3].ravel()


def test_deltalake_reads_the_frame_that_h5py_reads(shards, frame):
    table = deltalake.DeltaTable(str(shards / "simulations" / "gray_scott"))
    assert table.protocol().min_reader_version == 1
    rows = table.to_pyarrow_dataset().to_table(columns=["file", "trajectory", "step", "tile", "B", "B_mean"]).to_pylist()
    tiles = [row for row in rows if (row["file"], row["trajectory"], row["step"]) == (FILE, 0, 3)]
    assert [row["tile"] for row in tiles] == [0]
    np.testing.assert_array_equal(np.array(tiles[0]["B"], dtype="f4"), frame)
    assert tiles[0]["B_mean"] == pytest.approx(frame.astype("f8").mean(), rel=1e-14)


def test_duckdb_reads_the_frame_that_h5py_reads(shard_database, frame):
    found = shard_database.execute(
        "SELECT B FROM simulations.gray_scott WHERE file = ? AND trajectory = 0 AND step = 3 ORDER BY tile", [FILE]
    ).fetchall()
    np.testing.assert_array_equal(np.array(found[0][0], dtype="f4"), frame)


@pytest.mark.parametrize("split", ["train", "valid", "test"])
def test_statistics_are_those_of_numpy(shard_database, split):
    found = dict(
        ((component, statistic), value)
        for component, statistic, value in shard_database.execute(
            "SELECT component, statistic, value FROM dataset_statistics WHERE dataset = 'gray_scott' AND split = ?", [split]
        ).fetchall()
    )
    expected = {}
    for name in ("A", "B"):
        parts = []
        for path in sorted((DATA / split).glob("*.hdf5")):
            with h5py.File(path) as file:
                parts.append(file["t0_fields"][name][:].astype("f8"))
        for suffix, arrays in (("", parts), ("_delta", [np.diff(part, axis=1) for part in parts])):
            values = np.concatenate([array.ravel() for array in arrays])
            expected[name, "mean" + suffix] = values.mean()
            expected[name, "std" + suffix] = values.std()
            expected[name, "rms" + suffix] = np.sqrt(np.mean(values**2))
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == pytest.approx(value, rel=1e-12), key


VIEWS = {
    "simulation_frames": "SELECT dataset, split, count(*) AS n, max(step) AS last, max(time) AS t FROM simulation_frames GROUP BY dataset, split",
    "survey_objects": "SELECT dataset, object_id, healpix29, ra, dec FROM survey_objects",
}


def cell(value):
    """A value as text, whichever engine writes it."""
    try:
        return repr(float(value))
    except ValueError:
        return value


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_views_over_all_data_sets_have_the_same_rows_in_spark_and_duckdb(spolia, shards, shard_database, view):
    printed = spolia("sql", VIEWS[view], "--format", "csv", "--warehouse", shards)
    spark = sorted(tuple(map(cell, row.values())) for row in csv.DictReader(printed.splitlines()))
    found = sorted(tuple(map(cell, row)) for row in shard_database.execute(VIEWS[view]).fetchall())
    assert spark == found
    kind = {"simulation_frames": "simulations", "survey_objects": "surveys"}[view]
    assert {row[0] for row in found} == {path.name for path in (shards / kind).iterdir()}


def test_a_frame_is_a_row_however_many_tiles_it_has(shard_database):
    frames = shard_database.execute("SELECT count(*) FROM simulation_frames WHERE dataset = 'gray_scott' AND file = ?", [FILE]).fetchall()
    with h5py.File(DATA / FILE) as file:
        assert frames == [(file["t0_fields/B"].shape[0] * file["t0_fields/B"].shape[1],)]


def test_every_file_of_every_data_set_is_there(shard_database):
    states = shard_database.execute("SELECT dataset, state, count(*) FROM shard_files GROUP BY ALL ORDER BY dataset").fetchall()
    files = {"desi": 2, "advection_diffusion_2d": 3}
    assert states == [(name, "sharded", files.get(name, 4)) for name in sorted(row[0] for row in states)]
    assert len(states) == 6


def test_a_row_of_a_survey_knows_its_cell(shards):
    rows = deltalake.DeltaTable(str(shards / "surveys" / "desi")).to_pyarrow_table(columns=["healpix", "healpix29"]).to_pylist()
    assert [row["healpix29"] >> 50 for row in rows] == [row["healpix"] for row in rows]
