"""Writes the small files of the quick tests: fixtures.py FOLDER. The tests repeat the formulas of their values."""

import pathlib
import sys

import h5py
import numpy as np

TEXT = h5py.string_dtype()
OLD = ("earliest", "v114")
MODERN = ("v110", "v110")


def texts(node, name, values):
    node.attrs.create(name, np.array(values, dtype=object), shape=(len(values),), dtype=TEXT)


def ramp(shape, dtype="<f4", scale=0.5):
    """Element i is i * scale, in row-major order."""
    return (np.arange(int(np.prod(shape))) * scale).reshape(shape).astype(dtype)


def core(path, libver, **options):
    with h5py.File(path, "w", libver=libver, **options) as f:
        f.attrs["title"] = "Größe"
        f.attrs["answer"] = 42
        f.attrs["numbers"] = np.array([1.5, 2.5])
        f.attrs["flags"] = np.array([True, False])
        f.attrs["nothing"] = []
        texts(f, "names", ["x", "y"])
        f["contiguous"] = ramp((4, 5, 6))
        f["big"] = ramp((3, 4), ">f8")
        f["half"] = ramp((5,), "<f2")
        f["truth"] = np.array([True, False, True])
        f["unsigned"] = np.array([0, 200, 255], "u1")
        f["unsigned64"] = np.array([0, 2**64 - 1], "u8")
        f["scalar"] = np.float64(2.5)
        f["word"] = "τ"
        f["fixed"] = np.array([b"des-g", b"z"], "S6")
        f["words"] = np.array(["", "Größe", "b"], dtype=object)
        f.create_dataset("kind", data=np.array([7, 0], "u1"), dtype=h5py.enum_dtype({"STAR": 0, "QUASAR": 7}, "u1"))
        f.create_dataset("void", (0, 3), "<f4")
        f.create_dataset("null", data=h5py.Empty("f4"))
        f.create_dataset("unwritten", (2, 3), "<i4", fillvalue=-7)
        f.create_dataset("gzip", data=ramp((5, 7)), chunks=(2, 3), compression="gzip", shuffle=True)
        f.create_dataset("lzf", data=ramp((5, 7)), chunks=(2, 3), compression="lzf")
        f.create_dataset("checked", data=ramp((5, 7)), chunks=(2, 3), fletcher32=True)
        d = f.create_dataset("holes", (6, 6), "<i2", chunks=(2, 2), fillvalue=9, maxshape=(None, 6))
        d[2:4, 2:4] = 1
        g = f.create_group("group")
        g["inner"] = ramp((3,))
        g["compound"] = np.zeros(2, dtype=[("a", "f4"), ("b", "i4")])
        f["soft"] = h5py.SoftLink("/group/inner")
        f["dangling"] = h5py.SoftLink("/nowhere")
        f["outside"] = h5py.ExternalLink("other.h5", "/x")
        layout = h5py.VirtualLayout((3,), "<f4")
        layout[:] = h5py.VirtualSource(".", "group/inner", (3,))
        f.create_virtual_dataset("virtual", layout)
        plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        plist.set_chunk((4,))
        plist.set_scaleoffset(h5py.h5z.SO_INT, 0)
        space = h5py.h5s.create_simple((4,))
        h5py.Dataset(h5py.h5d.create(f.id, b"scaled", h5py.h5t.STD_I32LE, space, plist))[...] = [1, 2, 3, 4]


def flags(dataset, sample, time, **others):
    dataset.attrs["sample_varying"] = sample
    dataset.attrs["time_varying"] = time
    for name, value in others.items():
        dataset.attrs[name] = np.array(value, dtype=bool) if isinstance(value, list) else value


def well(path, libver, trajectories=2, steps=3, nx=4, ny=3, **storage):
    """Every kind of field: shared, constant in time, without an axis, scalars, vectors and tensors."""
    with h5py.File(path, "w", libver=libver) as f:
        f.attrs.update(dataset_name="planted_2D", grid_type="cartesian", n_spatial_dims=2, n_trajectories=trajectories)
        f.attrs.update(Rayleigh=1e6, Prandtl=0.5)
        texts(f, "simulation_parameters", ["Rayleigh", "Prandtl"])
        g = f.create_group("dimensions")
        texts(g, "spatial_dims", ["x", "y"])
        flags(g.create_dataset("time", data=ramp((steps,))), False, True)
        flags(g.create_dataset("x", data=ramp((nx,))), False, False)
        flags(g.create_dataset("y", data=ramp((ny,))), False, False)
        g = f.create_group("boundary_conditions")
        for name, axis, kind, size in (("x_periodic", "x", "PERIODIC", nx), ("y_wall", "y", "WALL", ny)):
            b = g.create_group(name)
            texts(b, "associated_dims", [axis])
            texts(b, "associated_fields", [])
            b.attrs["bc_type"] = kind
            flags(b, False, False)
            mask = np.zeros(size, bool)
            mask[[0, -1]] = True
            b["mask"] = mask
        g = f.create_group("scalars")
        texts(g, "field_names", ["Rayleigh", "Prandtl", "forcing"])
        flags(g.create_dataset("Rayleigh", data=1e6), False, False)
        flags(g.create_dataset("Prandtl", data=0.5), False, False)
        flags(g.create_dataset("forcing", data=ramp((trajectories, steps), "<f8")), True, True)
        g = f.create_group("t0_fields")
        texts(g, "field_names", ["density", "profile", "mask"])
        d = g.create_dataset("density", data=ramp((trajectories, steps, nx, ny)), **storage)
        flags(d, True, True, dim_varying=[True, True])
        flags(g.create_dataset("profile", data=ramp((trajectories, steps, ny))), True, True, dim_varying=[False, True])
        flags(g.create_dataset("mask", data=ramp((nx, ny))), False, False, dim_varying=[True, True])
        g = f.create_group("t1_fields")
        texts(g, "field_names", ["velocity"])
        d = g.create_dataset("velocity", data=ramp((trajectories, steps, nx, ny, 2)), **storage)
        flags(d, True, True, dim_varying=[True, True])
        g = f.create_group("t2_fields")
        texts(g, "field_names", ["strain"])
        d = g.create_dataset("strain", data=ramp((steps, nx, ny, 2, 2)))
        flags(d, False, True, dim_varying=[True, True], symmetric=False, antisymmetric=False)


