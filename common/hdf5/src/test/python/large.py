"""Writes a file of more than 4 GiB, most of it never written and so not on the disk: large.py FILE"""

import sys

import h5py
import numpy as np

with h5py.File(sys.argv[1], "w", libver=("v110", "v110")) as f:
    d = f.create_dataset("contiguous", (5, 1 << 28), "<f4")
    d[0, 0] = 1
    d[4, -3:] = [2, 3, 4]
    d[2, 1 << 27] = 5
    # Behind it, so that every address of its index and of its chunks needs more than 32 bits.
    d = f.create_dataset("growing", (300, 4), "<i4", chunks=(1, 4), maxshape=(None, 4), compression="gzip")
    d[...] = np.arange(1200).reshape(300, 4)
    f["small"] = np.arange(5)
    f["words"] = np.array(["far", "away"], dtype=object)
