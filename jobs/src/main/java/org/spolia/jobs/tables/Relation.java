package org.spolia.jobs.tables;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A table of a warehouse: one that every warehouse has, or one whose columns come from files. */
public sealed interface Relation permits Table, ShardTable {

    /** Its name in SQL. */
    String tableName();

    /** Its folder below the folder of the warehouse. */
    String folderName();

    /** Columns, types and comments. */
    StructType schema();

    /** The columns that identify rows, in the order of sorting. */
    List<String> key();

    /** Whether equal experiments have equal rows in this table; false for tables with times. */
    boolean inDigest();
}
