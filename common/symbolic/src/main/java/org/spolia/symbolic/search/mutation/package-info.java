/** Variation of trees: mutation, crossover, random trees. The caller supplies the random numbers. */
@NullMarked
package org.spolia.symbolic.search.mutation;

import org.jspecify.annotations.NullMarked;
