"""Writes surveys as the Multimodal Universe lays them out: a file of HDF5 for each cell of HEALPix, a dataset for each column."""

from pathlib import Path

import h5py
import numpy as np
from astropy_healpix import HEALPix

SIDE = 16


def places(generator, cell, count):
    """Objects anywhere in a cell, each with a number of its own."""
    sky = HEALPix(nside=SIDE, order="nested")
    lon, lat = sky.healpix_to_lonlat(np.full(count, cell), generator.uniform(size=count), generator.uniform(size=count))
    return {"object_id": cell * count + np.arange(count), "ra": lon.deg, "dec": lat.deg, "healpix": np.full(count, cell)}


def write(folder: Path, cell: int, columns):
    target = folder / "simulated" / f"healpix={cell}" / "001-of-001.hdf5"
    target.parent.mkdir(parents=True, exist_ok=True)
    # Readers in pure Java know the format up to this version.
    with h5py.File(target, "w", libver=("earliest", "v114")) as file:
        for name, values in columns.items():
            file.create_dataset(name, data=values, compression="gzip", shuffle=True)
