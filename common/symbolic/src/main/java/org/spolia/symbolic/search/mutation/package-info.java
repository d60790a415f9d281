/**
 * How one tree becomes another: mutation, crossover, random trees.
 * Random numbers come in from outside.
 */
@NullMarked
package org.spolia.symbolic.search.mutation;

import org.jspecify.annotations.NullMarked;
