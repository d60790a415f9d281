package org.spolia.hdf5.type;

/** A feature of HDF5 that is not supported. The other objects of the file stay readable. */
public final class UnsupportedHdf5Exception extends Hdf5Exception {
    private static final long serialVersionUID = 1L;

    public UnsupportedHdf5Exception(String file, String object, String problem) {
        super(file, object, problem);
    }

    public UnsupportedHdf5Exception(String file, String object, String problem, Throwable cause) {
        super(file, object, problem, cause);
    }
}
