"""Checks that the script makes the samples.

Files, structure and values must be equal, except for last digits, which depend on the processor.
"""

from pathlib import Path

import composition
import galaxies
import h5py
import lightcurves
import make
import numpy as np
import parameters
import photos
import pytest
import stars

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
    """Return every group and data set by name: kind, shape, type, attributes and values."""
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


def test_galaxies_are_the_same_in_more_files(tmp_path):
    for name, count in (("few", 1), ("many", 2)):
        galaxies.make(tmp_path / name, {"unlabelled": count, "probed": 1}, seed=0)
    few, many = ({path.relative_to(tmp_path / name): path for path in (tmp_path / name).rglob("*.hdf5")} for name in ("few", "many"))
    assert (len(few), len(many)) == (2, 3)
    for name, path in few.items():
        ours, theirs = contents(path), contents(many[name])
        assert ours.keys() == theirs.keys()
        for item, (values, _) in ours.items():
            if values is not None:
                same(values, theirs[item][0])


def test_the_light_of_a_galaxy_moves_and_fades_with_redshift():
    drawn = {"LOGMASS": 10.5, "AGE": 5.0, "METALLICITY": 0.0, "LOGSSFR": -12.0, "DUST": 0.0}
    wavelengths = np.linspace(3600, 9000, 5401)
    near, far = (stars.observed(wavelengths, {"Z": np.array([z])} | {k: np.array([v]) for k, v in drawn.items()})[0] for z in (0.1, 0.3))
    # Magnesium, the deepest line in this range, is at its wavelength times 1 + z.
    for flux, redshift in ((near, 0.1), (far, 0.3)):
        there = np.abs(wavelengths - 5175.4 * (1 + redshift)) < 60
        assert abs(wavelengths[there][flux[there].argmin()] / (1 + redshift) - 5175.4) < 5
    distance = stars.comoving_distance(np.array([0.1, 0.3])) * np.array([1.1, 1.3])
    rest = np.interp(5600 * 1.3, wavelengths, far) * 1.3 * distance[1] ** 2
    assert rest == pytest.approx(np.interp(5600 * 1.1, wavelengths, near) * 1.1 * distance[0] ** 2, rel=1e-3)


def test_distances_and_ages_are_integrals_of_the_expansion():
    nodes, weights = np.polynomial.legendre.leggauss(64)
    half = (nodes + 1) / 2
    for redshift in (0.1, 0.6):
        rate = np.sqrt(0.3 * (1 + redshift * half) ** 3 + 0.7)
        distance = 299792.458 / 70 * redshift * (weights / rate).sum() / 2
        assert stars.comoving_distance(np.array([redshift]))[0] == pytest.approx(distance, rel=1e-4)
        scale = half / (1 + redshift)
        age = 977.8 / 70 / (1 + redshift) * (weights / np.sqrt(0.3 / scale + 0.7 * scale**2)).sum() / 2
        assert stars.age_of_universe(redshift) == pytest.approx(age, rel=1e-3)


def test_noise_of_galaxies_is_what_their_inverse_variances_say(tmp_path):
    generator = np.random.default_rng(0)
    flux = np.full((200, len(galaxies.WAVELENGTHS)), 5e-17)
    seen = galaxies.spectrum(generator, flux)
    good = ~seen["spectrum_mask"]
    pull = (seen["spectrum_flux"] - 5)[good] * np.sqrt(seen["spectrum_ivar"][good])
    assert pull.std() == pytest.approx(1, abs=0.02)
    assert (seen["spectrum_ivar"][~good] == 0).all()
    bands = galaxies.photometry(generator, flux)
    for band in galaxies.BANDS:
        pull = (bands[f"FLUX_{band}"] - np.median(bands[f"FLUX_{band}"])) * np.sqrt(bands[f"FLUX_IVAR_{band}"])
        assert pull.std() == pytest.approx(1, abs=0.2)


def test_light_curves_on_their_grid_are_means_of_their_points(tmp_path):
    lightcurves.make(tmp_path, files=1, seed=0)
    ours = contents(next(tmp_path.rglob("*.hdf5")))
    noise = [values[1] for values in lightcurves.BANDS.values()]
    for i in range(20):
        times, bands, flux, error, grid = (ours[f"lightcurve_{name}"][0][i] for name in ("time", "band", "flux", "flux_err", "binned"))
        taken = bands >= 0
        assert (np.diff(times[taken]) >= 0).all() and (error[taken] > 0).all() and (flux[~taken] == 0).all()
        brightest = times[taken][np.argmax(flux[taken] / error[taken])]
        places = np.floor((times - brightest) / lightcurves.BIN) + lightcurves.BRIGHTEST
        for band, place in np.ndindex(grid.shape[1:]):
            there = taken & (bands == band) & (places == place)
            assert grid[1, band, place] == there.any()
            mean = np.average(flux[there], weights=error[there] ** -2.0) if there.any() else 0
            assert np.sinh(grid[0, band, place]) * noise[band] == pytest.approx(mean, rel=1e-4, abs=1e-4)


def test_supernovae_fade_and_periodic_stars_come_back():
    generator = np.random.default_rng(0)
    times = np.linspace(0, lightcurves.SEASON, 2000)
    for plateau in (False, True):
        curves = np.array([lightcurves.supernova(generator, times, 0.62, plateau) for _ in range(20)])
        peaks = times[curves.argmax(axis=1)]
        assert (np.abs(peaks / lightcurves.SEASON - 0.4) < 0.4).all()
        assert (curves[:, 0] < 0.2 * curves.max(axis=1)).all()
    for eclipses in (False, True):
        curves = np.array([lightcurves.periodic(generator, times, 0.62, eclipses) for _ in range(20)])
        halves = curves[:, :1000].mean(axis=1), curves[:, 1000:].mean(axis=1)
        assert np.allclose(*halves, rtol=0.1)


@pytest.fixture(scope="module")
def clips(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    photos.make(folder, clips=3, seed=0)
    return {
        name: {path.stem.removeprefix(name + "_"): contents(path)["t0_fields/grey"][0] for path in (folder / name).rglob("*.hdf5")}
        for name in ("video", "shuffled_video")
    }


def test_clips_are_frames_of_photos_like_those_of_the_simulations(clips):
    assert len(clips["video"]) == len(photos.PHOTOS)
    for frames in clips["video"].values():
        assert frames.shape == (3, len(parameters.TIMES), parameters.POINTS)
        assert 0 <= frames.min() < frames.max() <= 1


def test_the_twin_has_the_same_frames_out_of_order(clips):
    assert clips["video"].keys() == clips["shuffled_video"].keys()
    for photo, frames in clips["video"].items():
        for ordered, shuffled in zip(frames, clips["shuffled_video"][photo], strict=True):
            assert (ordered != shuffled).any()
            np.testing.assert_array_equal(np.unique(ordered, axis=0), np.unique(shuffled, axis=0))


def test_a_photo_goes_on_from_frame_to_frame(clips):
    """After the best shift by a few points, a frame is nearer to the next frame of its clip than to a frame of the
    shuffled clip."""

    def nearest(frames):
        middle = slice(4, -4)
        return np.mean([
            min(np.abs(np.roll(before, shift)[middle] - after[middle]).mean() for shift in range(-4, 5))
            for before, after in zip(frames[:-1], frames[1:], strict=True)
        ])

    ordered, shuffled = ([nearest(frames) for photo in clips[name].values() for frames in photo] for name in ("video", "shuffled_video"))
    assert np.mean(ordered) < 0.6 * np.mean(shuffled)
