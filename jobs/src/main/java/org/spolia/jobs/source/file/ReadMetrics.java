package org.spolia.jobs.source.file;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What Spark's pages and event logs say about each read, beside the number of its rows. Spark makes the metrics by their names. */
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

    /** What a task, or the driver, has counted. */
    public record Value(String name, long value) implements CustomTaskMetric {}

    /** A sum over the tasks of a read. Spark wants a class for each, which it makes without arguments. */
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
        /** Called by Spark. */
        public PlannedFiles() {
            super(PLANNED_FILES, "files planned");
        }
    }

    /** Known from headers. */
    public static final class PlannedBytes extends Sum {
        /** Called by Spark. */
        public PlannedBytes() {
            super(PLANNED_BYTES, "bytes planned, once decoded");
        }
    }

    /** Once for each task that reads some of a file. */
    public static final class FilesOpened extends Sum {
        /** Called by Spark. */
        public FilesOpened() {
            super(FILES, "files opened");
        }
    }

    /** Requests to the file system. */
    public static final class Reads extends Sum {
        /** Called by Spark. */
        public Reads() {
            super(READS, "reads of files");
        }
    }

    /** Headers included. */
    public static final class BytesRead extends Sum {
        /** Called by Spark. */
        public BytesRead() {
            super(BYTES, "bytes read of files");
        }
    }

    /** Each time that filters were undone; chunks that were kept do not count again. */
    public static final class ChunksDecoded extends Sum {
        /** Called by Spark. */
        public ChunksDecoded() {
            super(CHUNKS, "chunks decoded");
        }
    }
}
