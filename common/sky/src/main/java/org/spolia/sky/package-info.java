/**
 * The sphere: HEALPix cells in nested order, discs covered by them, and the cross-match of two catalogues, as one
 * function over arrays or cell by cell. Angles are degrees of right ascension and declination, radii arcseconds where
 * their name says so. Trigonometry is {@link java.lang.StrictMath}'s, so equal positions give equal bits. No files, no
 * tables; jobs calls it with arrays.
 */
@NullMarked
package org.spolia.sky;

import org.jspecify.annotations.NullMarked;
