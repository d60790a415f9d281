package org.spolia.jobs.tables;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What has rows in a warehouse: a table that every warehouse has, or one that files gave their columns. */
public sealed interface Relation permits Table, ShardTable {

    /** Its name in SQL. */
    String tableName();

    /** Its folder below that of the warehouse. */
    String folderName();

    /** Columns, types and comments. */
    StructType schema();

    /** The columns that tell rows apart, in the order in which rows are sorted. */
    List<String> key();

    /** Whether equal experiments have equal rows here; false where clocks are kept. */
    boolean inDigest();
}
