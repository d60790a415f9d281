"""Writes the HDF5 layout of The Well, for scalars and vectors on Cartesian grids.

The layout is described in docs/data_format.md of PolymathicAI/the_well.
"""

from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
import yaml

TEXT = h5py.string_dtype()


@dataclass(frozen=True)
class Simulation:
    """Trajectories with the same parameters. Scalar fields have the shape (trajectory, time, *grid), vector fields one
    more axis. All axes have the same boundary, named as in The Well: PERIODIC, WALL or OPEN."""

    dataset: str
    parameters: dict[str, float]
    time: np.ndarray
    places: dict[str, np.ndarray]
    fields: dict[str, np.ndarray]
    of: str = ""
    boundary: str = "PERIODIC"

    @property
    def file_name(self):
        settings = "".join(f"_{name}_{value:g}" for name, value in self.parameters.items())
        of = f"_{self.of}" if self.of else ""
        return f"{self.dataset}{of}{settings}.hdf5"


def write(folder: Path, split: str, simulation: Simulation):
    target = folder / "datasets" / simulation.dataset / "data" / split / simulation.file_name
    target.parent.mkdir(parents=True, exist_ok=True)
    trajectories = next(iter(simulation.fields.values())).shape[0]
    # Java readers support the format up to this version.
    with h5py.File(target, "w", libver=("earliest", "v114")) as file:
        file.attrs["dataset_name"] = simulation.dataset
        file.attrs["grid_type"] = "cartesian"
        file.attrs["n_spatial_dims"] = len(simulation.places)
        file.attrs["n_trajectories"] = trajectories
        names(file, "simulation_parameters", simulation.parameters)
        for name, value in simulation.parameters.items():
            file.attrs[name] = float(value)
        write_dimensions(file.create_group("dimensions"), simulation)
        write_boundaries(file.create_group("boundary_conditions"), simulation)
        write_scalars(file.create_group("scalars"), simulation.parameters)
        write_fields(file, simulation)
    return target


def names(holder, attribute, values):
    """A list of texts; an empty one is a list of numbers, like [] in h5py."""
    values = list(values)
    holder.attrs[attribute] = np.array(values, dtype=TEXT) if values else np.zeros(0)


def varying(holder, sample, time):
    holder.attrs["sample_varying"] = sample
    holder.attrs["time_varying"] = time


def write_dimensions(group, simulation):
    names(group, "spatial_dims", simulation.places)
    varying(group.create_dataset("time", data=simulation.time.astype("f4")), False, True)
    for name, coordinates in simulation.places.items():
        varying(group.create_dataset(name, data=coordinates.astype("f4")), False, False)


def write_boundaries(group, simulation):
    for name, coordinates in simulation.places.items():
        boundary = group.create_group(f"{name}_{simulation.boundary.lower()}")
        boundary.attrs["bc_type"] = simulation.boundary
        names(boundary, "associated_dims", [name])
        names(boundary, "associated_fields", [])
        varying(boundary, False, False)
        ends = np.zeros(len(coordinates), dtype=bool)
        ends[[0, -1]] = True
        boundary.create_dataset("mask", data=ends)


def write_scalars(group, parameters):
    names(group, "field_names", parameters)
    for name, value in parameters.items():
        varying(group.create_dataset(name, data=np.float64(value)), False, False)


def write_fields(file, simulation):
    for order in range(3):
        group = file.create_group(f"t{order}_fields")
        fields = {name: values for name, values in simulation.fields.items() if values.ndim == 2 + len(simulation.places) + order}
        names(group, "field_names", fields)
        for name, values in fields.items():
            field = group.create_dataset(name, data=values.astype("f4", copy=False))
            field.attrs["dim_varying"] = np.ones(len(simulation.places), dtype=bool)
            varying(field, True, True)


def write_statistics(folder: Path, dataset: str):
    """Write stats.yaml: the moments of each field over the training files, and of its changes between steps."""
    moments = {}
    for path in sorted((folder / "datasets" / dataset / "data" / "train").glob("*.hdf5")):
        with h5py.File(path) as file:
            for name in file["t0_fields"].attrs["field_names"]:
                values = file["t0_fields"][name][:].astype("f8")
                moments.setdefault(name, []).append(values)
    statistics = {key: {} for key in ("mean", "std", "rms", "mean_delta", "std_delta", "rms_delta")}
    for name, parts in moments.items():
        for suffix, of_parts in (("", parts), ("_delta", [np.diff(values, axis=1) for values in parts])):
            values = np.concatenate([part.ravel() for part in of_parts])
            statistics["mean" + suffix][name] = float(f"{values.mean():.4E}")
            statistics["std" + suffix][name] = float(f"{values.std():.4E}")
            statistics["rms" + suffix][name] = float(f"{np.sqrt(np.mean(values**2)):.4E}")
    target = folder / "datasets" / dataset / "stats.yaml"
    target.write_text(yaml.safe_dump(statistics, sort_keys=False))
