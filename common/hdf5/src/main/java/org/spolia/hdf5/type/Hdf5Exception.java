package org.spolia.hdf5.type;

/**
 * The reason why an HDF5 file, or one of its objects, cannot be read. The message is one line: file, object, problem,
 * remedy.
 */
public class Hdf5Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String object;

    public Hdf5Exception(String file, String object, String problem) {
        super(message(file, object, problem));
        this.file = file;
        this.object = object;
    }

    public Hdf5Exception(String file, String object, String problem, Throwable cause) {
        super(message(file, object, problem), cause);
        this.file = file;
        this.object = object;
    }

    public String file() {
        return file;
    }

    /** The path of the group or dataset within the file; empty for the file as a whole. */
    public String object() {
        return object;
    }

    private static String message(String file, String object, String problem) {
        return (object.isEmpty() ? file : file + ":" + object) + ": "
                + problem.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
