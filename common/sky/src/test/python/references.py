"""Writes ../resources/org/spolia/sky/references.csv: cells, their centres and neighbours by
astropy-healpix and cdshealpix.

Run by hand: python references.py (astropy-healpix 2.0, cdshealpix 0.9). Where the two differ, a position
lies on the border of a cell to
the last digit and is left out. Numbers are printed so that they read back exactly.
"""

from pathlib import Path

import astropy.units as u
import cdshealpix
import numpy as np
from astropy.coordinates import Latitude, Longitude
from astropy_healpix import HEALPix

TARGET = Path(__file__).parent.parent / "resources/org/spolia/sky/references.csv"
ORDERS = [0, 1, 2, 4, 6, 10, 13, 20, 26, 29]
generator = np.random.default_rng(20261101)


def positions(order):
    """Anywhere, at the poles, around right ascension 0, and a billionth of a degree from the corners of cells."""
    spots = [(ra, dec) for ra in (0.1, 359.9) for dec in (-90, -89.9999999, 89.99, 90 - 1e-11, 90)]
    spots += [(ra, dec) for ra in (-1e-9, 1e-9, 720.3, -123.4) for dec in (-41.3, 0.2, 41.9, 77.7)]
    spots += list(zip(generator.uniform(0, 360, 6), np.degrees(np.arcsin(generator.uniform(-1, 1, 6))), strict=True))
    cells = generator.integers(0, 12 * 4**order, 2).astype(np.uint64)
    ra, dec = cdshealpix.nested.vertices(cells, order, step=1)
    for at, height in zip(np.ravel(ra.deg), np.ravel(dec.deg), strict=True):
        spots += [(at + 1e-9, height), (at, height - 1e-9), (at - 1e-9, height)]
    return [(ra, dec) for ra, dec in spots if abs(dec) <= 90]


def main():
    lines = ["order,ra,dec,cell,centre_ra,centre_dec,neighbours"]
    differing = 0
    for order in ORDERS:
        grid = HEALPix(nside=2**order, order="nested")
        for ra, dec in positions(order):
            one = int(grid.lonlat_to_healpix((ra % 360) * u.deg, dec * u.deg))
            other = int(cdshealpix.nested.lonlat_to_healpix(Longitude(ra * u.deg), Latitude(dec * u.deg), order)[0])
            if one != other:
                differing += 1
                continue
            middle = [float(angle.to_value(u.deg)) for angle in grid.healpix_to_lonlat(one)]
            around = cdshealpix.nested.neighbours(np.array([one], dtype=np.uint64), order)[0]
            around = sorted({int(cell) for cell in around if cell >= 0 and int(cell) != one})
            words = " ".join(map(str, around))
            lines.append(f"{order},{float(ra)!r},{float(dec)!r},{one},{middle[0]!r},{middle[1]!r},{words}")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n")
    print(len(lines) - 1, "positions,", differing, "left out")


main()
