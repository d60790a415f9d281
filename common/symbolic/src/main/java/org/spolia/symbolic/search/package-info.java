/**
 * The search for expressions that describe a sample: islands of regularised evolution, the hall of fame, polish and the
 * choice of a model. Clocks never enter: budgets are counted in evaluations, and the same options and seed give the
 * same bits on any number of threads. Whoever runs trials, and the command that fits a file, call it.
 */
@NullMarked
package org.spolia.symbolic.search;

import org.jspecify.annotations.NullMarked;
