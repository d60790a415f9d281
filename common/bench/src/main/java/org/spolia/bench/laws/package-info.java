/** Generated laws: dimensionally consistent formulas that are functions of a seed. */
@NullMarked
package org.spolia.bench.laws;

import org.jspecify.annotations.NullMarked;
