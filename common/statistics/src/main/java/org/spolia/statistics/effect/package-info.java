/**
 * What operators and designs add: effects, transfer between fields, costs, comparisons of sets, with intervals.
 * Calls the tests of hypotheses and metrics of the package above.
 */
@NullMarked
package org.spolia.statistics.effect;

import org.jspecify.annotations.NullMarked;
