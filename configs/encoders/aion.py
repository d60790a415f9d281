"""Makes an encoder bundle of AION-1 for a set of modalities.

The embedding is the mean of the encoder's outputs for their tokens.

    pip install polymathic-aion==0.0.2 torch onnx
    python aion.py FOLDER tok_spectrum_desi tok_flux_g tok_flux_r tok_flux_z --weights polymathic-ai/aion-base

This needs PyTorch and the weights, which are not in the package (MIT; 1.2 GB and more): a downloaded folder, or the
name of a Hugging Face repository. It has not been tested with the real weights. For tests, --random replaces AION-1 by
a model with the same inputs and output, but with one table of random rows for each modality:

    python aion.py FOLDER tok_spectrum_desi tok_flux_g tok_z --random 4

The bundle embeds tables of surveys with columns of tokens from AION-1's codecs (CodecManager.encode), named by their
keys; 'input-cols' of the entry names all modalities of the bundle. Each set of modalities needs its own bundle, because
an exported model has no optional inputs.
"""

import argparse
import hashlib
import json
import pathlib

# The numbers of tokens and codes of each key, from aion/modalities.py and aion/fourm/modality_info.py of version 0.0.2;
# other keys have 1 and 1024.
COUNTS = {
    "tok_image": (576, 4375),
    "tok_image_hsc": (576, 4375),
    "tok_spectrum_desi": (273, 1024),
    "tok_spectrum_sdss": (273, 1024),
    "tok_xp_bp": (55, 1024),
    "tok_xp_rp": (55, 1024),
    "tok_z": (1, 1025),
    "tok_segmap": (144, 1000),
}
SCALARS = """flux_g flux_r flux_i flux_z flux_w1 flux_w2 flux_w3 flux_w4 ebv shape_r shape_e1 shape_e2 mag_g mag_r mag_i mag_z mag_y
a_g a_r a_i a_z a_y shape11 shape22 shape12 flux_g_gaia flux_bp_gaia flux_rp_gaia parallax ra dec""".split()
COUNTS |= {f"tok_{name}": (1, 1024) for name in SCALARS}
WIDTHS = {"aion-base": 768, "aion-large": 1024, "aion-xlarge": 2048}


def manifest(name, keys, dimension, sha256):
    return {
        "name": name,
        "licence": "MIT",
        "engine": "OnnxRuntime",
        "model": "model.onnx",
        "sha256": sha256,
        "inputs": [{"name": key, "dtype": "int64", "shape": [-1, COUNTS[key][0]]} for key in keys],
        "tokens": {
            "codecs": [{"kind": "codes", "column": key, "tokens": COUNTS[key][0], "vocabulary": COUNTS[key][1]} for key in keys],
            "numbering": "separate",
        },
        "output": "tokens",
        "preprocessing": {"kind": "none"},
        "pooling": "mean",
        "dimension": dimension,
    }


def pretrained(keys, weights, target):
    """Write the encoder of AION-1, and return the length of its embeddings."""
    import torch
    from aion.model import AION

    model = AION.from_pretrained(weights).eval()
    # All tokens, because AION-1 drops further ones without an error.
    count = sum(COUNTS[key][0] for key in keys)

    class Encoder(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, *tokens):
            return self.model.encode(dict(zip(keys, tokens, strict=True)), num_encoder_tokens=count)

    encoder = Encoder()
    example = tuple(torch.randint(COUNTS[key][1], (2, COUNTS[key][0])) for key in keys)
    with torch.no_grad():
        found = encoder(*example)
        assert found.shape[:2] == (2, count), found.shape
        axes = {name: {0: "batch"} for name in [*keys, "tokens"]}
        torch.onnx.export(encoder, example, target, input_names=list(keys), output_names=["tokens"], dynamic_axes=axes, opset_version=17)
    return found.shape[2]


def random(keys, width, target):
    """Write a model that looks up each token in a table."""
    import numpy as np
    from onnx import TensorProto, checker, helper, numpy_helper

    generator = np.random.default_rng(0)
    tables = [numpy_helper.from_array(generator.normal(size=(COUNTS[key][1], width)).astype("f4"), f"{key}.table") for key in keys]
    nodes = [helper.make_node("Gather", [f"{key}.table", key], [f"{key}.rows"]) for key in keys]
    nodes.append(helper.make_node("Concat", [f"{key}.rows" for key in keys], ["tokens"], axis=1))
    inputs = [helper.make_tensor_value_info(key, TensorProto.INT64, ["batch", COUNTS[key][0]]) for key in keys]
    output = helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["batch", sum(COUNTS[key][0] for key in keys), width])
    graph = helper.make_graph(nodes, "random", inputs, [output], tables)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    checker.check_model(made)
    target.write_bytes(made.SerializeToString())
    return width


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("keys", nargs="+", choices=sorted(COUNTS), metavar="MODALITY", help=f"of {', '.join(sorted(COUNTS))}")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--weights", help="folder or repository, such as polymathic-ai/aion-base")
    source.add_argument("--random", type=int, metavar="WIDTH", help="write a model with random weights instead, with embeddings of this length")
    given = parser.parse_args()
    if len(set(given.keys)) < len(given.keys):
        parser.error("a modality is named twice")
    given.folder.mkdir(parents=True, exist_ok=True)
    target = given.folder / "model.onnx"
    if given.random:
        name, dimension = "random", random(given.keys, given.random, target)
    else:
        name, dimension = pathlib.PurePath(given.weights).name, pretrained(given.keys, given.weights, target)
        assert WIDTHS.get(name, dimension) == dimension, (name, dimension)
    sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
    text = json.dumps(manifest(name, given.keys, dimension, sha256), indent=2) + "\n"
    (given.folder / "manifest.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
