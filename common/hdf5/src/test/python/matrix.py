"""Writes HDF5 files of every kind that is read, and next to each the content according to h5py: matrix.py FOLDER"""

import itertools
import pathlib
import sys

import h5py
import numpy as np

import sidecar

try:
    import hdf5plugin
except ImportError:
    hdf5plugin = None

VERSIONS = {
    "earliest": ("earliest", "v108"),
    "v108": ("v108", "v108"),
    "v110": ("v110", "v110"),
    "v112": ("v112", "v112"),
    "v114": ("v114", "v114"),
}
TYPES = [o + t for o, t in itertools.product("<>", ("f2", "f4", "f8", "i2", "i4", "i8", "u2", "u4", "u8"))]
TYPES += ["i1", "u1", "bool", "enum", "S7", "text"]
SHAPES = [(13,), (), (5, 4, 7), (0, 3), (1,), (3, 17), (2, 3, 2, 5)]
STORAGES = {
    "contiguous": {},
    "compact": {"compact": True},
    "chunked": {"chunked": True},
    "gzip": {"chunked": True, "compression": "gzip"},
    "shuffle-gzip": {"chunked": True, "compression": "gzip", "shuffle": True},
    "fletcher32": {"chunked": True, "fletcher32": True},
    "all": {"chunked": True, "compression": "gzip", "compression_opts": 9, "shuffle": True, "fletcher32": True},
    "lzf": {"chunked": True, "compression": "lzf"},
    "shuffle-lzf": {"chunked": True, "compression": "lzf", "shuffle": True},
}
if hdf5plugin:
    STORAGES["zstd"] = {"chunked": True, "compression": hdf5plugin.Zstd()}
ENUM = h5py.enum_dtype({"STAR": 0, "GALAXY": 1, "QUASAR": 7}, basetype="u1")


def values(kind, shape, random):
    size = int(np.prod(shape, dtype=int))
    if kind == "text":
        words = ["", "a", "Größe", "τ_cool", "x" * 40]
        return np.array([words[i] for i in random.integers(0, len(words), size)], dtype=object).reshape(shape)
    if kind == "S7":
        words = [b"", b"des-g", b"hsc-y  ", b"1234567"]
        return np.array([words[i] for i in random.integers(0, len(words), size)], dtype="S7").reshape(shape)
    if kind == "bool":
        return random.integers(0, 2, size).astype(bool).reshape(shape)
    if kind == "enum":
        return np.array([0, 1, 7], "u1")[random.integers(0, 3, size)].reshape(shape)
    dtype = np.dtype(kind)
    if dtype.kind == "f":
        return random.normal(0, 100, size).astype(dtype).reshape(shape)
    # A few values only, so that every compression has something to do.
    edges = np.array([np.iinfo(dtype).min, np.iinfo(dtype).max, 0, 1, 2], dtype)
    return edges[random.integers(0, len(edges), size)].reshape(shape)


def fill_value(kind):
    known = {"S7": b"none", "bool": True, "enum": 7}
    return known[kind] if kind in known else np.dtype(kind).type(3)


