"""The content of files according to h5py, as plain bytes for comparison with another reader."""

import struct

import h5py
import numpy as np

LINE = ("file", "dataset", "kind", "shape", "storage", "chunk", "filters")


def canonical(dataset):
    """The kind of a dataset's values and their bytes: little-endian, booleans and enumerations as integers, text with
    lengths.
    """
    dtype = dataset.dtype
    if h5py.check_string_dtype(dtype) is not None:
        values = np.atleast_1d(np.asarray(dataset[()], dtype=object)).ravel() if dataset.size else []
        texts = [v if isinstance(v, bytes) else str(v).encode() for v in values]
        return "text", b"".join(struct.pack("<i", len(t)) + t for t in texts)
    values = np.asarray(dataset[()])
    if dtype.kind == "b":
        values = values.astype("u1")
    if dtype == np.dtype("f2") or dtype == np.dtype(">f2"):
        values = values.astype("<f4")
    values = values.astype(values.dtype.newbyteorder("<"))
    return values.dtype.kind + str(values.dtype.itemsize), values.tobytes()


def storage(dataset):
    layout = dataset.id.get_create_plist().get_layout()
    return {h5py.h5d.COMPACT: "COMPACT", h5py.h5d.CONTIGUOUS: "CONTIGUOUS", h5py.h5d.CHUNKED: "CHUNKED"}[layout]


def filters(dataset):
    plist = dataset.id.get_create_plist()
    return [plist.get_filter(i)[0] for i in range(plist.get_nfilters())]


def line(name, dataset):
    """One line about a dataset, and its bytes."""
    kind, data = canonical(dataset)
    numbers = lambda values: ",".join(str(v) for v in values) or "-"
    fields = (name, dataset.name, kind, numbers(dataset.shape), storage(dataset), numbers(dataset.chunks or ()), numbers(filters(dataset)))
    return "\t".join(fields), data
