package org.spolia.jobs.columns;

import java.io.Serializable;

/**
 * A file that was written.
 *
 * @param name of it in its folder
 * @param bytes how long it is
 * @param modified when it was written, in milliseconds since 1970
 * @param rows how many it has
 * @param statistics what Delta's protocol knows as the statistics of a file, in JSON
 */
public record WrittenFile(String name, long bytes, long modified, long rows, String statistics)
        implements Serializable {}
