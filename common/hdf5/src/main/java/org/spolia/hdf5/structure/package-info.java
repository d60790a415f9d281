/**
 * The metadata of a file: superblock, object headers and their messages, trees, heaps, links, and the locations for
 * errors. Every number in a file is checked against the size of the file before memory is allocated.
 */
@NullMarked
package org.spolia.hdf5.structure;

import org.jspecify.annotations.NullMarked;
