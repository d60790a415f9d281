package org.spolia.hdf5.type;

/** The bytes of a file contradict the format, each other or a checksum. */
public final class DamagedHdf5Exception extends Hdf5Exception {
    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "; the file is damaged or incomplete: fetch or write it again";

    public DamagedHdf5Exception(String file, String object, String problem) {
        super(file, object, problem + REMEDY);
    }

    public DamagedHdf5Exception(String file, String object, String problem, Throwable cause) {
        super(file, object, problem + REMEDY, cause);
    }
}
