package org.spolia.hdf5.structure;

import org.spolia.hdf5.type.DamagedHdf5Exception;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;

/** The file and the object that is being read, for error messages. */
public record ObjectLocation(String file, String object) {

    public ObjectLocation child(String name) {
        return new ObjectLocation(file, object.endsWith("/") ? object + name : object + "/" + name);
    }

    public DamagedHdf5Exception damaged(String problem) {
        return new DamagedHdf5Exception(file, object, problem);
    }

    public DamagedHdf5Exception damaged(String problem, Throwable cause) {
        return new DamagedHdf5Exception(file, object, problem, cause);
    }

    public UnsupportedHdf5Exception unsupported(String problem) {
        return new UnsupportedHdf5Exception(file, object, problem);
    }

    public Hdf5Exception mistake(String problem) {
        return new Hdf5Exception(file, object, problem);
    }
}
