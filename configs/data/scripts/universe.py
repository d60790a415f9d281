"""Writes surveys in the layout of the Multimodal Universe.

There is an HDF5 file for each HEALPix cell, with a dataset for each column.
"""

from pathlib import Path

import h5py
import numpy as np
from astropy_healpix import HEALPix

SIDE = 16


def places(generator, cell, count):
    """Return random positions in a cell, each object with a unique number."""
    sky = HEALPix(nside=SIDE, order="nested")
    lon, lat = sky.healpix_to_lonlat(np.full(count, cell), generator.uniform(size=count), generator.uniform(size=count))
    return {"object_id": cell * count + np.arange(count), "ra": lon.deg, "dec": lat.deg, "healpix": np.full(count, cell)}


def write(folder: Path, cell: int, columns):
    target = folder / "simulated" / f"healpix={cell}" / "001-of-001.hdf5"
    target.parent.mkdir(parents=True, exist_ok=True)
    # Java readers support the format up to this version.
    with h5py.File(target, "w", libver=("earliest", "v114")) as file:
        for name, values in columns.items():
            file.create_dataset(name, data=values, compression="gzip", shuffle=True)
