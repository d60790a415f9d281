"""Makes surveys of simulated galaxies with known parameters: python galaxies.py FOLDER [--files N] [--probed N].

There are two surveys in the layout of the Multimodal Universe: `unlabelled`, for pretraining, and `probed`. Each object
has fluxes in five bands, a coarse spectrum with inverse variances and a mask, an image in three bands, and its true
parameters. The physics is in stars.py; noise and the telescope are here. A file is a HEALPix cell with its own random
generator, so further files do not change the first ones.
"""

import argparse
from pathlib import Path

import numpy as np
import stars
from universe import places, write

OBJECTS = 256
SETS = ("unlabelled", "probed")
# The step between the cells of a survey, so that the surveys share no cell.
STRIDE = 97

# In ångström. The bands extend beyond the spectrograph, which starts like that of DESI and has one pixel for 20 of
# DESI's.
WAVELENGTHS = 3200 + 16.0 * np.arange(463)
SPECTRUM = slice(25, 25 + 384)
# The first and last wavelength of a band, and its noise in nanomaggies.
BANDS = {"U": (3200, 4000, 0.3), "G": (4000, 5500, 0.05), "R": (5600, 7000, 0.09), "I": (6900, 8200, 0.12), "Z": (8300, 10000, 0.2)}
CALIBRATION = 0.02
# In 10^-17 erg/s/cm²/Å for a pixel of 16 Å, in the middle of the spectrograph.
SPECTRUM_NOISE = 0.2
MASKED = 0.02

# The pixels on a side, the size of a pixel in arcseconds, and the standard deviation of the seeing in arcseconds.
PIXELS, PIXEL, SEEING = 16, 0.8, 0.6
IMAGED = "GRZ"
SUBPIXELS = 3
# A pixel is sky if its centre lies outside of the half-light ellipse scaled by this factor.
OUTSKIRTS = 3


def parameters(generator, count):
    """Draw parameters. Age, metallicity and star formation follow the mass with scatter, roughly as in nearby
    galaxies."""
    redshift = generator.uniform(0.02, 0.6, count)
    mass = np.clip(generator.normal(10.5, 0.5, count), 9, 12)
    age = 10 ** (0.55 + 0.35 * (mass - 10.5) + generator.normal(0, 0.25, count))
    age = np.clip(age, 0.3, 0.95 * stars.age_of_universe(redshift))
    metallicity = np.clip(-0.1 + 0.3 * (mass - 10.5) + generator.normal(0, 0.2, count), -1, 0.4)
    star_formation = -10 - 2.2 * np.log10(age / 3) + generator.normal(0, 0.3, count)
    dust = np.clip(generator.exponential(0.3, count) + 0.2 * (star_formation + 10), 0, 2)
    return {"Z": redshift, "LOGMASS": mass, "AGE": age, "METALLICITY": metallicity, "LOGSSFR": star_formation, "DUST": dust}


def photometry(generator, flux):
    """Return fluxes in nanomaggies and their inverse variances: means over a band, weighted by photon counts."""
    columns = {}
    for band, (first, last, noise) in BANDS.items():
        there = (first <= WAVELENGTHS) & (last >= WAVELENGTHS)
        wavelength = WAVELENGTHS[there]
        mean = (flux[:, there] * wavelength).sum(axis=1) / (stars.LIGHT / wavelength).sum() / stars.NANOMAGGIE
        variance = noise**2 + (CALIBRATION * mean) ** 2
        columns[f"FLUX_{band}"] = generator.normal(mean, np.sqrt(variance)).astype("f4")
        columns[f"FLUX_IVAR_{band}"] = (1 / variance).astype("f4")
    return columns


