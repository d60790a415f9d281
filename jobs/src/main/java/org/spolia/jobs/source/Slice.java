package org.spolia.jobs.source;

import java.io.Serializable;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.jobs.source.file.SourceFile;

/**
 * A part of a file that one task reads.
 *
 * @param file the file
 * @param unit which part
 * @param rows that are wanted of it
 * @param bytes that they take once decoded
 */
record Slice(SourceFile file, FrameUnit unit, long rows, long bytes) implements Serializable {}
