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

    /** Known from headers. */
    public static final class PlannedFiles extends CustomSumMetric {
        @Override
        public String name() {
            return PLANNED_FILES;
        }

        @Override
        public String description() {
            return "files planned";
        }
    }

    /** Known from headers. */
    public static final class PlannedBytes extends CustomSumMetric {
        @Override
        public String name() {
            return PLANNED_BYTES;
        }

        @Override
        public String description() {
            return "bytes planned, once decoded";
        }
    }

    /** Once for each task that reads some of a file. */
    public static final class FilesOpened extends CustomSumMetric {
        @Override
        public String name() {
            return FILES;
        }

        @Override
        public String description() {
            return "files opened";
        }
    }

    /** Requests to the file system. */
    public static final class Reads extends CustomSumMetric {
        @Override
        public String name() {
            return READS;
        }

        @Override
        public String description() {
            return "reads of files";
        }
    }

    /** Headers included. */
    public static final class BytesRead extends CustomSumMetric {
        @Override
        public String name() {
            return BYTES;
        }

        @Override
        public String description() {
            return "bytes read of files";
        }
    }

    /** Each time that filters were undone; chunks that were kept do not count again. */
    public static final class ChunksDecoded extends CustomSumMetric {
        @Override
        public String name() {
            return CHUNKS;
        }

        @Override
        public String description() {
            return "chunks decoded";
        }
    }
}
