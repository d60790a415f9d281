"""Makes src/test/resources/org/spolia/embedding/tiny: a small bundle, samples, and their
embeddings by onnxruntime and numpy.

Run it with: pip install numpy onnx onnxruntime; python tiny.py
"""

import hashlib
import json
import pathlib

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

FOLDER = pathlib.Path(__file__).parents[1] / "resources" / "org" / "spolia" / "embedding" / "tiny"
SAMPLES, CHANNELS, SIDE, WIDTH = 5, 2, 8, 6


def model(random):
    """Two convolutions; the output has a place for each second point of the grid."""
    weights = {
        "first": random.normal(size=(4, CHANNELS, 3, 3)) / 4,
        "first_bias": random.normal(size=4) / 4,
        "second": random.normal(size=(WIDTH, 4, 3, 3)) / 6,
    }
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["field", "first", "first_bias"], ["a"], kernel_shape=[3, 3], pads=[1] * 4),
            helper.make_node("Relu", ["a"], ["b"]),
            helper.make_node("Conv", ["b", "second"], ["c"], kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4),
            helper.make_node("Tanh", ["c"], ["tokens"]),
            helper.make_node("Shape", ["field"], ["size"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("field", TensorProto.FLOAT, ["batch", CHANNELS, "height", "width"])],
        [
            helper.make_tensor_value_info("size", TensorProto.INT64, [4]),
            helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["batch", WIDTH, "rows", "columns"]),
        ],
        [numpy_helper.from_array(value.astype("f4"), name) for name, value in weights.items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(made)
    return made.SerializeToString()


def prepared(samples):
    """Each channel of each sample less its mean and over its deviation."""
    wide = samples.astype("f8")
    mean = wide.mean(axis=(2, 3), keepdims=True)
    deviation = wide.std(axis=(2, 3), keepdims=True) + 1e-7
    return ((wide - mean) / deviation).astype("f4")


def main():
    random = np.random.default_rng(20261126)
    file = model(random)
    samples = (3 + 2 * random.normal(size=(SAMPLES, CHANNELS, SIDE, SIDE))).astype("f4")
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    tokens = session.run(["tokens"], {"field": prepared(samples)})[0]
    manifest = {
        "name": "tiny",
        "licence": "Apache-2.0",
        "engine": "OnnxRuntime",
        "model": "model.onnx",
        "sha256": hashlib.sha256(file).hexdigest(),
        "inputs": [{"name": "field", "dtype": "float32", "shape": [-1, CHANNELS, -1, -1]}],
        "output": "tokens",
        "preprocessing": {"kind": "revin"},
        "pooling": "mean",
        "dimension": WIDTH,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "model.onnx").write_bytes(file)
    (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    for name, values in {"samples": samples, "vectors": tokens.mean(axis=(2, 3))}.items():
        np.savetxt(FOLDER / f"{name}.csv", values.reshape(SAMPLES, -1), fmt="%.9g", delimiter=",")


if __name__ == "__main__":
    main()
