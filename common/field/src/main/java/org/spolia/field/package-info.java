/**
 * Fields on grids: axes with even or uneven steps and their boundaries, derivatives in time and space, and weak-form
 * integrals that turn noisy fields into rows for the discovery of partial differential equations. Sums run in a fixed
 * order and trigonometry is {@link java.lang.StrictMath}'s, so equal fields give equal bits. No files, no tables, no
 * expressions; jobs calls it with arrays.
 */
@NullMarked
package org.spolia.field;

import org.jspecify.annotations.NullMarked;
