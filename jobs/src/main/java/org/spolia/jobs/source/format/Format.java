package org.spolia.jobs.source.format;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.Hdf5File;
import org.spolia.jobs.source.file.SourceFile;

/** What the datasets of a file are as rows. */
public interface Format extends Serializable {

    /** The columns that stand before those of the files. */
    StructType keys();

    /**
     * Whether these columns are read in batches. Arrays never are: Spark copies those of batches element by element, and those of rows
     * as a whole.
     */
    default boolean isBatched(StructType columns) {
        return false;
    }

    /**
     * Reads the headers of a file.
     *
     * @throws org.spolia.hdf5.type.Hdf5Exception if it cannot be read as a whole
     */
    FileContents contents(Hdf5File file, SourceFile source);
}
