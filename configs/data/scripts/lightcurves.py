"""Makes a survey of simulated light curves with known classes: python lightcurves.py FOLDER [--files N].

Five classes of variable objects are observed in four bands at irregular times, with noise: two supernovae, two periodic
stars, and an active galaxy. Their shapes are formulas that only look realistic. `lightcurve_time`, `_band`, `_flux` and
`_flux_err` are the observed points of an object, padded; `lightcurve_binned` is the same on a fixed grid of bands and
time bins for encoders. A file is a HEALPix cell with its own random generator, so further files do not change the first
ones.
"""

import argparse
from pathlib import Path

import numpy as np
from universe import places, write

OBJECTS = 256
# The step between cells.
STRIDE = 97
CLASSES = ("SNIa", "SNII", "RRLyrae", "EclipsingBinary", "AGN")
# The effective wavelengths in micrometres, and the noise of a visit in microjansky.
BANDS = {"g": (0.48, 0.5), "r": (0.62, 0.6), "i": (0.75, 0.9), "z": (0.87, 1.6)}
CALIBRATION = 0.01
# The number of days, the visits per night and band, and the share of clear nights.
SEASON, VISITS, CLEAR = 160.0, 0.3, 0.7
POINTS = 320
# The grid: days in a bin, the number of bins, and the bin with the brightest point.
BIN, BINS, BRIGHTEST = 5.0, 32, 8


def visits(generator):
    """Return times and bands, in order: some nights, each with some of the bands."""
    nights = np.flatnonzero(generator.uniform(size=int(SEASON)) < CLEAR)
    there = generator.uniform(size=(len(nights), len(BANDS))) < VISITS
    there[0, 1] = True
    night, band = np.nonzero(there)
    times = nights[night] + generator.uniform(0.2, 0.5, len(night))
    order = np.argsort(times)
    return times[order][:POINTS], band[order][:POINTS]


def supernova(generator, times, wavelength, plateau):
    """Return a light curve that rises in days and fades, blue bands first, after a plateau if it has one."""
    peak = generator.uniform(0.1, 0.7) * SEASON
    rise, fall = generator.uniform(3, 6), generator.uniform(18, 30) * (wavelength / 0.62) ** 0.7
    since = times - peak
    if not plateau:
        return np.exp(-since / fall) / (1 + np.exp(-since / rise)) * (wavelength / 0.62) ** -0.5
    last = generator.uniform(70, 110)
    slope = np.exp(-np.clip(since, 0, None) * 0.02 * (0.62 / wavelength) ** 3)
    return slope / (1 + np.exp(-since / 2)) / (1 + np.exp((since - last) / 5))


def periodic(generator, times, wavelength, eclipses):
    """Return variations around a mean: a sawtooth that is larger in blue, or two eclipses that are equal in all
    bands."""
    period = 10 ** (generator.uniform(-0.3, 1) if eclipses else generator.uniform(-0.5, -0.05))
    phase = (times / period + generator.uniform()) % 1
    if not eclipses:
        height = generator.uniform(0.4, 1) * (0.62 / wavelength)
        return 1 + height * (np.where(phase < 0.15, phase / 0.15, (1 - phase) / 0.85) - 0.5)
    depths, width = generator.uniform(0.1, 0.6, 2), generator.uniform(0.02, 0.06)
    distance = np.stack([np.minimum(phase, 1 - phase), np.abs(phase - 0.5)])
    return 1 - (depths[:, None] * np.exp(-0.5 * (distance / width) ** 2)).sum(axis=0)


def active_galaxy(generator, times, wavelength):
    """Return a damped random walk of the magnitude (Kelly et al., ApJ 698 (2009) 895), larger in blue."""
    memory, deviation = 10 ** generator.uniform(1.3, 2.3), generator.uniform(0.1, 0.4)
    walk = np.empty(len(times))
    walk[0] = generator.normal(0, deviation)
    for i in range(1, len(times)):
        kept = np.exp(-(times[i] - times[i - 1]) / memory)
        walk[i] = generator.normal(kept * walk[i - 1], deviation * np.sqrt(1 - kept**2))
    return 10 ** (0.4 * walk * (0.62 / wavelength))


def shape(generator, kind, times, wavelength):
    if kind in ("SNIa", "SNII"):
        return supernova(generator, times, wavelength, kind == "SNII")
    if kind == "AGN":
        return active_galaxy(generator, times, wavelength)
    return periodic(generator, times, wavelength, kind == "EclipsingBinary")


def binned(times, bands, flux, error):
    """Return [2, bands, bins]: the arcsinh of the weighted mean of the points, divided by the noise, or 0 without
    points; and 1 for bins with points."""
    wide = np.floor((times - times[np.argmax(flux / error)]) / BIN).astype(int) + BRIGHTEST
    inside = (wide >= 0) & (wide < BINS)
    weights, sums = np.zeros((len(BANDS), BINS)), np.zeros((len(BANDS), BINS))
    np.add.at(weights, (bands[inside], wide[inside]), error[inside] ** -2)
    np.add.at(sums, (bands[inside], wide[inside]), (flux / error**2)[inside])
    seen = weights > 0
    noise = np.array([values[1] for values in BANDS.values()])[:, None]
    return np.stack([np.arcsinh(np.divide(sums, weights, out=np.zeros_like(sums), where=seen) / noise), seen]).astype("f4")


def light_curve(generator, kind):
    times, bands = visits(generator)
    wavelengths, noise = np.array(list(BANDS.values())).T
    clean = shape(generator, kind, times, wavelengths[bands]) * 10 ** generator.uniform(0.7, 2)
    error = np.hypot(noise[bands] * generator.lognormal(0, 0.2, len(times)), CALIBRATION * clean)
    flux = generator.normal(clean, error)
    padding = (0, POINTS - len(times))
    return {
        "lightcurve_time": np.pad(times, padding),
        "lightcurve_band": np.pad(bands, padding, constant_values=-1).astype("i4"),
        "lightcurve_flux": np.pad(flux, padding).astype("f4"),
        "lightcurve_flux_err": np.pad(error, padding).astype("f4"),
        "lightcurve_binned": binned(times, bands, flux, error),
    }


def objects(generator, cell):
    kinds = generator.integers(len(CLASSES), size=OBJECTS)
    curves = [light_curve(generator, CLASSES[kind]) for kind in kinds]
    place = places(generator, cell, OBJECTS)
    place["obj_type"] = np.array([CLASSES[kind] for kind in kinds], dtype="S")
    return place | {name: np.stack([curve[name] for curve in curves]) for name in curves[0]}


def make(folder: Path, files: int, seed: int):
    for number in range(files):
        cell = STRIDE * number
        write(folder, cell, objects(np.random.default_rng([seed, cell]), cell))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=8, help=f"with {OBJECTS} objects each; at most 31")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    make(given.folder, given.files, given.seed)


if __name__ == "__main__":
    main()
