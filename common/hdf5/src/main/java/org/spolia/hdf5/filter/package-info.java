/**
 * The filters that chunks pass through: compression, shuffling and checksums.
 * Pure functions of bytes; a damaged chunk is an error, never a read past its end.
 */
@NullMarked
package org.spolia.hdf5.filter;

import org.jspecify.annotations.NullMarked;
