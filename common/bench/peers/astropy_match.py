"""Cross-match by astropy, controlled through a pipe.

FOLDER contains left.f64 and right.f64 (right ascensions, then declinations, little endian).

Each command on standard input is answered with one line: `time RADIUS` finds all pairs within RADIUS arcseconds,
starting from the arrays of angles, and answers the seconds; `pairs RADIUS FILE` writes the rows of the pairs, left and
right alternating, as 32-bit integers.
"""

import sys
import time
from pathlib import Path

import numpy as np
from astropy import units
from astropy.coordinates import SkyCoord, search_around_sky


def pairs(left, right, radius):
    one = SkyCoord(left[0] * units.deg, left[1] * units.deg)
    other = SkyCoord(right[0] * units.deg, right[1] * units.deg)
    return search_around_sky(one, other, radius * units.arcsec)[:2]


def main():
    folder = Path(sys.argv[1])
    left, right = (np.fromfile(folder / f"{side}.f64", dtype="<f8").reshape(2, -1) for side in ("left", "right"))
    for line in sys.stdin:
        command, radius, *file = line.split()
        start = time.perf_counter()
        found = pairs(left, right, float(radius))
        if command == "time":
            print(time.perf_counter() - start, flush=True)
        elif command == "pairs":
            np.stack(found, axis=1).astype("<i4").tofile(file[0])
            print("ok", flush=True)


main()
