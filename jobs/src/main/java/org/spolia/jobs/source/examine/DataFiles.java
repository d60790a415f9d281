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

/** The files below a root, with an examination of each. Tasks may receive a copy. */
public interface DataFiles extends Serializable {
    /**
     * Returns files of The Well.
     *
     * @param options the options of {@link WellSource}, including the path
     */
    static DataFiles ofWell(Map<String, String> options, Configuration configuration) {
        return new Hdf5Files(options, WellFormat.of(Hdf5Files.options(options)), configuration);
    }

    /**
     * Returns files of the Multimodal Universe.
     *
     * @param options the options of {@link UniverseSource}, including the path
     */
    static DataFiles ofUniverse(Map<String, String> options, Configuration configuration) {
        return new Hdf5Files(options, UniverseFormat.of(Hdf5Files.options(options)), configuration);
    }

    /** The root, with its file system. */
    String root();

    /** Lists the files that exist now, by name. */
    List<SourceFile> list();

    /**
     * The columns of all readable files.
     *
     * @throws org.spolia.experiment.ExperimentException if no file is readable
     */
    StructType schema();

    /**
     * Reads a whole file.
     *
     * @param schema the columns of the read
     * @throws org.spolia.experiment.ExperimentException if the file changed after its listing
     */
    FileReport examine(SourceFile file, StructType schema);
}
