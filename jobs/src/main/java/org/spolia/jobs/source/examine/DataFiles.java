package org.spolia.jobs.source.examine;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.source.UniverseSource;
import org.spolia.jobs.source.WellSource;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.UniverseFormat;
import org.spolia.jobs.source.format.WellFormat;

/** The files below a root, for those who keep account of each: what there is, and what is in one. Tasks may take it along. */
public interface DataFiles extends Serializable {
    /**
     * Files of The Well.
     *
     * @param options those of {@link WellSource}, the path among them
     */
    static DataFiles ofWell(Map<String, String> options, Configuration configuration) {
        return new Hdf5Files(options, WellFormat.of(Hdf5Files.options(options)), configuration);
    }

    /**
     * Files of the Multimodal Universe.
     *
     * @param options those of {@link UniverseSource}, the path among them
     */
    static DataFiles ofUniverse(Map<String, String> options, Configuration configuration) {
        return new Hdf5Files(options, UniverseFormat.of(Hdf5Files.options(options)), configuration);
    }

    /** The root, with its file system. */
    String root();

    /** The files that there are now, by name. */
    List<SourceFile> list();

    /**
     * The columns of all files that can be read.
     *
     * @throws org.spolia.experiment.ExperimentException if there is none
     */
    StructType schema();

    /**
     * Reads a whole file.
     *
     * @param schema the columns that a read will have
     * @throws org.spolia.experiment.ExperimentException if it is not as it was when it was listed
     */
    FileReport examine(SourceFile file, StructType schema);
}
