/**
 * The selection of one model from a front: residual code length, held-out loss, standard errors. It uses training rows
 * only.
 */
@NullMarked
package org.spolia.symbolic.search.choice;

import org.jspecify.annotations.NullMarked;
