/**
 * What can be chosen about a search: budgets, constraints, units, evolution, selection.
 * Records that validate; no behaviour of the search itself.
 */
@NullMarked
package org.spolia.symbolic.search.options;

import org.jspecify.annotations.NullMarked;
