"""Writes the small simulations of the tests of the source: simulations.py FOLDER. Element i of a field is i / 2."""

import pathlib
import sys

import h5py
import numpy as np

TEXT = h5py.string_dtype()


def ramp(shape, scale=0.5):
    return (np.arange(int(np.prod(shape))) * scale).reshape(shape).astype("<f4")


def names(node, attribute, values):
    node.attrs.create(attribute, np.array(values, dtype=object), shape=(len(values),), dtype=TEXT)


def field(group, name, shape, **storage):
    dataset = group.create_dataset(name, data=ramp(shape), **storage)
    dataset.attrs.update(sample_varying=True, time_varying=True, dim_varying=np.array([True, True]))
    return dataset


def simulation(path, parameters, trajectories, steps, scalars, nx=6, ny=4):
    """Two-dimensional runs with some scalar fields and a velocity, which lies in chunks of two steps."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w", libver=("v110", "v110")) as f:
        f.attrs.update(dataset_name="ramps", grid_type="cartesian", n_spatial_dims=2, n_trajectories=trajectories)
        f.attrs.update(parameters)
        names(f, "simulation_parameters", list(parameters))
        dimensions = f.create_group("dimensions")
        names(dimensions, "spatial_dims", ["x", "y"])
        for name, length, scale in (("time", steps, 0.25), ("x", nx, 1), ("y", ny, 1)):
            dimensions.create_dataset(name, data=ramp((length,), scale))
            dimensions[name].attrs.update(sample_varying=False, time_varying=name == "time")
        f.create_group("boundary_conditions")
        names(f.create_group("scalars"), "field_names", [])
        group = f.create_group("t0_fields")
        names(group, "field_names", scalars)
        for name in scalars:
            field(group, name, (trajectories, steps, nx, ny))
        group = f.create_group("t1_fields")
        names(group, "field_names", ["velocity"])
        field(
            group,
            "velocity",
            (trajectories, steps, nx, ny, 2),
            chunks=(1, min(2, steps), nx, ny, 2),
            compression="gzip",
        )
        names(f.create_group("t2_fields"), "field_names", [])


def main(folder):
    simulation(folder / "train" / "a.hdf5", {"mu": 0.5}, 2, 4, ["density"])
    simulation(folder / "train" / "b.hdf5", {"mu": 1.0, "nu": 3.0}, 1, 3, ["density", "energy"])
    simulation(folder / "valid" / "a.hdf5", {"mu": 0.5}, 1, 2, ["density"])
    with h5py.File(folder / "train" / "b.hdf5", "r+") as f:
        f["t0_fields/energy"][0, 1, 0, 0] = np.nan
    damaged = folder.parent / "damaged" / "last-chunk.hdf5"
    simulation(damaged, {"mu": 2.0}, 1, 4, ["density"])
    with h5py.File(damaged, "r+") as f:
        f["t1_fields/velocity"].id.write_direct_chunk((0, 2, 0, 0, 0), b"this was never compressed")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