def sloppy(path):
    """Deviations of real files: missing flags, lists and groups; a single string instead of a list."""
    with h5py.File(path, "w", libver=MODERN) as f:
        f.attrs.update(dataset_name="sloppy", grid_type="cartesian", n_spatial_dims=2, a=0.25)
        f.attrs["simulation_parameters"] = ["a"]
        g = f.create_group("dimensions")
        texts(g, "spatial_dims", ["x", "y"])
        g["time"] = ramp((2, 5))
        g["x"] = ramp((4,))
        g["y"] = ramp((3,))
        b = f.create_group("boundary_conditions").create_group("x_open")
        b.attrs["associated_dims"] = "x"
        b.attrs["bc_type"] = "open"
        f.create_group("scalars").create_dataset("a", data=np.array([0.25]))
        g = f.create_group("t0_fields")
        g.attrs["field_names"] = []
        g["pressure"] = ramp((2, 5, 4, 3), "<f8")


def images(path, objects=6):
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w", libver=MODERN) as f:
        grow = dict(maxshape=(None,), chunks=(4,))
        f.create_dataset("object_id", data=np.arange(objects) + 10**15, **grow)
        f.create_dataset("ra", data=216.0 + ramp((objects,), "<f8"), **grow)
        f.create_dataset("dec", data=ramp((objects,), "<f8"), **grow)
        f["healpix"] = np.full(objects, 714)
        f["HEALPIX"] = np.arange(objects) + 26065
        f.create_dataset("image_band", data=np.array([["hsc-g", "hsc-r"]] * objects, "S5"))
        shape = (objects, 2, 4, 4)
        for name, dtype in (("image_array", "<f4"), ("image_ivar", "<f4")):
            f.create_dataset(name, data=ramp(shape, dtype), chunks=(2, 1, 4, 4), compression="gzip", maxshape=(None, 2, 4, 4))
        f.create_dataset("image_mask", data=np.arange(objects * 32).reshape(shape) % 2 == 0, chunks=(4, 2, 4, 4), compression="gzip")


def spectra(path, objects=3, width=11):
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w", libver=MODERN) as f:
        f["object_id"] = np.array([f"{1000 + i}-{i}".encode() for i in range(objects)])
        f["RA"] = ramp((objects,), "<f8")
        f["DEC"] = -ramp((objects,), "<f8")
        f["spectrum_flux"] = ramp((objects, width))
        f["spectrum_lambda"] = np.tile(np.concatenate([ramp((width - 2,)), [-1, -1]]).astype("<f4"), (objects, 1))
        f["spectrum_mask"] = np.zeros((objects, width), bool)
        f["ZWARN"] = np.arange(objects) % 2 == 1
        f["meta"] = np.zeros(objects, dtype=[("a", "f4")])


def supernova(path, points=7):
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w", libver=MODERN) as f:
        f["object_id"] = "SN2011fe"
        f["ra"] = 210.77
        f["dec"] = 54.27
        f["redshift"] = np.float32(0.0008)
        f["bands"] = "g,r"
        for name in ("time", "flux", "flux_err"):
            f[name] = ramp((2, points))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    core(folder / "earliest.h5", OLD)
    core(folder / "v110.h5", MODERN, userblock_size=512)
    well(folder / "well.h5", MODERN)
    well(folder / "well-chunked.h5", MODERN, chunks=True, compression="gzip")
    sloppy(folder / "sloppy.h5")
    images(folder / "hsc" / "healpix=0714" / "001-of-001.hdf5")
    spectra(folder / "desi" / "healpix=714" / "001-of-001.hdf5")
    supernova(folder / "yse" / "healpix=1629" / "SN2011fe.hdf5")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
