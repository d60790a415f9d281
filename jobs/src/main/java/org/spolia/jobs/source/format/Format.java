package org.spolia.jobs.source.format;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.Hdf5File;
import org.spolia.jobs.source.file.SourceFile;

/** The interpretation of the datasets of a file as rows. */
public interface Format extends Serializable {

    /** The columns before the columns of the files. */
    StructType keys();

    /**
     * Returns whether these columns are read in batches. Arrays never are, because Spark copies arrays of batches
     * element by element, and arrays of rows as a whole.
     */
    default boolean isBatched(StructType columns) {
        return false;
    }

    /**
     * Reads the headers of a file.
     *
     * @throws org.spolia.hdf5.type.Hdf5Exception if the file cannot be read completely
     */
    FileContents contents(Hdf5File file, SourceFile source);
}
