/**
 * Arrays that decoded elements are written to, one class for each element type. The package is independent of the
 * storage of the data.
 */
@NullMarked
package org.spolia.hdf5.element;

import org.jspecify.annotations.NullMarked;
