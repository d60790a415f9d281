package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.streaming.CompositeReadLimit;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.ReadMaxBytes;
import org.apache.spark.sql.connector.read.streaming.ReadMaxFiles;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.SourceOptions;

/** The number of files in a batch. */
public final class Admission {
    private Admission() {}

    /** The limits of the options maxFilesPerTrigger and maxBytesPerTrigger; both apply if both are given. */
    static ReadLimit limit(SourceOptions options) {
        ReadLimit files = ReadLimit.maxFiles((int) Math.min(Integer.MAX_VALUE, options.maxFilesPerTrigger()));
        ReadLimit bytes = ReadLimit.maxBytes(options.maxBytesPerTrigger());
        return ReadLimit.compositeLimit(new ReadLimit[] {files, bytes});
    }

    /** Returns the end of a batch that starts here: at least one more file, if there is one. */
    static int end(List<SourceFile> files, int start, int last, ReadLimit limit) {
        int end = start;
        long bytes = 0;
        while (end < last) {
            bytes += files.get(end).size();
            if (end > start && !allows(limit, end + 1 - start, bytes)) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean allows(ReadLimit limit, int files, long bytes) {
        if (limit instanceof CompositeReadLimit composite) {
            for (ReadLimit part : composite.getReadLimits()) {
                if (!allows(part, files, bytes)) {
                    return false;
                }
            }
            return true;
        }
        if (limit instanceof ReadMaxFiles most) {
            return files <= most.maxFiles();
        }
        return !(limit instanceof ReadMaxBytes most) || bytes <= most.maxBytes();
    }
}
