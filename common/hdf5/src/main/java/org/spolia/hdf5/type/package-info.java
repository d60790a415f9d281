/**
 * What all parts of the reader speak of: the type of an element, the slab of a dataset that is asked for, and the
 * errors. Imports nothing of the reader.
 */
@NullMarked
package org.spolia.hdf5.type;

import org.jspecify.annotations.NullMarked;
