"""Makes src/test/resources/org/spolia/embedding/torchscript: the model of tiny as TorchScript,
samples, and their embeddings by PyTorch.

Run it with Debian's python3-torch (1.13.1) and python3-numpy: /usr/bin/python3 tiny_torch.py
"""

import hashlib
import io
import json
import pathlib

import numpy as np
import torch

FOLDER = pathlib.Path(__file__).parents[1] / "resources" / "org" / "spolia" / "embedding" / "torchscript"
SAMPLES, CHANNELS, SIDE, WIDTH = 5, 2, 8, 6


class Tiny(torch.nn.Module):
    """Two convolutions; the second output has a place for each second point of the grid."""

    def __init__(self):
        super().__init__()
        self.first = torch.nn.Conv2d(CHANNELS, 4, 3, padding=1)
        self.second = torch.nn.Conv2d(4, WIDTH, 3, stride=2, padding=1, bias=False)

    def forward(self, field):
        tokens = torch.tanh(self.second(torch.relu(self.first(field))))
        return tokens.flatten(1), tokens


def main():
    torch.manual_seed(20261126)
    torch.set_num_threads(1)
    model = torch.jit.script(Tiny().eval())
    buffer = io.BytesIO()
    torch.jit.save(model, buffer)
    file = buffer.getvalue()
    samples = 3 + 2 * torch.randn(SAMPLES, CHANNELS, SIDE, SIDE)
    wide = samples.double()
    mean = wide.mean(dim=(2, 3), keepdim=True)
    deviation = wide.std(dim=(2, 3), keepdim=True, unbiased=False) + 1e-7
    with torch.no_grad():
        tokens = model(((wide - mean) / deviation).float())[1]
    manifest = {
        "name": "tiny",
        "licence": "Apache-2.0",
        "engine": "PyTorch",
        "model": "model.pt",
        "sha256": hashlib.sha256(file).hexdigest(),
        "inputs": [{"name": "field", "dtype": "float32", "shape": [-1, CHANNELS, -1, -1]}],
        "output": "1",
        "preprocessing": {"kind": "revin"},
        "pooling": "mean",
        "dimension": WIDTH,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "model.pt").write_bytes(file)
    (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    for name, values in {"samples": samples, "vectors": tokens.mean(dim=(2, 3))}.items():
        np.savetxt(FOLDER / f"{name}.csv", values.reshape(SAMPLES, -1).numpy(), fmt="%.9g", delimiter=",")


if __name__ == "__main__":
    main()
