/**
 * Fields on grids: axes with even or uneven steps and their boundaries, derivatives in time and space, and weak-form
 * integrals that turn noisy fields into rows for the discovery of partial differential equations. Sums run in a fixed
 * order and trigonometry is that of {@link java.lang.StrictMath}, so equal fields give equal bits. The package depends
 * on neither files, tables nor expressions; jobs calls it with arrays.
 */
@NullMarked
package org.spolia.field;

import org.jspecify.annotations.NullMarked;
