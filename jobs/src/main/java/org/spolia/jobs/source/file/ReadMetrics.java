package org.spolia.jobs.source.file;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * The metrics of a read in Spark's pages and event logs, in addition to the number of rows. Spark creates the metrics
 * by their class names.
 */
public final class ReadMetrics {
    public static final String PLANNED_FILES = "plannedFiles";
    public static final String PLANNED_BYTES = "plannedBytes";
    public static final String FILES = "filesOpened";
    public static final String READS = "reads";
    public static final String BYTES = "bytesRead";
    public static final String CHUNKS = "chunksDecoded";

    private ReadMetrics() {}

    public static CustomMetric[] all() {
        return new CustomMetric[] {
            new PlannedFiles(), new PlannedBytes(), new FilesOpened(), new Reads(), new BytesRead(), new ChunksDecoded()
        };
    }

    /** A count of a task, or of the driver. */
    public record Value(String name, long value) implements CustomTaskMetric {}

    /** A sum over the tasks of a read. Spark requires a class for each, which it creates without arguments. */
    private abstract static class Sum extends CustomSumMetric {
        private final String name;
        private final String description;

        Sum(String name, String description) {
            this.name = name;
            this.description = description;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return description;
        }
    }

    /** Known from headers. */
    public static final class PlannedFiles extends Sum {
        /** For Spark. */
        public PlannedFiles() {
            super(PLANNED_FILES, "files planned");
        }
    }

    /** Known from headers. */
    public static final class PlannedBytes extends Sum {
        /** For Spark. */
        public PlannedBytes() {
            super(PLANNED_BYTES, "bytes planned, once decoded");
        }
    }

    /** Counted once for each task that reads a part of a file. */
    public static final class FilesOpened extends Sum {
        /** For Spark. */
        public FilesOpened() {
            super(FILES, "files opened");
        }
    }

    /** Requests to the file system. */
    public static final class Reads extends Sum {
        /** For Spark. */
        public Reads() {
            super(READS, "reads of files");
        }
    }

    /** Includes headers. */
    public static final class BytesRead extends Sum {
        /** For Spark. */
        public BytesRead() {
            super(BYTES, "bytes read of files");
        }
    }

    /** Counted whenever filters are undone; cached chunks do not count again. */
    public static final class ChunksDecoded extends Sum {
        /** For Spark. */
        public ChunksDecoded() {
            super(CHUNKS, "chunks decoded");
        }
    }
}
