/**
 * Arrays that decoded elements are written to, one class for each type of element.
 * Nothing here knows how the data are stored.
 */
@NullMarked
package org.spolia.hdf5.element;

import org.jspecify.annotations.NullMarked;
