/**
 * The content of a file as columns and rows: The Well, the Multimodal Universe and single HDF5 datasets. The Spark side
 * of the source calls this package, which opens files through source.file.
 */
@NullMarked
package org.spolia.jobs.source.format;

import org.jspecify.annotations.NullMarked;
