/**
 * Raw data by slab: contiguous, compact and chunked storage, and the chunk indexes. Datasets call it; it depends on
 * neither groups nor attributes.
 */
@NullMarked
package org.spolia.hdf5.data;

import org.jspecify.annotations.NullMarked;
