/**
 * The types that all parts of the reader share: the type of an element, the slab of a dataset, and the errors. The
 * package imports nothing of the reader.
 */
@NullMarked
package org.spolia.hdf5.type;

import org.jspecify.annotations.NullMarked;
