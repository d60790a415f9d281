"""Writes configs/data/enzyme.csv: simulated rates of an enzyme with a competitive inhibitor. python enzyme.py FILE"""

import random
import sys

VMAX, KM, KI = 12.0, 0.8, 1.5
NOISE = 0.02  # standard deviation, as a share of the rate


def rows(seed=1):
    """Return substrate (mM), inhibitor (mM) and rate (µM/s), with two measurements of each mixture."""
    normal = random.Random(seed)
    for inhibitor in (0.0, 0.5, 1.0, 2.0, 4.0):
        for substrate in (0.1, 0.2, 0.4, 0.8, 1.2, 2.0, 3.0, 5.0):
            for _ in range(2):
                rate = VMAX * substrate / (KM * (1 + inhibitor / KI) + substrate)
                yield substrate, inhibitor, rate * (1 + NOISE * normal.gauss(0, 1))


def main():
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("substrate,inhibitor,rate\n")
        for substrate, inhibitor, rate in rows():
            file.write(f"{substrate},{inhibitor},{rate:.4f}\n")


if __name__ == "__main__":
    main()
