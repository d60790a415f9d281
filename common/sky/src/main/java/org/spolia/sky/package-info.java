/**
 * The sphere: HEALPix cells in nested order, discs covered by them, and the cross-match of two catalogues, as one
 * function over arrays or cell by cell. Angles are degrees of right ascension and declination; radii are arcseconds if
 * their names say so. Trigonometry is that of {@link java.lang.StrictMath}, so equal positions give equal bits. The
 * package depends on neither files nor tables; jobs calls it with arrays.
 */
@NullMarked
package org.spolia.sky;

import org.jspecify.annotations.NullMarked;
