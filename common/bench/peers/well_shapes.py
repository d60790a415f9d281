"""Creates files with the shapes of all data sets of The Well in FOLDER.

These are 1116 files of 15 TB, whose data are never written.

The table is from the overview and registry of the data sets: name, spatial dimensions, grid, steps, trajectories of all
files, files of train, valid and test, fields by the order of their tensors, constant fields, and the parameters by
which files differ. The trajectories of a split are distributed evenly over its files. The last line of the output has
the totals: files, frames, bytes of fields, bytes on disk.
"""

import itertools
import sys
from pathlib import Path

import h5py
import numpy as np

X = ("x", "y", "z")
SPHERE = ("r", "theta", "phi")
SHARES = {"train": 0.8, "valid": 0.1, "test": 0.1}
GAMMA = {"gamma": (1.13, 1.22, 1.3, 1.33, 1.365, 1.4, 1.404, 1.453, 1.597, 1.76)}
MACH = {"Ma": (0.7, 2.0), "Ms": (0.5, 0.7, 1.5, 2.0, 7.0)}
CONVECTION = {"Prandtl": (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0), "Rayleigh": (1e6, 1e7, 1e8, 1e9, 1e10)}
COOLING = {"tcool": (0.03, 0.06, 0.1, 0.18, 0.32, 0.56, 1.0, 1.78, 3.16)}
GAS = ("density", "pressure")
STAR = ("density", "pressure", "temperature")
FLOW = ("velocity",)
SOUND = ("density", "speed_of_sound")
EULER = ("density", "energy", "pressure")

SETS = [
    ("acoustic_scattering_discontinuous", X[:2], (256, 256), 102, 2000, (16, 2, 2), (("pressure",), FLOW, ()), SOUND, {}),
    ("acoustic_scattering_inclusions", X[:2], (256, 256), 102, 4000, (28, 4, 4), (("pressure",), FLOW, ()), SOUND, {}),
    ("acoustic_scattering_maze", X[:2], (256, 256), 202, 2000, (16, 2, 2), (("pressure",), FLOW, ()), SOUND, {}),
    ("active_matter", X[:2], (256, 256), 81, 225, (45, 16, 21), (("concentration",), FLOW, ("D", "E")), (),
     {"alpha": (-1.0, -2.0, -3.0, -4.0, -5.0), "zeta": (1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 17.0)}),
    ("convective_envelope_rsg", SPHERE, (256, 128, 256), 100, 29, (23, 3, 3), (EULER, FLOW, ()), (), {}),
    ("euler_multi_quadrants_openBC", X[:2], (512, 512), 101, 5000, (10, 10, 10), (EULER, ("momentum",), ()), (), GAMMA),
    ("euler_multi_quadrants_periodicBC", X[:2], (512, 512), 101, 5000, (10, 10, 10), (EULER, ("momentum",), ()), (), GAMMA),
    ("gray_scott_reaction_diffusion", X[:2], (128, 128), 1001, 1200, (6, 6, 6), (("A", "B"), (), ()), (),
     {"F": (0.098, 0.014, 0.029, 0.018, 0.03, 0.058), "k": (0.057, 0.054, 0.057, 0.051, 0.062, 0.065)}),
    ("helmholtz_staircase", X[:2], (1024, 256), 50, 512, (16, 16, 16), (("pressure_im", "pressure_re"), (), ()), ("mask",),
     {"omega": tuple(0.0628 * n for n in range(1, 17))}),
    ("MHD_64", X, (64, 64, 64), 100, 100, (10, 10, 10), (("density",), ("magnetic_field", "velocity"), ()), (), MACH),
    ("MHD_256", X, (256, 256, 256), 100, 100, (10, 10, 10), (("density",), ("magnetic_field", "velocity"), ()), (), MACH),
    ("planetswe", SPHERE[1:], (256, 512), 1008, 120, (96, 12, 12), (("height",), FLOW, ()), (), {}),
    ("post_neutron_star_merger", ("log_r",) + SPHERE[1:], (192, 128, 66), 181, 8, (6, 1, 1),
     (("electron_fraction", "entropy", "internal_energy") + STAR, ("magnetic_field", "velocity"), ()), (), {}),
    ("rayleigh_benard", X[:2], (512, 128), 200, 1750, (35, 35, 35), (("buoyancy", "pressure"), FLOW, ()), (), CONVECTION),
    ("rayleigh_benard_uniform", X[:2], (512, 128), 200, 1750, (35, 35, 35), (("buoyancy", "pressure"), FLOW, ()), (), CONVECTION),
    ("rayleigh_taylor_instability", X, (128, 128, 128), 119, 45, (5, 5, 5), (("density",), FLOW, ()), (),
     {"At": (0.0625, 0.125, 0.25, 0.5, 0.75)}),
    ("shear_flow", X[:2], (256, 512), 200, 1120, (28, 28, 28), (("pressure", "tracer"), FLOW, ()), (),
     {"Rayleigh": (1e4, 5e4, 1e5, 5e5), "Schmidt": (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)}),
    ("supernova_explosion_64", X, (64, 64, 64), 59, 740, (37, 37, 37), (STAR, FLOW, ()), (), {"Msun": (0.1, 1.0)}),
    ("supernova_explosion_128", X, (128, 128, 128), 59, 260, (13, 13, 13), (STAR, FLOW, ()), (), {"Msun": (0.1, 1.0)}),
    ("turbulence_gravity_cooling", X, (64, 64, 64), 50, 2700, (27, 27, 27), (STAR, FLOW, ()), (),
     {"T0": (10.0, 100.0, 1000.0), "Z": (0.0, 0.1, 1.0), "rho0": (0.445, 4.45, 44.5)}),
    ("turbulent_radiative_layer_2D", X[:2], (128, 384), 101, 90, (9, 9, 9), (GAS, FLOW, ()), (), COOLING),
    ("turbulent_radiative_layer_3D", X, (128, 128, 256), 101, 90, (9, 9, 9), (GAS, FLOW, ()), (), COOLING),
    ("viscoelastic_instability", X[:2], (512, 512), 60, 260, (7, 7, 7), (("c_zz", "pressure"), FLOW, ("C",)), (), {"Wi": (50.0,)}),
]


