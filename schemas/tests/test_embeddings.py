"""The embeddings of a simulation by `spolia embed` equal those by onnxruntime and numpy of the frames in h5py."""

import pathlib

import deltalake
import h5py
import numpy as np
import onnxruntime
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "configs" / "data" / "well" / "datasets" / "gray_scott" / "data"
BUNDLE = ROOT / "common" / "embedding" / "src" / "test" / "resources" / "org" / "spolia" / "embedding" / "tiny"
CONFIG = f"""
name: vectors
stages: [shard, embed]
shards:
  - {{name: gray_scott, format: well, path: {DATA}, tile: 300}}
embeddings:
  - {{tables: [simulations.gray_scott], model-url: {BUNDLE}, batch-size: 7}}
  - {{tables: [simulations.gray_scott], model-url: {BUNDLE}, batch-size: 7, output-col: half}}
"""


@pytest.fixture(scope="module")
def vectors(tmp_path_factory, spolia):
    """The rows of the table by the precision of their vectors."""
    folder = tmp_path_factory.mktemp("vectors")
    (folder / "vectors.yaml").write_text(CONFIG, encoding="utf-8")
    spolia("run", folder / "vectors.yaml", "--warehouse", folder / "out")
    rows = deltalake.DeltaTable(str(folder / "out" / "embeddings")).to_pyarrow_table().to_pylist()
    return {kind: [row for row in rows if row["setting"].endswith(kind)] for kind in ("float32", "float16")}


@pytest.fixture(scope="module")
def session():
    return onnxruntime.InferenceSession(BUNDLE / "model.onnx", providers=["CPUExecutionProvider"])


def expected(session, row):
    with h5py.File(DATA / row["file"]) as file:
        frame = np.stack([file["t0_fields"][name][row["trajectory"], row["step"]] for name in ("A", "B")]).astype("f8")
    mean = frame.mean(axis=(1, 2), keepdims=True)
    deviation = frame.std(axis=(1, 2), keepdims=True) + 1e-7
    tokens = session.run(["tokens"], {"field": ((frame - mean) / deviation).astype("f4")[np.newaxis]})[0]
    return tokens[0].mean(axis=(1, 2))


def test_vectors_are_those_of_onnxruntime(vectors, session):
    assert len(vectors["float32"]) > 20
    for row in vectors["float32"]:
        np.testing.assert_allclose(row["embedding"], expected(session, row), atol=1e-5)


def test_half_precision_has_the_bits_of_numpy(vectors):
    def key(row):
        return row["file"], row["trajectory"], row["step"]

    single = {key(row): np.array(row["embedding"], dtype="f4") for row in vectors["float32"]}
    assert len(vectors["float16"]) == len(single)
    for row in vectors["float16"]:
        np.testing.assert_array_equal(np.array(row["half"], dtype="i2"), single[key(row)].astype("f2").view("i2"))
