package org.spolia.hdf5;

/** What is being read, for the messages of what goes wrong there. */
record Place(String file, String object) {

    Place child(String name) {
        return new Place(file, object.endsWith("/") ? object + name : object + "/" + name);
    }

    DamagedHdf5Exception damaged(String problem) {
        return new DamagedHdf5Exception(file, object, problem);
    }

    DamagedHdf5Exception damaged(String problem, Throwable cause) {
        return new DamagedHdf5Exception(file, object, problem, cause);
    }

    UnsupportedHdf5Exception unsupported(String problem) {
        return new UnsupportedHdf5Exception(file, object, problem);
    }

    Hdf5Exception mistake(String problem) {
        return new Hdf5Exception(file, object, problem);
    }
}
