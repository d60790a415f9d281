package org.spolia.jobs.columns;

import java.io.Serializable;

/**
 * A file that was written.
 *
 * @param name the name of the file in its folder
 * @param bytes the size of the file
 * @param modified the time of writing, in milliseconds since 1970
 * @param rows the number of rows
 * @param statistics the statistics of the file for Delta's protocol, in JSON
 */
public record WrittenFile(String name, long bytes, long modified, long rows, String statistics)
        implements Serializable {}
