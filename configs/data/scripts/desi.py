"""Spectra of DESI in the layout of the Multimodal Universe, from the FITS files in the tests of specutils.

The selection is that of the Multimodal Universe: targets, not sky, on fibres without a flaw. The arms of the
spectrograph are joined on DESI's grid; overlaps are means weighted by inverse variances. The source has no redshift
catalogue, so Z, ZERR and ZWARN are missing.
"""

import subprocess
import sys
import zipfile
from pathlib import Path

import h5py
import numpy as np
from astropy import units
from astropy.io import fits
from astropy.table import Table
from astropy_healpix import HEALPix

WHEEL = "specutils==2.4.0"
# In ångström. All arms have the same step and start on this grid.
WAVELENGTHS = 3600 + 0.8 * np.arange(7781)
SOURCES = {
    "coadd-sv3-dark-26065.fits": "edr_sv3",
    "coadd-5-169-thru20210419.fits": "edr_sv3",
}
FOLDER = "specutils/io/default_loaders/tests/desi_test_data"
COLUMNS = ["EBV"] + [f"{kind}_{band}" for kind in ("FLUX", "FLUX_IVAR", "FIBERFLUX", "FIBERTOTFLUX") for band in "GRZ"]


def sources(cache: Path):
    """Return the FITS files in the wheel, which pip downloads once."""
    cache.mkdir(parents=True, exist_ok=True)
    if not list(cache.glob("specutils-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", cache, WHEEL]
        subprocess.run(command, check=True)
    wheel = next(cache.glob("specutils-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        for name in SOURCES:
            archive.extract(f"{FOLDER}/{name}", cache)
    return {cache / FOLDER / name: survey for name, survey in SOURCES.items()}


def joined(hdus, rows):
    """Return flux, inverse variance, mask and resolution of objects on the whole grid."""
    flux = np.zeros((len(rows), len(WAVELENGTHS)))
    ivar = np.zeros_like(flux)
    resolution = np.zeros((len(rows), hdus["B_RESOLUTION"].data.shape[1], len(WAVELENGTHS)))
    good = np.zeros(flux.shape, dtype=bool)
    for arm in "BRZ":
        start = int(np.argmin(np.abs(WAVELENGTHS - hdus[f"{arm}_WAVELENGTH"].data[0])))
        there = slice(start, start + len(hdus[f"{arm}_WAVELENGTH"].data))
        unmasked = hdus[f"{arm}_MASK"].data[rows] == 0
        weight = hdus[f"{arm}_IVAR"].data[rows].astype("f8") * unmasked
        flux[:, there] += weight * hdus[f"{arm}_FLUX"].data[rows]
        resolution[:, :, there] += weight[:, np.newaxis] * hdus[f"{arm}_RESOLUTION"].data[rows]
        ivar[:, there] += weight
        good[:, there] |= unmasked
    weight = np.where(ivar > 0, ivar, 1)
    return flux / weight, ivar, ~good | (ivar < 1e-6), resolution / weight[:, np.newaxis]


def line_width(resolution):
    """Return for each object the σ, in pixels, of the Gaussian with the peak height of its mean resolution."""
    mean = resolution.mean(axis=-1)
    return mean.sum(axis=1) / (mean.max(axis=1) * np.sqrt(2 * np.pi))


def write(folder: Path, cache: Path):
    for source, survey in sources(cache).items():
        with fits.open(source) as hdus:
            every = Table(hdus["FIBERMAP"].data)
            rows = np.flatnonzero((every["OBJTYPE"] == "TGT") & (every["COADD_FIBERSTATUS"] == 0))
            write_cells(folder / "desi" / survey, every[rows], *joined(hdus, rows))


def write_cells(folder, targets, flux, ivar, mask, resolution):
    cells = healpix(targets, 16)
    for cell in np.unique(cells):
        rows = np.flatnonzero(cells == cell)
        width = line_width(resolution[rows]).astype("f4")
        # Columns of the target table keep the byte order of FITS, as in the Multimodal Universe.
        columns = {
            "object_id": targets["TARGETID"][rows],
            "TARGETID": targets["TARGETID"][rows],
            "ra": targets["TARGET_RA"][rows],
            "dec": targets["TARGET_DEC"][rows],
            "healpix": cells[rows],
            "HEALPIX": healpix(targets, 64)[rows],
            "spectrum_flux": flux[rows].astype("f4"),
            "spectrum_ivar": ivar[rows].astype("f4"),
            "spectrum_lambda": np.tile(WAVELENGTHS.astype("f4"), (len(rows), 1)),
            "spectrum_lsf": resolution[rows].astype("f4"),
            "spectrum_lsf_sigma": np.repeat(width[:, np.newaxis], len(WAVELENGTHS), axis=1),
            "spectrum_mask": mask[rows],
        }
        columns |= {name: targets[name][rows] for name in COLUMNS}
        target = folder / f"healpix={cell}" / "001-of-001.hdf5"
        target.parent.mkdir(parents=True, exist_ok=True)
        with h5py.File(target, "w", libver=("earliest", "v114")) as file:
            for name, values in columns.items():
                file.create_dataset(name, data=values)


def healpix(targets, nside):
    """Return the nested HEALPix cells: folders are named after those of nside 16; the survey uses nside 64."""
    place = targets["TARGET_RA"] * units.deg, targets["TARGET_DEC"] * units.deg
    return np.asarray(HEALPix(nside=nside, order="nested").lonlat_to_healpix(*place), dtype="i8")
