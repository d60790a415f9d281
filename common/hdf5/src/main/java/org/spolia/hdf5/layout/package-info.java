/**
 * The joint meaning of the datasets of a file: the frames of The Well, the objects of the Multimodal Universe, and rows
 * in general. Counts, names, shapes and parameters come from headers only; columns and fields are read on request.
 * Readers read units whose boundaries no chunk crosses.
 */
@NullMarked
package org.spolia.hdf5.layout;

import org.jspecify.annotations.NullMarked;
