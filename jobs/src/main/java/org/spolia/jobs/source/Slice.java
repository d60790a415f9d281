package org.spolia.jobs.source;

import java.io.Serializable;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.jobs.source.file.SourceFile;

/**
 * A part of a file that one task reads.
 *
 * @param file the file
 * @param unit the part
 * @param rows the number of requested rows
 * @param bytes their decoded size
 */
record Slice(SourceFile file, FrameUnit unit, long rows, long bytes) implements Serializable {}
