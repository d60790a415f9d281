"""Writes ../resources/org/spolia/symbolic/special/references.csv: values of the kernels to 30 digits.

Run by hand: python references.py (needs mpmath). Arguments are doubles, printed so that they read back exactly.
"""

import math
import random
from pathlib import Path
from mpmath import mp, mpf, nstr

mp.prec = 400
TARGET = Path(__file__).parent.parent / "resources/org/spolia/symbolic/special/references.csv"
generator = random.Random(20261101)


def uniform(count, low, high):
    return [generator.uniform(low, high) for _ in range(count)]


def magnitudes(count, low, high):
    """Positive numbers with binary exponents between low and high."""
    return [generator.uniform(1, 2) * 2.0 ** generator.randint(low, high) for _ in range(count)]


def either_sign(values):
    return [generator.choice((-1, 1)) * v for v in values]


def near_turns(count):
    """The doubles nearest to multiples of pi / 2; convergents of pi give the first, the hardest."""
    turns = [1, 2, 22, 44, 333, 355, 710, 103993, 208341, 312689] + [generator.randrange(600000) for _ in range(count)]
    return [float(turn * mp.pi / 2) for turn in turns]


UNIT = either_sign(uniform(25, 0, 1) + magnitudes(10, -40, -2)) + [0.5, 0.5 + 2.0**-53, 1 - 2.0**-53, -0.5, -1 + 2.0**-53]
LINE = either_sign(uniform(25, 0, 30) + magnitudes(15, -40, 60)) + [0.5, 1.0, 1 - 2.0**-53, 1 + 2.0**-52, 2.0, -1.0, 12.595]
TURNS = either_sign(uniform(20, 0, 20) + magnitudes(10, -40, 3) + uniform(8, 0, 2.0**20) + near_turns(10))
FUNCTIONS = {
    "exp": (mp.exp, either_sign(uniform(20, 0, 700) + magnitudes(20, -40, 3)) + [709.78, -744.4, -745.1, -708.5]),
    "log": (mp.log, uniform(20, 0.5, 2) + magnitudes(25, -1070, 1020) + [5e-324, 1 + 2**-52, 1 - 2**-53]),
    "log2": (lambda x: mp.log(x, 2), uniform(15, 0.5, 2) + magnitudes(20, -1070, 1020) + [8.0, 2.0**-1074]),
    "log10": (mp.log10, uniform(15, 0.5, 2) + magnitudes(20, -1070, 1020) + [1000.0, 1e22, 5e-324]),
    "cbrt": (mp.cbrt, uniform(15, 0, 8) + magnitudes(20, -1074, 1020) + [27.0]),
    "erf": (mp.erf, either_sign(uniform(25, 0, 6) + magnitudes(15, -40, -1)) + [1.0, 1 + 2.0**-52]),
    "erfc": (mp.erfc, uniform(25, -6, 10) + uniform(10, 10, 27) + magnitudes(10, -40, -1) + [0.75, 27.2]),
    "sin": (mp.sin, TURNS),
    "cos": (mp.cos, TURNS),
    "asin": (mp.asin, UNIT),
    "acos": (mp.acos, UNIT),
    "atan": (mp.atan, either_sign(uniform(25, 0, 2) + magnitudes(20, -40, 60)) + [1.0, 1 + 2.0**-52, 1 - 2.0**-53]),
    "li2": (lambda x: mp.re(mp.polylog(2, x)), LINE),
    "tan": (mp.tan, TURNS),
    "sinh": (mp.sinh, either_sign(uniform(20, 0, 4) + uniform(10, 0, 710) + magnitudes(10, -40, -1)) + [710.4]),
    "cosh": (mp.cosh, either_sign(uniform(20, 0, 4) + uniform(10, 0, 710) + magnitudes(5, -30, -1)) + [710.4]),
    "tanh": (mp.tanh, either_sign(uniform(25, 0, 3) + uniform(10, 3, 20) + magnitudes(10, -1070, -1))),
}

POWERS = [(x, generator.uniform(-740, 700) / math.log(x)) for x in magnitudes(20, -1020, 1020) + uniform(20, 0.7, 1.42)]
POWERS += [(x, float(y)) for x in either_sign(uniform(4, 0, 10)) for y in (-3, -1, 1, 2, 3, 10)]
POWERS += [(x, 0.5) for x in magnitudes(5, -1074, 1000)] + [(1 + 2.0**-52, 3e18), (1 - 2.0**-53, 6e18)]


def log_gamma(x):
    return mp.log(abs(mp.gamma(x)))


# Later ones come last, so that the arguments of the earlier ones stay.
LATER = {
    "asinh": (mp.asinh, either_sign(uniform(25, 0, 5) + magnitudes(15, -40, 300))),
    "acosh": (mp.acosh, uniform(25, 1, 5) + [1 + m for m in magnitudes(10, -40, -1)] + magnitudes(10, 1, 300)),
    "atanh": (mp.atanh, either_sign(uniform(25, 0, 1) + magnitudes(10, -40, -1))),
    "log1p": (mp.log1p, uniform(25, -1, 3) + either_sign(magnitudes(15, -60, -1)) + magnitudes(5, 0, 300)),
    "gamma": (mp.gamma, uniform(25, 0, 12) + uniform(15, 12, 171) + magnitudes(10, -300, -1)),
    "lgamma": (log_gamma, uniform(25, 0, 12) + uniform(10, 12, 1000) + uniform(10, -20, 0) + uniform(10, 0.9, 2.1)),
    "digamma": (mp.digamma, uniform(25, 0, 30) + uniform(10, -20, 0)),
    "j0": (lambda x: mp.besselj(0, x), either_sign(uniform(25, 0, 8) + uniform(25, 8, 100) + magnitudes(5, -30, -1))),
    "j1": (lambda x: mp.besselj(1, x), either_sign(uniform(25, 0, 8) + uniform(25, 8, 100) + magnitudes(5, -30, -1))),
    "lambertw": (lambda x: mp.lambertw(x).real, uniform(25, -0.3678, 0) + uniform(15, 0, 10) + magnitudes(15, -60, 900)
                 + [m - float(1 / mp.e) for m in magnitudes(15, -50, -4)]),
    "logistic": (lambda x: 1 / (1 + mp.exp(-x)), uniform(25, -40, 40) + uniform(10, -700, 700)),
}


def rows():
    for name, (function, arguments) in FUNCTIONS.items():
        for x in arguments:
            yield f"{name},{x!r},0,{nstr(function(mpf(x)), 30)}"
    for x, y in POWERS:
        yield f"pow,{x!r},{y!r},{nstr(mpf(x) ** mpf(y), 30)}"
    for name, (function, arguments) in LATER.items():
        for x in arguments:
            yield f"{name},{x!r},0,{nstr(function(mpf(x)), 30)}"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("function,x,y,value\n" + "\n".join(rows()) + "\n")