def spectrum(generator, flux):
    """Return fluxes in 10^-17 erg/s/cm²/Å with noise that grows towards both ends; masked pixels have arbitrary
    values."""
    wavelength = WAVELENGTHS[SPECTRUM]
    ends = 1 + 1.5 * np.exp((3600 - wavelength) / 300) + np.exp((wavelength - 9730) / 200)
    exposure = 10 ** generator.normal(0, 0.1, (len(flux), 1))
    deviation = SPECTRUM_NOISE * exposure * ends
    seen = generator.normal(flux[:, SPECTRUM] / 1e-17, deviation)
    masked = generator.uniform(size=seen.shape) < MASKED
    seen[masked] += generator.exponential(20, np.count_nonzero(masked))
    return {
        "spectrum_flux": seen.astype("f4"),
        "spectrum_ivar": np.where(masked, 0, deviation**-2).astype("f4"),
        "spectrum_lambda": np.tile(wavelength.astype("f4"), (len(flux), 1)),
        "spectrum_mask": masked,
    }


def images(generator, drawn, bands):
    """Return images of ellipses in nanomaggies per pixel, blurred by the seeing, and classes of pixels: sky (0),
    outskirts (1) and core (2). The profile is exponential, or that of R^1/2 for little star formation. Classes are
    those of the true ellipses, not of the blurred image."""
    count = len(drawn["Z"])
    quiescent = drawn["LOGSSFR"] < -10.8
    kiloparsec = 4 * 10 ** (0.4 * (drawn["LOGMASS"] - 10.5) + generator.normal(0, 0.1, count)) * np.where(quiescent, 0.6, 1)
    radius = kiloparsec / stars.kiloparsec_of_arcsecond(drawn["Z"])
    axis_ratio, angle = generator.uniform(0.4, 1, count), generator.uniform(0, np.pi, count)
    places = ((np.arange(PIXELS * SUBPIXELS) + 0.5) / SUBPIXELS - PIXELS / 2) * PIXEL
    y, x = np.meshgrid(places, places, indexing="ij")
    x, y = x[np.newaxis], y[np.newaxis]
    cosine, sine = np.cos(angle)[:, None, None], np.sin(angle)[:, None, None]
    major, minor = x * cosine + y * sine, (y * cosine - x * sine) / axis_ratio[:, None, None]
    scaled = np.hypot(major, minor) / radius[:, None, None]
    # With 1.678 and 3.672, the radius contains half of the light.
    light = np.where(quiescent[:, None, None], np.exp(-3.672 * np.sqrt(scaled)), np.exp(-1.678 * scaled))
    middle = scaled.reshape(count, PIXELS, SUBPIXELS, PIXELS, SUBPIXELS)[:, :, SUBPIXELS // 2, :, SUBPIXELS // 2]
    segments = np.where(middle < 1, 2, np.where(middle < OUTSKIRTS, 1, 0))
    light /= light.sum(axis=(1, 2), keepdims=True)
    frequency = np.fft.fftfreq(PIXELS * SUBPIXELS, PIXEL / SUBPIXELS)
    air = np.exp(-2 * (np.pi * SEEING) ** 2 * (frequency[:, None] ** 2 + frequency[None, :] ** 2))
    blurred = np.fft.ifft2(np.fft.fft2(light) * air).real
    pixels = blurred.reshape(count, PIXELS, SUBPIXELS, PIXELS, SUBPIXELS).sum(axis=(2, 4))
    planes = []
    for band in IMAGED:
        noise = BANDS[band][2] / 4
        planes.append(generator.normal(pixels * bands[f"FLUX_{band}"][:, None, None], noise))
    return {"image_flux": np.stack(planes, axis=1).astype("f4"), "image_segments": segments.astype("u1")}


def objects(generator, cell):
    drawn = parameters(generator, OBJECTS)
    flux = stars.observed(WAVELENGTHS, drawn)
    bands = photometry(generator, flux)
    place = places(generator, cell, OBJECTS)
    truth = {name: values.astype("f4") for name, values in drawn.items()}
    return place | truth | bands | spectrum(generator, flux) | images(generator, drawn, bands)


def make(folder: Path, files: dict[str, int], seed: int):
    for place, name in enumerate(SETS):
        for number in range(files[name]):
            cell = STRIDE * number + place
            write(folder / name, cell, objects(np.random.default_rng([seed, cell]), cell))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=16, help=f"for pretraining, with {OBJECTS} objects each; at most 31")
    parser.add_argument("--probed", type=int, default=8, help="to probe; at most 31")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    make(given.folder, {"unlabelled": given.files, "probed": given.probed}, given.seed)


if __name__ == "__main__":
    main()
