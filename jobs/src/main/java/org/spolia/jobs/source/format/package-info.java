/**
 * What a file contains, as columns and rows: The Well, the Multimodal Universe and single HDF5 datasets.
 * Spark's side of the source calls it; it opens files through source.file.
 */
@NullMarked
package org.spolia.jobs.source.format;

import org.jspecify.annotations.NullMarked;
