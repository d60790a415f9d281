/**
 * What the datasets of a file mean together: the frames of The Well, the objects of the Multimodal Universe, and rows
 * in general. Counts, names, shapes and parameters come from headers alone; a column or a field that is not asked for
 * is not read. What a reader takes at a time are units that no chunk reaches across.
 */
@NullMarked
package org.spolia.hdf5.layout;

import org.jspecify.annotations.NullMarked;
