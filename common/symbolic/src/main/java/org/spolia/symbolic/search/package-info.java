/**
 * The search for expressions that describe a sample: islands of regularised evolution, the hall of fame, polish and the
 * selection of a model. Budgets are counted in evaluations, so no clock enters a result, and the same options and seed
 * give the same bits on any number of threads. Trials and the fit of a file call it.
 */
@NullMarked
package org.spolia.symbolic.search;

import org.jspecify.annotations.NullMarked;
