"""The samples are what their script makes: the same files with the same structure, and values but for the last digits of a processor."""

from pathlib import Path

import composition
import h5py
import make
import numpy as np
import parameters
import pytest

SAMPLES = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    for name in [*make.PLANS, make.DESI]:
        make.make(folder, name, seed=0)
    return folder


def files(folder):
    return sorted(path.relative_to(folder) for kind in ("well", "universe") for path in (folder / kind).rglob("*.*") if path.is_file())


def contents(path):
    """Every group and data set by its name: kind, shape, type, attributes and values."""
    with h5py.File(path) as file:
        found = {"/": (None, dict(file.attrs))}
        file.visititems(lambda name, item: found.update({name: (item[()] if isinstance(item, h5py.Dataset) else None, dict(item.attrs))}))
        return found


def same(ours, theirs):
    ours, theirs = np.asarray(ours), np.asarray(theirs)
    assert (ours.shape, ours.dtype) == (theirs.shape, theirs.dtype)
    if ours.dtype.kind == "f":
        np.testing.assert_allclose(ours, theirs, rtol=2e-5, atol=2e-6)
    else:
        np.testing.assert_array_equal(ours, theirs)


def test_the_same_files_are_made(made):
    assert files(made) == files(SAMPLES)


@pytest.mark.parametrize("name", [path for path in files(SAMPLES) if path.suffix == ".hdf5"], ids=str)
def test_a_sample_holds_what_is_made(made, name):
    sample, again = contents(SAMPLES / name), contents(made / name)
    assert sample.keys() == again.keys()
    for item, (values, attributes) in sample.items():
        if values is not None:
            same(values, again[item][0])
        assert attributes.keys() == again[item][1].keys()
        for key, value in attributes.items():
            same(value, again[item][1][key])


def test_statistics_are_made_again(made):
    for path in files(SAMPLES):
        if path.suffix == ".yaml":
            assert (SAMPLES / path).read_text() == (made / path).read_text()


def test_together_they_are_small():
    assert sum((SAMPLES / path).stat().st_size for path in files(SAMPLES)) < 3e6


def test_more_runs_with_random_parameters_leave_the_first_ones_as_they_are(tmp_path):
    for name, count in (("few", 2), ("many", 3)):
        parameters.make(tmp_path / name, files=count, seed=0)
    few, many = ({path.name: path for path in (tmp_path / name).rglob("*.hdf5")} for name in ("few", "many"))
    assert (len(few), len(many)) == (2, 3)
    for name, path in few.items():
        ours, theirs = contents(path), contents(many[name])
        assert ours.keys() == theirs.keys()
        same(ours["t0_fields/tracer"][0], theirs["t0_fields/tracer"][0])
        assert -1.5 <= ours["/"][1]["speed"] < 1.5
        assert 0.005 <= ours["/"][1]["diffusivity"] < 0.1


def test_runs_to_learn_from_are_none_of_those_that_are_probed(tmp_path):
    composition.make(tmp_path / "composition", files=2, seed=0)
    parameters.make(tmp_path / "probed", files=2, seed=0)
    drawn = set()
    for path in sorted(tmp_path.rglob("*.hdf5")):
        with h5py.File(path) as file:
            assert file.attrs["n_trajectories"] == (1 if "probed" in str(path) else composition.TRAJECTORIES)
            drawn.add((file.attrs.get("speed"), file.attrs.get("diffusivity")))
    assert len(drawn) == 8
