"""The light of a galaxy from six parameters.

The spectra look like those of galaxies, but follow the formulas below, not a library of stars.

Old stars are two black bodies: one for stars at the main-sequence turn-off, which cools with age, and one for giants.
Young stars, those of the last 10^8 years, are a hot black body. Light per mass decreases with age. The break at 4000 Å
grows with age and metallicity, and metal lines with metallicity and age; hydrogen lines are deepest at 0.7 Gyr.
Emission lines follow the star formation rate (Kennicutt 1998), those of oxygen and nitrogen also the metallicity. Dust
reddens everything (Calzetti et al. 2000). The universe is flat, with H0 = 70 km/s/Mpc and Ωm = 0.3.
"""

import numpy as np

# In Å/s; erg/s/cm²/Hz; erg/s/Å of the Sun at 5500 Å; cm; Å K.
LIGHT = 2.998e18
NANOMAGGIE = 3.631e-29
SUN = 5.2e29
MEGAPARSEC = 3.086e24
HEAT = 1.4388e8

HUBBLE_GYR = 13.97
HUBBLE_MPC = 4282.7
MATTER = 0.3

# The width of every line in the spectrograph: a standard deviation in observed ångström.
BLUR = 12.0
# The wavelengths in air and relative depths of lines of metals and of hydrogen in old stars.
METALS = [(3933.7, 1.6), (3968.5, 1.5), (4304.4, 0.8), (5175.4, 0.9), (5269.0, 0.4), (5892.9, 0.6)]
HYDROGEN = [(3835.4, 0.9), (3889.1, 0.9), (3970.1, 1.0), (4101.7, 1.0), (4340.5, 0.9), (4861.3, 0.8), (6562.8, 0.5)]


def age_of_universe(redshift):
    """In Gyr."""
    dark = 1 - MATTER
    return HUBBLE_GYR * 2 / (3 * np.sqrt(dark)) * np.arcsinh(np.sqrt(dark / MATTER) * (1 + redshift) ** -1.5)


def comoving_distance(redshift):
    """In Mpc, by the trapezoidal rule."""
    grid = np.linspace(0, np.max(redshift), 2001)
    rate = 1 / np.sqrt(MATTER * (1 + grid) ** 3 + 1 - MATTER)
    distance = np.concatenate([[0], np.cumsum((rate[1:] + rate[:-1]) / 2 * np.diff(grid))])
    return HUBBLE_MPC * np.interp(redshift, grid, distance)


def kiloparsec_of_arcsecond(redshift):
    return comoving_distance(redshift) / (1 + redshift) * 1000 * np.pi / (180 * 3600)


def black_body(wavelength, temperature):
    """Normalised to 1 at 5500 Å."""
    return (5500 / wavelength) ** 5 * np.expm1(HEAT / (5500 * temperature)) / np.expm1(HEAT / (wavelength * temperature))


def extinction(wavelength):
    """Return A(λ)/A(V) of Calzetti et al. (2000), which is defined from 1200 Å to 2.2 µm."""
    micron = wavelength / 1e4
    blue = 2.659 * (-2.156 + 1.509 / micron - 0.198 / micron**2 + 0.011 / micron**3) + 4.05
    red = 2.659 * (-1.857 + 1.040 / micron) + 4.05
    return np.where(micron < 0.63, blue, red) / 4.05


def profile(rest, line, redshift):
    return np.exp(-(((rest - line) * (1 + redshift) / BLUR) ** 2) / 2)


def old_stars(rest, redshift, age, metallicity):
    """Return the light of one solar mass, in units of the Sun at 5500 Å."""
    turn_off = 6200 * (age / 5) ** -0.2
    shape = 0.5 * black_body(rest, turn_off) + 0.5 * black_body(rest, 4600 - 300 * metallicity)
    drop = np.clip(0.35 + 0.4 * np.log10(age) + 0.3 * metallicity, 0.05, 1.2)
    shape = shape / (1 + drop * (1 - np.tanh((rest - 4000) / 60)) / 2)
    metals = 0.2 * 10 ** (0.5 * metallicity) * (age / 5) ** 0.3
    hydrogen = 0.35 * np.exp(-((np.log10(age / 0.7) / 0.5) ** 2) / 2)
    for lines, depth in ((METALS, metals), (HYDROGEN, hydrogen)):
        for line, weight in lines:
            shape = shape * (1 - np.clip(depth * weight, 0, 0.9) * profile(rest, line, redshift))
    return shape / (0.8 * (age + 0.1) ** 0.8)


def emission(metallicity):
    """Return wavelengths of emission lines, and their brightness relative to Hα before dust."""
    oxygen = 10 ** (-0.3 - metallicity)
    nitrogen = 0.4 * 10 ** (0.7 * metallicity)
    balmer = [(6562.8, 1.0), (4861.3, 1 / 2.86), (4340.5, 0.47 / 2.86)]
    metals = [(3727.4, 0.8), (5006.8, oxygen / 2.86), (4958.9, oxygen / 3 / 2.86), (6583.5, nitrogen), (6723.5, 0.3)]
    return balmer + metals


def observed(wavelengths, drawn):
    """Return fluxes in erg/s/cm²/Å, a row for each galaxy."""
    column = {name: values[:, np.newaxis] for name, values in drawn.items()}
    redshift, age, metallicity = column["Z"], column["AGE"], column["METALLICITY"]
    rest = wavelengths[np.newaxis] / (1 + redshift)
    mass, born = 10 ** column["LOGMASS"], 10 ** column["LOGSSFR"]
    young = born * 1e8 * black_body(rest, 15000) / 0.08
    light = mass * SUN * (old_stars(rest, redshift, age, metallicity) + young)
    hydrogen = mass * born / 7.9e-42
    for line, weight in emission(metallicity):
        light = light + hydrogen * weight * profile(rest, line, redshift) * (1 + redshift) / (BLUR * np.sqrt(2 * np.pi))
    light = light * 10 ** (-0.4 * column["DUST"] * extinction(rest))
    distance = comoving_distance(redshift) * (1 + redshift) * MEGAPARSEC
    return light / (4 * np.pi * distance**2 * (1 + redshift))