def create(file, name, kind, shape, options, random, fill, written):
    """A dataset; of the chunked ones with a fill value only some elements are written."""
    options = dict(options)
    dtype = {"text": h5py.string_dtype(), "enum": ENUM, "bool": np.dtype(bool)}.get(kind) or np.dtype(kind)
    chunked = options.pop("chunked", False)
    if chunked and (shape == () or 0 in shape):
        chunked, options = False, {}
    if kind == "text":
        # HDF5 itself refuses a checksum of references to a heap.
        options.pop("fletcher32", None)
    if options.pop("compact", False):
        plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        plist.set_layout(h5py.h5d.COMPACT)
        space = h5py.h5s.create_simple(shape) if shape != () else h5py.h5s.create(h5py.h5s.SCALAR)
        dataset = h5py.Dataset(h5py.h5d.create(file.id, name.encode(), h5py.h5t.py_create(dtype, logical=True), space, plist))
        if 0 not in shape:
            dataset[...] = values(kind, shape, random)
        return dataset
    if chunked:
        options["chunks"] = tuple(max(1, (n + 1) // 2) for n in shape)
    if fill and kind != "text":
        options["fillvalue"] = fill_value(kind)
    dataset = file.create_dataset(name, shape=shape, dtype=dtype, **options)
    if 0 in shape or written == "nothing":
        return dataset
    data = values(kind, shape, random)
    if written == "part" and chunked:
        dataset[: (shape[0] + 1) // 2] = data[: (shape[0] + 1) // 2]
    else:
        dataset[...] = data
    return dataset


def regular(folder):
    rotation = itertools.count()
    for (version, bounds), (storage, options), kind in itertools.product(VERSIONS.items(), STORAGES.items(), TYPES):
        i = next(rotation)
        shape = SHAPES[i % len(SHAPES)]
        fill, written = i % 3 == 1, ("all", "part", "nothing", "all", "part")[i % 5]
        name = f"{version}_{storage}_{kind.replace('<', 'l').replace('>', 'b')}.h5"
        with h5py.File(folder / name, "w", libver=bounds) as file:
            create(file, "d", kind, shape, options, np.random.default_rng(i), fill, written)
        yield name


def irregular(folder):
    """Indexes and structures that depend on more than type and storage."""
    for version, bounds in VERSIONS.items():
        random = np.random.default_rng(len(version))

        def new(name):
            return h5py.File(folder / f"{version}_{name}.h5", "w", libver=bounds)

        with new("growing") as f:
            d = f.create_dataset("one", (7, 5), "<i4", maxshape=(None, 5), chunks=(2, 2), compression="gzip", fillvalue=-1)
            d[2:5] = random.integers(0, 99, (3, 5))
            d.resize((11, 5))
            d[9:] = 4
            d = f.create_dataset("inner", (5, 7), "<i4", maxshape=(5, None), chunks=(2, 2), fillvalue=-1)
            d[:, 3:] = random.integers(0, 99, (5, 4))
            d.resize((5, 12))
            d = f.create_dataset("both", (7, 5), "<f8", maxshape=(None, None), chunks=(2, 2), compression="gzip")
            d[...] = random.normal(size=(7, 5))
            d.resize((9, 3))
            d = f.create_dataset("plain", (7, 5), "<f8", maxshape=(None, None), chunks=(1, 1))
            d[1:, ::2] = random.normal(size=(6, 3))
            d = f.create_dataset("limited", (7, 5), ">u2", maxshape=(20, 30), chunks=(3, 2), shuffle=True, fillvalue=9)
            d[:2] = random.integers(0, 99, (2, 5))
            d = f.create_dataset("shrunk", (20, 20), "<f4", maxshape=(30, 30), chunks=(3, 4))
            d[...] = random.normal(size=(20, 20))
            d.resize((5, 19))
        with new("many") as f:
            d = f.create_dataset("fixed", (3000,), "u1", chunks=(1,), fillvalue=5)
            d[100:1100] = random.integers(0, 255, 1000)
            d[2900:] = 1
            d = f.create_dataset("exact", (2048,), "u1", chunks=(1,), compression="gzip")
            d[...] = random.integers(0, 255, 2048)
            d = f.create_dataset("growing", (5000,), "<u2", chunks=(1,), maxshape=(None,), fillvalue=5)
            d[:4000] = random.integers(0, 255, 4000)
            d[4990:] = 1
            d = f.create_dataset("tree", (50, 60), "<u2", chunks=(1, 1), maxshape=(None, None), compression="gzip")
            d[...] = random.integers(0, 255, (50, 60))
        with new("single") as f:
            f.create_dataset("plain", data=random.normal(size=(4, 5)), chunks=(4, 5))
            f.create_dataset("gzip", data=random.normal(size=(4, 5)), chunks=(4, 5), compression="gzip")
            f.create_dataset("larger", data=random.normal(size=(4, 5)), chunks=(4, 5), maxshape=(9, 9))
        with new("early") as f:
            plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            plist.set_chunk((2, 3))
            plist.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
            space = h5py.h5s.create_simple((5, 7))
            d = h5py.Dataset(h5py.h5d.create(f.id, b"implicit", h5py.h5t.IEEE_F32LE, space, plist))
            d[1:] = random.normal(size=(4, 7))
        with new("attributes") as f:
            for i in range(30):
                f.attrs[f"a{i}"] = i
                f.create_dataset(f"d{i}", data=np.full(3, i))
            f.attrs["list"] = np.array(["x", "y"], dtype=object)
            f["soft"] = h5py.SoftLink("/d3")
        with h5py.File(folder / f"{version}_user-block.h5", "w", libver=bounds, userblock_size=1024) as f:
            f["d"] = random.normal(size=7)
            f["text"] = "behind a user block"
        with new("special") as f:
            f["nan"] = np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324], "<f8")
            f["half"] = np.array([np.nan, np.inf, -0.0, 6e-8, 65504, 1e-5], ">f2")
            f.create_dataset("padded", data=np.array([b"ab  ", b"  ", b"abcdef"], "S6"))
            f.create_dataset("ascii", data=np.array(["one", "two"], dtype=object), dtype=h5py.string_dtype("ascii"))
            f.create_dataset("enum32", data=np.array([-5, 70000], "i4"), dtype=h5py.enum_dtype({"LOW": -5, "HIGH": 70000}, "i4"))
            f.create_dataset("big-enum", data=np.array([300, 2], ">i2"), dtype=h5py.enum_dtype({"LOW": 2, "HIGH": 300}, ">i2"))
        for name in ("growing", "many", "single", "early", "attributes", "user-block", "special"):
            yield f"{version}_{name}.h5"
    with h5py.File(folder / "paged.h5", "w", libver=("v110", "v110")) as f:
        d = f.create_dataset("d", (140_000,), "u1", chunks=(1,), maxshape=(None,))
        d[:100_000] = np.arange(100_000) % 251
        d[138_000:] = 7
    yield "paged.h5"


def block_filters():
    yield "lz4", hdf5plugin.LZ4()
    yield "lz4-small", hdf5plugin.LZ4(nbytes=1000)
    for packer in ("none", "lz4", "zstd"):
        yield f"bitshuffle-{packer}", hdf5plugin.Bitshuffle(cname=packer)
        yield f"bitshuffle-{packer}-small", hdf5plugin.Bitshuffle(nelems=64, cname=packer)
    for packer, way in itertools.product(("blosclz", "lz4", "lz4hc", "zlib", "zstd"), ("NOSHUFFLE", "SHUFFLE", "BITSHUFFLE")):
        for level in (0, 1, 9) if packer == "blosclz" else (5,):
            blosc = hdf5plugin.Blosc(cname=packer, clevel=level, shuffle=getattr(hdf5plugin.Blosc, way))
            yield f"blosc-{packer}-{way.lower()}-{level}", blosc


def blocked(folder):
    """Filters that cut chunks into blocks, over chunks of many blocks and a rest, of few, and of less than one."""
    random = np.random.default_rng(7)
    with h5py.File(folder / "blocked.h5", "w", libver=("v110", "v110")) as f:
        for (name, options), kind in itertools.product(block_filters(), ("u1", "<i2", ">f4", "<f8", "S7")):
            for size in (13, 1003, 20011):
                steps = random.integers(0, 3, size).cumsum()
                data = steps.astype("S7") if kind == "S7" else (steps % 251).astype(kind)
                if size == 1003 and kind == "<f8":
                    data = random.normal(size=size)
                f.create_dataset(f"{name}_{kind[-2:]}_{size}", data=data, chunks=(size,), **options)
    yield "blocked.h5"


def filtered(folder):
    """The same filters, and Zstandard, in small files of their own, for tests that damage them."""
    random = np.random.default_rng(11)
    for name, options in itertools.chain(block_filters(), [("zstd", hdf5plugin.Zstd())]):
        with h5py.File(folder / f"filter_{name}.h5", "w", libver=("v110", "v110")) as f:
            for kind in ("<i2", "<f8"):
                steps = random.integers(0, 3, 1003).cumsum()
                f.create_dataset(kind[1:], data=(steps % 251).astype(kind), chunks=(400,), **options)
        yield f"filter_{name}.h5"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    packed = [blocked(folder), filtered(folder)] if hdf5plugin else []
    with open(folder / "expected.tsv", "w") as table, open(folder / "expected.bin", "wb") as data:
        print(*sidecar.LINE, "bytes", sep="\t", file=table)
        for name in itertools.chain(regular(folder), irregular(folder), *packed):
            with h5py.File(folder / name) as file:
                found = []
                file.visititems(lambda _, node: found.append(node) if isinstance(node, h5py.Dataset) else None)
                for dataset in found:
                    line, expected = sidecar.line(name, dataset)
                    print(line, len(expected), sep="\t", file=table)
                    data.write(expected)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