def unwritten():
    """Allocate space that is never written: a hole in the file."""
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.CONTIGUOUS)
    properties.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    properties.set_fill_time(h5py.h5d.FILL_TIME_NEVER)
    return properties


def add_field(group, name, shape, flags):
    dataset = h5py.h5d.create(group.id, name.encode(), h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple(shape), unwritten())
    h5py.Dataset(dataset).attrs.update(flags)
    return 4 * int(np.prod(shape, dtype=object))


def write(path, dataset, dimensions, grid, steps, trajectories, fields, constants, parameters):
    sizes = 0
    with h5py.File(path, "w", libver=("earliest", "v114")) as f:
        f.attrs.update(dataset_name=dataset, grid_type="cartesian" if dimensions[0] == "x" else "spherical")
        f.attrs.update(n_spatial_dims=len(dimensions), n_trajectories=trajectories, simulation_parameters=list(parameters))
        f.attrs.update(parameters)
        axes = f.create_group("dimensions")
        axes.attrs["spatial_dims"] = list(dimensions)
        axes["time"] = np.arange(steps, dtype="f4")
        axes["time"].attrs.update(sample_varying=False, time_varying=True)
        for name, size in zip(dimensions, grid):
            axes[name] = np.linspace(0, 1, size, dtype="f4")
            axes[name].attrs.update(sample_varying=False, time_varying=False)
        boundary = f.create_group(f"boundary_conditions/{dimensions[0]}_periodic")
        boundary.attrs.update(associated_dims=[dimensions[0]], associated_fields=[], bc_type="PERIODIC")
        boundary.attrs.update(sample_varying=False, time_varying=False)
        boundary["mask"] = np.arange(grid[0]) % (grid[0] - 1) == 0
        scalars = f.create_group("scalars")
        scalars.attrs["field_names"] = list(parameters)
        for name, value in parameters.items():
            scalars[name] = value
            scalars[name].attrs.update(sample_varying=False, time_varying=False)
        for order, names in enumerate(fields):
            group = f.create_group(f"t{order}_fields")
            held = names + (constants if order == 0 else ())
            group.attrs["field_names"] = list(held)
            for name in held:
                varies = name in names
                shape = (trajectories,) + ((steps,) if varies else ()) + grid + (len(dimensions),) * order
                flags = {"dim_varying": [True] * len(dimensions), "sample_varying": True, "time_varying": varies}
                if order == 2:
                    flags.update(symmetric=False, antisymmetric=False)
                sizes += add_field(group, name, shape, flags)
    return sizes


def choices(name, parameters):
    """Return the parameters of the files of a split in turn; the regimes of Gray–Scott are pairs, all others are
    crossed."""
    pairs = zip(*parameters.values()) if name.startswith("gray_scott") else itertools.product(*parameters.values())
    return [dict(zip(parameters, pair)) for pair in pairs]


def main():
    root = Path(sys.argv[1])
    count = frames = extent = stored = 0
    for name, dimensions, grid, steps, total, files, fields, constants, parameters in SETS:
        ways = choices(name, parameters)
        for (split, share), number in zip(SHARES.items(), files):
            folder = root / "datasets" / name / "data" / split
            folder.mkdir(parents=True)
            runs = max(number, round(total * share))
            for i in range(number):
                trajectories = runs * (i + 1) // number - runs * i // number
                path = folder / f"{name}_{i:02}.hdf5"
                extent += write(path, name, dimensions, grid, steps, trajectories, fields, constants, ways[i % len(ways)])
                stored += 512 * path.stat().st_blocks
                frames += trajectories * steps
                count += 1
    print(count, frames, extent, stored)


main()
